"""Rules for the catalogues of the interface's words, in every language.

A translation is a text from outside: it has its message's placeholders and no other, no mark of a template, and nothing that
cannot be seen or that turns the text round.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path

from babel.messages.catalog import Catalog, Message

from vagvisare.languages.placeholders import malformed, marks, placeholders
from vagvisare.problems.problems import Fact, Problem
from vagvisare.translating.catalogues import DOMAIN, LOCALE, find, forms, forms_by_cldr, locale, name, plural_forms, read
from vagvisare.translating.pofile import PoError
from vagvisare.yaml.yamlfile import forbidden_in

ENGLISH = "en"
"""The language of the messages' ids."""
_Key = tuple[str, str]
_FEW = 10
"""Of so many missing messages each is named; a catalogue that lacks more has been cut off, or is another one."""


def files(root: Path) -> list[str]:
    """The files of a site's own catalogues, relative to the root."""
    return sorted(path.relative_to(root).as_posix() for path in (root / LOCALE).glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def check(root: Path, languages: Iterable[str]) -> Iterator[Problem]:
    """What is wrong with the catalogues of a site: of its languages, and what else stands in its own folder of catalogues.

    A catalogue has the messages that any other has. Whether they are translated is no question of right or wrong.
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
        yield Problem(file, 1, 1, "catalogue-cut", {"value": str(wanted - len(lacking)), "valid": str(wanted)})
        return
    for key in lacking:
        yield _problem(file, None, "catalogue-missing", key)


def faults(file: str, code: str, catalogue: Catalog, template: Catalog) -> Iterator[Problem]:
    """Every message that a catalogue lacks, has in vain or left empty, and every translation that does not fit its message.

    ``template`` has every message of the code and the templates. A language that has just been added may be empty: of a catalogue
    that has no translation at all, nothing is said of what it lacks.
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
    """Plural forms that are not the language's, and every translation that does not fit its message."""
    if (known := locale(code)) and forms(catalogue) != forms_by_cldr(known):
        yield Problem(file, 1, 1, "catalogue-plurals", {"correct": (plural_forms(code),)})
    counted = _counted(catalogue)
    for key, message in _messages(catalogue).items():
        yield from _signs(file, message, key)
        if _is_translated(message):
            yield from _placeholders(file, message, key, counted)


def _counted(catalogue: Catalog) -> frozenset[int]:
    """The plural forms that stand for more than one number, and so must say which: Arabic's for none, one and two do not."""
    return frozenset(form for form, numbers in Counter(forms(catalogue)).items() if numbers > 1)


def _signs(file: str, message: Message, key: _Key) -> Iterator[Problem]:
    """What no translation may have: marks of a template, characters that hide, and beside placeholders other per cent signs."""
    for string in _strings(message):
        for mark in marks(string):
            yield _problem(file, message, "catalogue-mark", key, mark=mark)
        for character in sorted(forbidden_in(string)):
            yield _problem(file, message, "catalogue-character", key, character=f"U+{ord(character):04X}")
        found = malformed(string)
        if found and ("%(" in _ids(message)[-1] or found.startswith("%(")):
            yield _problem(file, message, "catalogue-percent", key, found=found)


def _placeholders(file: str, message: Message, key: _Key, counted: Container[int]) -> Iterator[Problem]:
    """The placeholders are those of the message; a plural form that stands for one number need not say it."""
    needed, strings = placeholders(_ids(message)[-1]), _strings(message)
    for form, string in enumerate(strings):
        there = placeholders(string)
        needless = {"%(number)s"} if len(strings) > 1 and form not in counted else set()
        lost = needed - there - needless
        for placeholder in sorted(lost | (there - needed)):
            yield _problem(file, message, "catalogue-placeholder", key, placeholder=placeholder)


def _messages(catalogue: Catalog) -> Mapping[_Key, Message]:
    return {(message.context or "", _ids(message)[0]): message for message in catalogue if message.id}


def _ids(message: Message) -> tuple[str, ...]:
    """The English of a message; where it counts, that of one and that of many."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _strings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def _is_translated(message: Message) -> bool:
    return all(_strings(message)) and not message.fuzzy


def _problem(file: str, message: Message | None, code: str, key: _Key, **facts: Fact) -> Problem:
    line = message.lineno if message and message.lineno else 1
    return Problem(file, line, 1, code, {"value": key[1], **facts})


# --- Material's words -------------------------------------------------------------------------------------------------


def missing_keys(partial: str, complete: str) -> Iterator[str]:
    """The keys (``"action.edit": "…"``) that one of Material's files of words has and another has not."""
    yield from (key for key in _keys(complete) if key not in _keys(partial))


def _keys(partial: str) -> Mapping[str, str]:
    return dict(re.findall(r'^\s*"([\w.]+)": "(.*)"', partial, re.MULTILINE))
