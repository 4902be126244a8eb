"""The catalogues of the interface's words (gettext's PO): read, made for a new language, written so that nothing passing stays.

Catalogues carry no dates and no names, so that the same words are the same bytes.
"""

import gettext
import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping
from io import BytesIO
from pathlib import Path

from babel.core import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po
from babel.plural import to_gettext

from vagvisare.languages.languages import Language, cldr
from vagvisare.languages.placeholders import malformed, marks, placeholders
from vagvisare.problems.problems import Problem

DOMAIN = "vagvisare"
LOCALE = "locale"
"""A site's own catalogues, under the root: of languages that the package does not have, or in place of the package's."""
SHIPPED = Path(__file__).resolve().parents[1] / LOCALE
"""The package's catalogues."""

_PASSING = re.compile(r'^"(POT-Creation|PO-Revision|Last-|Language-Team|Report-|Generated-|Project-)[^\n]*\n', re.MULTILINE)
"""Lines of a catalogue's header that say when, by whom and with what it was written."""
_ORDER = ("zero", "one", "two", "few", "many", "other")
_NUMBERS = 200
"""How many numbers are looked at to know what a plural form stands for: no language's rules go further (CLDR)."""


def catalogue_file(code: str) -> str:
    """The file of a site's own catalogue of a language, relative to the root."""
    return f"{LOCALE}/{_within(code)}"


def find(own: Path, code: str) -> Path:
    """The catalogue of a language: in a site's ``own`` folder of catalogues, else the package's, which may not be there."""
    file = own / _within(code)
    return file if file.is_file() else SHIPPED / _within(code)


def _within(code: str) -> str:
    return f"{code}/LC_MESSAGES/{DOMAIN}.po"


def read(file: Path, code: str) -> Catalog:
    """The catalogue of a language. Raises OSError."""
    with file.open("rb") as source:
        return read_po(source, locale=locale(code), domain=DOMAIN)


def locale(code: str) -> Locale | None:
    """The locale of a language, from which it has its plural forms; None for one that CLDR does not know (two forms then)."""
    try:
        return Locale.parse(cldr(code))
    except (UnknownLocaleError, ValueError):
        return None


def plural_forms(code: str) -> str:
    """The plural forms of a language, as a catalogue's header says them.

    Babel's table has them as gettext's programs write them, without CLDR's form for fractions. Where whole numbers do not fall
    into its forms as CLDR has it, CLDR's rules hold: the table gives Persian one form, and changes Arabic's last two round.
    """
    known = locale(code)
    listed = Catalog(locale=known)
    if known is None or _forms(listed) == _forms_by_cldr(known):
        return str(listed.plural_forms)
    return str(to_gettext(known.plural_form))


def _forms(catalogue: Catalog) -> list[int]:
    """Into which form each whole number falls by a catalogue's own rule."""
    form_of = gettext.c2py(catalogue.plural_expr)
    return [form_of(number) for number in range(_NUMBERS)]


def _forms_by_cldr(known: Locale) -> list[int]:
    """Into which form each whole number falls by CLDR, the forms in its order: zero, one, two, few, many, other."""
    names = [known.plural_form(number) for number in range(_NUMBERS)]
    order = [name for name in _ORDER if name in names]
    return [order.index(name) for name in names]


def written(catalogue: Catalog) -> str:
    """A catalogue as its file has it."""
    target = BytesIO()
    write_po(target, catalogue, sort_output=True, no_location=True, width=0)
    return _PASSING.sub("", target.getvalue().decode())


def empty(template: Catalog, language: Language) -> Catalog:
    """A catalogue of all messages of another, none translated, with as many plural forms as the language has."""
    header = f"# The interface of Vägvisare in {language.title}."
    made = Catalog(locale=locale(language.code), domain=DOMAIN, header_comment=header, fuzzy=False)
    made.mime_headers = [("Plural-Forms", plural_forms(language.code))]
    for message in template:
        if message.id:
            made.add(message.id, context=message.context, flags=message.flags, auto_comments=message.auto_comments)
    return made


# --- what is wrong --------------------------------------------------------------------------------------------------


def faults(file: str, catalogue: Catalog, template: Catalog) -> Iterator[Problem]:
    """Every message that a catalogue lacks, has in vain or left empty, and every translation that does not fit its message.

    ``template`` has every message of the code and the templates. A language that has just been added may be empty: of a catalogue
    that has no translation at all, nothing is said of what it lacks.
    """
    wanted = {_key(message): message for message in template if message.id}
    found = {_key(message): message for message in catalogue if message.id}
    for key in wanted.keys() - found.keys():
        yield _problem(file, None, "catalogue-missing", key)
    for key in found.keys() - wanted.keys():
        yield _problem(file, found[key], "catalogue-unused", key)
    if catalogue.locale and _forms(catalogue) != _forms_by_cldr(catalogue.locale):
        yield Problem(file, 1, 1, "catalogue-plurals", {"correct": (plural_forms(str(catalogue.locale)),)})
    begun = any(any(_strings(message)) for message in found.values())
    for key, message in found.items():
        if key in wanted:
            yield from _faults(file, message, key, begun=begun, counted=_counted(catalogue))


def _counted(catalogue: Catalog) -> frozenset[int]:
    """The plural forms that stand for more than one number, and so must say which: Arabic's for none, one and two do not."""
    return frozenset(form for form, numbers in Counter(_forms(catalogue)).items() if numbers > 1)


def _faults(file: str, message: Message, key: tuple[str, str], *, begun: bool, counted: Container[int]) -> Iterator[Problem]:
    strings = _strings(message)
    if not all(strings) or message.fuzzy:
        if begun:
            yield _problem(file, message, "catalogue-untranslated", key)
        return
    yield from _unfit(file, message, key)
    needed = placeholders(_last_id(message))
    for form, string in enumerate(strings):
        there = placeholders(string)
        needless = {"%(number)s"} if len(strings) > 1 and form not in counted else set()
        lost = needed - there - needless
        for placeholder in sorted(lost | (there - needed)):
            yield _problem(file, message, "catalogue-placeholder", key, placeholder=placeholder)


def _unfit(file: str, message: Message, key: tuple[str, str]) -> Iterator[Problem]:
    """What no translation may have: marks of a template, and beside placeholders a per cent sign that is none."""
    formatted = "%(" in _last_id(message)
    for string in _strings(message):
        for mark in marks(string):
            yield _problem(file, message, "catalogue-mark", key, mark=mark)
        found = malformed(string)
        if found and (formatted or found.startswith("%(")):
            yield _problem(file, message, "catalogue-percent", key, found=found)


def _key(message: Message) -> tuple[str, str]:
    return message.context or "", message.id if isinstance(message.id, str) else message.id[0]


def _last_id(message: Message) -> str:
    """The English of a message, or of several where it counts."""
    return message.id if isinstance(message.id, str) else message.id[-1]


def _strings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def _problem(file: str, message: Message | None, code: str, key: tuple[str, str], **facts: str) -> Problem:
    line = message.lineno if message and message.lineno else 1
    return Problem(file, line, 1, code, {"value": key[1], **facts})


def missing_keys(partial: str, complete: str) -> Iterator[str]:
    """The keys (``"action.edit": "…"``) that one of Material's files of words has and another has not."""
    yield from (key for key in _keys(complete) if key not in _keys(partial))


def _keys(partial: str) -> Mapping[str, str]:
    return dict(re.findall(r'^\s*"([\w.]+)": "(.*)"', partial, re.MULTILINE))
