"""Addresses: where each page of the directory stands, and how one page names another.

An address is what follows the language in a page's URL: ``enterprises/basta-nykvarn/``. Addresses are the same in every
language, so the language switcher keeps the page.
"""

from vagvisare.prose import prose
from vagvisare.records.directory import Directory
from vagvisare.records.kinds import Record
from vagvisare.translating.passages import Passage


def of_record(directory: Directory, record: Record) -> str:
    """The address of a record's page. A municipality's own record has no page beside the municipality's."""
    if record.municipality:
        return of_municipality(directory, record.municipality)
    return f"{record.kind_name}/{record.id}/"


def of_card(record: str) -> str:
    """The address of the card that a person can show, by that of the page of the partner or offer that it is about."""
    return f"{record}card/"


def of_contact(record: Record) -> str:
    """Where a record's contact stands as a vCard, from the site's root: the same file for readers of every language."""
    return f"contacts/{record.kind_name}/{record.id}.vcf"


def of_municipality(directory: Directory, code: str) -> str:
    """The address of the page of a municipality, by its code."""
    return f"municipalities/{directory.vocabulary.municipalities[code].id}/"


def of_county(code: str) -> str:
    """The address of the page of a county, by its code."""
    return f"counties/{code}/"


def of_passage(directory: Directory, passage: Passage) -> str:
    """The address of a page on which a text that is translated is read; of a word of the vocabulary, the home page."""
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
    """The address of the page of a situation, by its code."""
    return f"situations/{code.translate(_PLAIN)}/"


def of_language(code: str) -> str:
    """The address of the page of a language, by its code (BCP 47)."""
    return f"languages/{code}/"


def of_industry(code: str) -> str:
    """The address of the list of the enterprises of an industry, by its code."""
    return f"industries/{code.translate(_PLAIN)}/"


def of_letter(kind: str, letter: str) -> str:
    """The address of the list of a kind's records that begin with a letter. ``_`` keeps it apart from any record's id."""
    return f"{kind}/_{_ASCII.get(letter, letter)}/"


_PLAIN = str.maketrans("åäöé", "aaoe")
"""Letters of codes that would be written as %C3%A5 in an address."""
_ASCII = {"å": "aring", "ä": "auml", "ö": "ouml", "#": "0"}


def way_up(address: str) -> str:
    """The relative way from a page (below its language's folder) to the root of the site: ``../..`` for ``offers/``."""
    return "/".join([".."] * (address.count("/") + 1))
