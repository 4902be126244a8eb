"""Addresses of the directory's pages, and how one page links to another.

An address is the part of a page's URL after the language: ``enterprises/basta-nykvarn/``. Addresses
are the same in every language, so the language switcher keeps the page.
"""

from vagvisare.prose import prose
from vagvisare.records.directory import Directory
from vagvisare.records.kinds import Record
from vagvisare.translating.passages import Passage


def of_record(directory: Directory, record: Record) -> str:
    """The address of a record's page.

    A municipality's own record has no page besides the municipality's.
    """
    if record.municipality:
        return of_municipality(directory, record.municipality)
    return f"{record.kind_name}/{record.id}/"


def of_card(record: str) -> str:
    """The address of the card to show for a partner, offer or municipality, by that of its page."""
    return f"{record}card/"


def of_contact(record: Record) -> str:
    """The path of a record's contact as a vCard, from the site's root.

    Readers of every language get the same file.
    """
    return f"contacts/{record.kind_name}/{record.id}.vcf"


def of_plan(record: str) -> str:
    """The address of the plan of an offer, by that of its page."""
    return f"{record}plan/"


def of_training(directory: Directory, code: str) -> str:
    """The address of the places to train near a municipality, by its code."""
    return f"{of_municipality(directory, code)}training/"


def of_municipality(directory: Directory, code: str) -> str:
    """The address of a municipality's page, by its code."""
    return f"municipalities/{directory.vocabulary.municipalities[code].id}/"


def of_county(code: str) -> str:
    """The address of a county's page, by its code."""
    return f"counties/{code}/"


def of_passage(directory: Directory, passage: Passage) -> str:
    """The address of a page that shows a translated text.

    For a word of the vocabulary that names no place, it is the home page.
    """
    list_name, _, code = passage.of.partition("/")
    match passage.kind, list_name:
        case ("vocabulary", "counties"):
            return of_county(code)
        case ("vocabulary", "municipalities"):
            return of_municipality(directory, code)
        case ("vocabulary", _):
            return ""
        case ("docs", _):
            return prose.address(passage.of)
        case _:
            return of_record(directory, directory.of_kind(passage.kind)[passage.of])


def of_index(kind: str) -> str:
    """The address of the list of all records of a kind."""
    return f"{kind}/"


def of_situation(code: str) -> str:
    """The address of a situation's page, by its code."""
    return f"situations/{code.translate(_PLAIN)}/"


def of_language(code: str) -> str:
    """The address of a language's page, by its code (BCP 47)."""
    return f"languages/{code}/"


def of_industry(code: str) -> str:
    """The address of the list of an industry's enterprises, by its code."""
    return f"industries/{code.translate(_PLAIN)}/"


def of_letter(kind: str, letter: str) -> str:
    """The address of the list of a kind's records that begin with a letter.

    ``_`` keeps it apart from any record's id.
    """
    return f"{kind}/_{_ASCII.get(letter, letter)}/"


_PLAIN = str.maketrans("åäöé", "aaoe")
"""Letters of codes that an address would percent-encode (``å`` as %C3%A5)."""
_ASCII = {"å": "aring", "ä": "auml", "ö": "ouml", "#": "0"}


def way_up(address: str) -> str:
    """The relative path from a page to the root of the site: ``../..`` for ``offers/``.

    Addresses begin below a language's folder, which is one more level.
    """
    return "/".join([".."] * (address.count("/") + 1))
