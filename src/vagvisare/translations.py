"""Translations and how they stand to the Swedish that they were made from: current, stale, machine or missing.

No dates of the version history are asked: a record, a term of the vocabulary and a page of prose each keep the fingerprint
of the Swedish that a translation was made from.
"""

import hashlib
import json
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal, get_args

from pydantic import BaseModel, ValidationError

from vagvisare.directory import Directory
from vagvisare.folders import record_file, vocabulary_file
from vagvisare.languages import EASY, SOURCE, Language, Mark, Marks, Text
from vagvisare.prose import DOCS, MARK, Prose
from vagvisare.records import Record, TranslationMark

State = Literal["current", "stale", "machine", "missing"]
STATES: tuple[State, ...] = ("current", "machine", "stale", "missing")
"""Every state, the best first."""
VOCABULARY, PROSE = "vocabulary", DOCS
"""The kinds of passage beside the kinds of record."""
Pages = Mapping[str, Mapping[str, Prose]]
"""The pages of prose by name and language (`vagvisare.prose.pages`)."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that is translated, and how its translations came to be.

    ``kind`` is a kind of record, ``vocabulary`` or ``docs``; ``of`` the record's id, the list and code of a term (``needs/tolk``)
    or the name of a page; ``path`` the way to the text as written in the file (``application_process.0``), or a page's part.
    """

    kind: str
    of: str
    path: str
    text: Text
    marks: Marks

    @property
    def key(self) -> str:
        """What names it anywhere: ``offers/sfi/application_process.0``, ``vocabulary/needs/tolk/label``, ``docs/about/why``."""
        return f"{self.kind}/{self.of}/{self.path}"

    def file(self, language: str) -> str:
        """The file, relative to the root, that the text stands in in a language."""
        if self.kind == PROSE:
            return f"{DOCS}/{language}/{self.of}.md"
        return vocabulary_file(self.of.partition("/")[0]) if self.kind == VOCABULARY else record_file(self.kind, self.of)

    def way(self) -> tuple[str | int, ...]:
        """The way to the text in its YAML file."""
        parts = tuple(int(part) if part.isdecimal() else part for part in self.path.split("."))
        return (self.of.partition("/")[2], *parts) if self.kind == VOCABULARY else parts

    def mark(self, language: str) -> Mark | None:
        """How the text came to be in a language, where that is kept. A page keeps one mark for all of its parts."""
        return self.marks.get(language, {}).get("" if self.kind == PROSE else self.path)

    def state(self, language: str) -> State:
        """How the text stands in a language."""
        mark = self.mark(language)
        if self.kind == PROSE and mark is not None and language in self.text:
            return _state_of(mark, self.marks[SOURCE][""].made_from)
        return state(self.text, language, mark)


def passages(directory: Directory, pages: Pages | None = None) -> Iterator[Passage]:
    """Every text that is translated: of all records, of the vocabulary, and of pages of prose where they are given."""
    for record in directory:
        for path, text in texts(record):
            yield Passage(record.kind_name, record.id, path, text, record.translations)
    yield from _terms(directory)
    for name, page in (pages or {}).items():
        marks = {language: {"": mark} for language, one in page.items() if (mark := page_mark(one))}
        marks[SOURCE] = {"": _Swedish(fingerprint(page[SOURCE].whole))}
        for part in page[SOURCE].parts:
            yield Passage(PROSE, name, part, {code: one.parts[part] for code, one in page.items() if part in one.parts}, marks)


def _terms(directory: Directory) -> Iterator[Passage]:
    vocabulary = directory.vocabulary
    for name, terms in vocabulary.lists.items():
        for code, term in terms.items():
            yield Passage(VOCABULARY, f"{name}/{code}", "label", term.label, term.translations)
            if term.explanation:
                yield Passage(VOCABULARY, f"{name}/{code}", "explanation", term.explanation, term.translations)
    for county in vocabulary.counties.values():
        yield Passage(VOCABULARY, f"counties/{county.code}", "name", county.name, county.translations)
    for municipality in vocabulary.municipalities.values():
        yield Passage(VOCABULARY, f"municipalities/{municipality.code}", "name", municipality.name, municipality.translations)


_CALLED = frozenset({"name", "label"})
"""The ways to what a thing is called."""


def is_wanted(passage: Passage, language: Language) -> bool:
    """Whether a text is to be translated into a language: a municipality keeps its name where Latin letters are read.

    In easy Swedish everything keeps its name, and pages of prose are plain as they are.
    """
    if language is EASY:
        return passage.kind != PROSE and passage.path not in _CALLED
    return language.code != SOURCE and not (passage.of.startswith("municipalities/") and language.script == "Latn")


@dataclass(frozen=True, slots=True)
class _Swedish:
    """The Swedish page itself as a mark: what its translations should have been made from."""

    made_from: str
    by: Literal["human"] = "human"
    reviewed: None = None


def page_mark(page: Prose) -> Mark | None:
    """How a page of prose came to be: ``translated:`` of its front matter. Without ``from`` nobody can tell if it is stale."""
    written: Any = page.head.get(MARK)
    if not isinstance(written, dict):
        return None
    try:
        return TranslationMark.model_validate({"from": "-", **written})
    except ValidationError:
        return None


def _state_of(mark: Mark, swedish: str) -> State:
    if mark.made_from not in {swedish, "-"}:
        return "stale"
    return "machine" if mark.by == "machine" and mark.reviewed is None else "current"


Standing = Mapping[str, Mapping[str, Mapping[State, int]]]
"""How many texts are in which state, by language and kind of passage."""


def standing(directory: Directory, languages: Iterable[str], pages: Pages | None = None) -> Standing:
    """How each language but Swedish stands, by kind."""
    known = directory.vocabulary.writings
    wanted = [known[code] for code in languages if code != SOURCE]
    found: dict[str, dict[str, Counter[State]]] = {language.code: {} for language in wanted}
    for passage in passages(directory, pages):
        for language in wanted:
            if is_wanted(passage, language):
                found[language.code].setdefault(passage.kind, Counter())[passage.state(language.code)] += 1
    return found


def share(counts: Mapping[State, int], state: State) -> float:
    """Which part of the texts is in a state, from 0 to 1."""
    return counts.get(state, 0) / (sum(counts.values()) or 1)


def as_text(found: Standing) -> Iterator[str]:
    """A table for the terminal: for each language its kinds, what is stale first, with the share of each state."""
    yield f"{'':12}{'texts':>7}" + "".join(f"{state:>10}" for state in STATES)
    for code, kinds in found.items():
        yield code
        for kind, counts in sorted(kinds.items(), key=lambda item: _worst_first(item[1])):
            shares = (f"{outline(counts)[state]:>8} %" for state in STATES)
            yield f"  {kind:10}{sum(counts.values()):>7}" + "".join(shares)


def as_json(found: Standing) -> Iterator[str]:
    """The counts as one JSON object: language, kind, state."""
    counts = {code: {kind: {s: n.get(s, 0) for s in STATES} for kind, n in kinds.items()} for code, kinds in found.items()}
    yield json.dumps(counts, indent=1)


RENDERINGS: Mapping[str, Callable[[Standing], Iterator[str]]] = {"text": as_text, "json": as_json}
"""The renderings of a standing by the name that ``--format`` takes."""


def _worst_first(counts: Mapping[State, int]) -> tuple[float, ...]:
    return tuple(-share(counts, state) for state in ("stale", "missing", "machine"))


def outline(counts: Mapping[State, int]) -> Mapping[State, int]:
    """The shares in whole per cent that add up to 100. What is there is never shown as 0, nor what lacks something as 100."""
    total = sum(counts.values())
    if not total:
        return dict.fromkeys(STATES, 0)
    rounded = {one: max(1, round(100 * counts[one] / total)) if counts.get(one) else 0 for one in STATES}
    most = max(STATES, key=lambda one: rounded[one])
    return {**rounded, most: 100 - sum(rounded[one] for one in STATES if one != most)}


@lru_cache(maxsize=8)  # a text's translations are looked at one after the other
def fingerprint(text: str) -> str:
    """Eight hexadecimal digits that stay the same when only white space or the Unicode form changes."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(plain.encode()).hexdigest()[:8]


def texts(record: BaseModel) -> Iterator[tuple[str, Text]]:
    """Every text of a record that can be translated, by its way as written in the file: ``for.description``, ``aims.0``."""
    for name, written in _fields(type(record)):
        yield from _texts(getattr(record, name), written)


def text_at(record: BaseModel, path: str) -> Text | None:
    """The text at a way such as `texts` gives, or None where there is no text that can be translated."""
    value: object = record
    for part in path.split("."):
        if isinstance(value, BaseModel):
            name = _names(type(value)).get(part)
            value = getattr(value, name) if name else None
        elif isinstance(value, tuple) and part.isdecimal() and int(part) < len(value):
            value = value[int(part)]
        else:
            return None
    return value if isinstance(value, dict) else None


def _texts(value: object, path: str) -> Iterator[tuple[str, Text]]:
    if isinstance(value, dict):
        yield path, value
    elif isinstance(value, BaseModel):
        for inner, text in texts(value):
            yield f"{path}.{inner}", text
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, f"{path}.{index}")


_NO_TEXTS = frozenset({"translations", "recordings"})
"""The fields that say something of texts and hold none."""


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields of a model that may hold such texts: as named in Python and as written in the file."""
    return tuple(
        (name, field.alias or name)
        for name, field in model.model_fields.items()
        if name not in _NO_TEXTS and _may_hold_texts(field.annotation)
    )


@cache
def _names(model: type[BaseModel]) -> dict[str, str]:
    return {written: name for name, written in _fields(model)}


def _may_hold_texts(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return bool(_fields(annotation))
    origin = getattr(annotation, "__origin__", None)
    return origin is dict or any(_may_hold_texts(part) for part in get_args(annotation))


def state(text: Text, language: str, mark: Mark | None) -> State:
    """How a text stands in a language. A translation without a mark is somebody's own, and counts as current."""
    if language not in text:
        return "missing"
    if mark is None or language == SOURCE:
        return "current"
    return _state_of(mark, fingerprint(text[SOURCE]))


def states(record: Record, languages: Iterable[str]) -> Iterator[tuple[str, str, State]]:
    """The way, the language and the state of every text of a record in each of ``languages``."""
    wanted = tuple(languages)
    for path, text in texts(record):
        for language in wanted:
            yield path, language, state(text, language, record.translations.get(language, {}).get(path))
