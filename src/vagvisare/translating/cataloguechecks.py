"""Rules for the catalogues of the interface's words, in every language.

A translation comes from outside: it must have exactly its message's placeholders, no template
marks, and no characters that are invisible or change the text's direction.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path

from babel.messages.catalog import Catalog, Message

from vagvisare.languages.placeholders import malformed, marks, placeholders
from vagvisare.problems.problems import Fact, Problem
from vagvisare.translating.catalogues import (
    DOMAIN,
    LOCALE,
    find,
    forms,
    forms_by_cldr,
    locale,
    name,
    plural_forms,
    read,
)
from vagvisare.translating.pofile import PoError
from vagvisare.yaml.yamlfile import forbidden_in

ENGLISH = "en"
"""The language of the messages' ids."""
_Key = tuple[str, str]
_FEW = 10
"""Up to this many missing messages are named one by one. A catalogue that lacks more is truncated,
or the wrong file.
"""


def files(root: Path) -> list[str]:
    """The files of a site's own catalogues, relative to the root."""
    return sorted(
        path.relative_to(root).as_posix()
        for path in (root / LOCALE).glob(f"*/LC_MESSAGES/{DOMAIN}.po")
    )


def check(root: Path, languages: Iterable[str]) -> Iterator[Problem]:
    """The problems of a site's catalogues: of its languages, and of any others in its own folder.

    Every catalogue must have all messages that any other has. Whether they are translated is not
    checked.
    """
    own, codes = root / LOCALE, {*languages, *(file.split("/")[1] for file in files(root))}
    found: dict[str, Catalog] = {}
    for code in sorted({*codes, ENGLISH} if codes else ()):
        try:
            found[code] = read(own, code)
        except PoError as error:
            yield error.problem
    wanted = {key for catalogue in found.values() for key in _messages(catalogue)}
    for code, catalogue in found.items():
        file = name(find(own, code))
        yield from _lacking(file, wanted - _messages(catalogue).keys(), len(wanted))
        yield from unfit(file, code, catalogue)


def _lacking(file: str, keys: Iterable[_Key], wanted: int) -> Iterator[Problem]:
    lacking = sorted(keys)
    if len(lacking) > _FEW:
        yield Problem(
            file, 1, 1, "catalogue-cut", {"value": str(wanted - len(lacking)), "valid": str(wanted)}
        )
        return
    for key in lacking:
        yield _problem(file, None, "catalogue-missing", key)


def faults(file: str, code: str, catalogue: Catalog, template: Catalog) -> Iterator[Problem]:
    """Messages missing, unused or untranslated, and translations that do not fit their message.

    ``template`` has every message of the code and the templates. A language that has just been
    added may be empty: if nothing at all is translated, untranslated messages are not reported.
    """
    wanted, found = _messages(template), _messages(catalogue)
    for key in wanted.keys() - found.keys():
        yield _problem(file, None, "catalogue-missing", key)
    for key in found.keys() - wanted.keys():
        yield _problem(file, found[key], "catalogue-unused", key)
    begun = any(any(_strings(message)) for message in found.values())
    for key, message in found.items():
        if key in wanted and begun and not _is_translated(message):
            yield _problem(file, message, "catalogue-untranslated", key)
    yield from unfit(file, code, catalogue)


def unfit(file: str, code: str, catalogue: Catalog) -> Iterator[Problem]:
    """Plural forms that are not the language's, and translations that do not fit their message."""
    if (known := locale(code)) and forms(catalogue) != forms_by_cldr(known):
        yield Problem(file, 1, 1, "catalogue-plurals", {"correct": (plural_forms(code),)})
    counted = _counted(catalogue)
    for key, message in _messages(catalogue).items():
        yield from _signs(file, message, key)
        if _is_translated(message):
            yield from _placeholders(file, message, key, counted)


def _counted(catalogue: Catalog) -> frozenset[int]:
    """The plural forms that cover more than one number and so must state it.

    Arabic's forms for none, one and two do not.
    """
    return frozenset(form for form, numbers in Counter(forms(catalogue)).items() if numbers > 1)


def _signs(file: str, message: Message, key: _Key) -> Iterator[Problem]:
    """What no translation may contain.

    Template marks, hidden characters, and per cent signs that belong to no placeholder, where the
    message has placeholders or the sign begins a broken one.
    """
    for string in _strings(message):
        for mark in marks(string):
            yield _problem(file, message, "catalogue-mark", key, mark=mark)
        for character in sorted(forbidden_in(string)):
            yield _problem(
                file, message, "catalogue-character", key, character=f"U+{ord(character):04X}"
            )
        found = malformed(string)
        if found and ("%(" in _ids(message)[-1] or found.startswith("%(")):
            yield _problem(file, message, "catalogue-percent", key, found=found)


def _placeholders(
    file: str, message: Message, key: _Key, counted: Container[int]
) -> Iterator[Problem]:
    """Placeholders must be the message's own.

    A plural form for a single number may leave the number out.
    """
    needed, strings = placeholders(_ids(message)[-1]), _strings(message)
    for form, string in enumerate(strings):
        there = placeholders(string)
        needless = {"%(number)s"} if len(strings) > 1 and form not in counted else set()
        lost = needed - there - needless
        for placeholder in sorted(lost | (there - needed)):
            yield _problem(file, message, "catalogue-placeholder", key, placeholder=placeholder)


def _messages(catalogue: Catalog) -> Mapping[_Key, Message]:
    return {
        (message.context or "", _ids(message)[0]): message for message in catalogue if message.id
    }


def _ids(message: Message) -> tuple[str, ...]:
    """The English of a message; of one that counts, singular and plural."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _strings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def _is_translated(message: Message) -> bool:
    return all(_strings(message)) and not message.fuzzy


def _problem(file: str, message: Message | None, code: str, key: _Key, **facts: Fact) -> Problem:
    line = message.lineno if message and message.lineno else 1
    return Problem(file, line, 1, code, {"value": key[1], **facts})


# --- Material's words -----------------------------------------------------------------------------


def missing_keys(partial: str, complete: str) -> Iterator[str]:
    """The keys (``"action.edit": "…"``) of one of Material's language files that another lacks."""
    yield from (key for key in _keys(complete) if key not in _keys(partial))


def _keys(partial: str) -> Mapping[str, str]:
    return dict(re.findall(r'^\s*"([\w.]+)": "(.*)"', partial, re.MULTILINE))
