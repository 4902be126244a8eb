"""The catalogues of the interface's words (gettext's PO): read, created and written.

They carry no dates and no names, so the same words always give the same bytes.
"""

import re
from io import BytesIO
from pathlib import Path

from babel.core import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po
from babel.plural import to_gettext

from vagvisare.languages.languages import Language, cldr
from vagvisare.libraries import internals
from vagvisare.problems.problems import Problem
from vagvisare.translating import pofile
from vagvisare.translating.pofile import NUMBERS, PoError

DOMAIN = "vagvisare"
LOCALE = "locale"
"""A site's own catalogues, under the root: of languages that the package lacks, or instead of the
package's.
"""
SHIPPED = Path(__file__).resolve().parents[1] / LOCALE
"""The package's catalogues."""

_PASSING = re.compile(
    r'^"(POT-Creation|PO-Revision|Last-|Language-Team|Report-|Generated-|Project-)[^\n]*\n',
    re.MULTILINE,
)
"""Header lines that say when, by whom and with what a catalogue was written."""
LIMIT = 1024 * 1024
"""The most bytes that a catalogue may have."""
_ORDER = ("zero", "one", "two", "few", "many", "other")


def catalogue_file(code: str) -> str:
    """The file of a site's own catalogue of a language, relative to the root."""
    return f"{LOCALE}/{_within(code)}"


def find(own: Path, code: str) -> Path:
    """The path of a language's catalogue, whether or not it exists.

    In a site's ``own`` folder of catalogues if it is there, else in the package.
    """
    file = own / _within(code)
    return file if file.exists() or file.is_symlink() else SHIPPED / _within(code)


def _within(code: str) -> str:
    return f"{code}/LC_MESSAGES/{DOMAIN}.po"


def name(file: Path) -> str:
    """A catalogue's file as problems name it.

    Relative to the root of its site, or for the package's to that of our repository.
    """
    folder = f"src/vagvisare/{LOCALE}" if file.is_relative_to(SHIPPED) else LOCALE
    return f"{folder}/{_within(file.parents[1].name)}"


def read(own: Path, code: str) -> Catalog:
    """The catalogue of a language: a site's ``own`` or the package's.

    Raises PoError for a file that is missing, outside its folder, or not complete, valid PO.
    """
    path = find(own, code)
    file = name(path)
    text = pofile.decoded(file, _content(file, path), LIMIT)
    try:
        return read_po(
            BytesIO(pofile.readable(file, text)),
            locale=locale(code),
            domain=DOMAIN,
            abort_invalid=True,
        )
    except PoFileError as error:
        raise PoError(
            Problem(file, max(error.lineno + 1, 1), 1, "po-line", {"value": error.line})
        ) from error
    except PoError:
        raise
    except (ValueError, LookupError, TypeError) as error:  # an impossible header
        raise PoError(Problem(file, 1, 1, "po-header", {"value": str(error)})) from error


def _content(file: str, path: Path) -> bytes:
    """A catalogue's content, at most one byte more than `LIMIT`.

    Raises PoError if it is no file, is outside its folder of catalogues, or cannot be read.
    """
    folder = path.parents[2]
    try:
        if not path.resolve().is_relative_to(folder.parent.resolve() / folder.name):
            raise PoError(Problem(file, 1, 1, "catalogue-outside"))
        if not path.is_file():
            raise PoError(
                Problem(file, 1, 1, "catalogue-folder" if path.exists() else "catalogue-no-file")
            )
        with path.open("rb") as source:
            return source.read(LIMIT + 1)
    except (OSError, RuntimeError) as error:  # a loop of symbolic links
        raise PoError(
            Problem(
                file, 1, 1, "unreadable", {"detail": getattr(error, "strerror", None) or str(error)}
            )
        ) from error


def locale(code: str) -> Locale | None:
    """The CLDR locale of a language, which has its plural forms.

    None for a language that CLDR does not know, which gets two forms.
    """
    try:
        return Locale.parse(cldr(code))
    except (UnknownLocaleError, ValueError):
        return None


def plural_forms(code: str) -> str:
    """The plural forms of a language, as a catalogue's header states them.

    From Babel's table, which writes them as gettext's tools do, without CLDR's form for fractions.
    Where the table sorts whole numbers differently from CLDR, CLDR wins: the table gives Persian
    one form, and swaps Arabic's last two.
    """
    known = locale(code)
    listed = Catalog(locale=known)
    if known is None or forms(listed) == forms_by_cldr(known):
        return str(listed.plural_forms)
    return str(to_gettext(known.plural_form))


def forms(catalogue: Catalog) -> list[int]:
    """The form of each whole number below `NUMBERS`, by a catalogue's own rule."""
    form_of = internals.plural_rule(catalogue.plural_expr)
    return [form_of(number) for number in range(NUMBERS)]


def forms_by_cldr(known: Locale) -> list[int]:
    """The form of each whole number below `NUMBERS`, by CLDR.

    The forms are numbered in CLDR's order: zero, one, two, few, many, other.
    """
    names = [known.plural_form(number) for number in range(NUMBERS)]
    order = [name for name in _ORDER if name in names]
    return [order.index(name) for name in names]


def written(catalogue: Catalog) -> str:
    """The text of a catalogue's file."""
    target = BytesIO()
    write_po(target, catalogue, sort_output=True, no_location=True, width=0)
    return _PASSING.sub("", target.getvalue().decode())


def empty(template: Catalog, language: Language) -> Catalog:
    """An untranslated catalogue with another's messages and a language's own plural forms."""
    header = f"# The interface of Vägvisare in {language.title}."
    made = Catalog(locale=locale(language.code), domain=DOMAIN, header_comment=header, fuzzy=False)
    made.mime_headers = [("Plural-Forms", plural_forms(language.code))]
    for message in template:
        if message.id:
            made.add(
                message.id,
                context=message.context,
                flags=message.flags,
                auto_comments=message.auto_comments,
            )
    return made
