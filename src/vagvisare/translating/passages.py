"""Every text that is translated: of records, of the vocabulary and of pages of prose."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import ValidationError

from vagvisare.languages.languages import EASY, SOURCE, Language, Mark, Marks, Text
from vagvisare.prose.prose import DOCS, MARK, Pages, Prose
from vagvisare.reading.folders import record_file, vocabulary_file
from vagvisare.records.directory import Directory
from vagvisare.records.parts import TranslationMark
from vagvisare.records.texts import State, fingerprint, state, state_of, texts

VOCABULARY, PROSE = "vocabulary", DOCS
"""The kinds of passage besides the kinds of record."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that is translated, and how its translations came to be.

    ``kind`` is a kind of record, ``vocabulary`` or ``docs``; ``of`` the record's id, a term's list
    and code (``needs/tolk``) or a page's name; ``path`` the way to the text as written in the file
    (``application_process.0``), or a page's part.
    """

    kind: str
    of: str
    path: str
    text: Text
    marks: Marks

    @property
    def key(self) -> str:
        """Its name everywhere.

        ``offers/sfi/application_process.0``, ``vocabulary/needs/tolk/label``, ``docs/about/why``.
        """
        return f"{self.kind}/{self.of}/{self.path}"

    def file(self, language: str) -> str:
        """The file that has the text in a language, relative to the root."""
        if self.kind == PROSE:
            return f"{DOCS}/{language}/{self.of}.md"
        return (
            vocabulary_file(self.of.partition("/")[0])
            if self.kind == VOCABULARY
            else record_file(self.kind, self.of)
        )

    def way(self) -> tuple[str | int, ...]:
        """The way to the text in its YAML file."""
        parts = tuple(int(part) if part.isdecimal() else part for part in self.path.split("."))
        return (self.of.partition("/")[2], *parts) if self.kind == VOCABULARY else parts

    def mark(self, language: str) -> Mark | None:
        """How the text came to be in a language, if recorded.

        A page has one mark for all its parts.
        """
        return self.marks.get(language, {}).get("" if self.kind == PROSE else self.path)

    def state(self, language: str) -> State:
        """The state of the text in a language."""
        mark = self.mark(language)
        if self.kind == PROSE and mark is not None and language in self.text:
            return state_of(mark, self.marks[SOURCE][""].made_from)
        return state(self.text, language, mark)


def passages(directory: Directory, pages: Pages | None = None) -> Iterator[Passage]:
    """Every text that is translated: of records, the vocabulary and, if given, pages of prose."""
    for record in directory:
        for path, text in texts(record):
            yield Passage(record.kind_name, record.id, path, text, record.translations)
    yield from _terms(directory)
    for name, page in (pages or {}).items():
        marks = {language: {"": mark} for language, one in page.items() if (mark := page_mark(one))}
        marks[SOURCE] = {"": _Swedish(fingerprint(page[SOURCE].whole))}
        for part in page[SOURCE].parts:
            yield Passage(
                PROSE,
                name,
                part,
                {code: one.parts[part] for code, one in page.items() if part in one.parts},
                marks,
            )


def _terms(directory: Directory) -> Iterator[Passage]:
    vocabulary = directory.vocabulary
    for name, one in vocabulary.names.items():
        yield Passage(VOCABULARY, f"{name}/{one.code}", "label", one.label, one.translations)
    for name, terms in vocabulary.lists.items():
        for code, term in terms.items():
            yield Passage(VOCABULARY, f"{name}/{code}", "label", term.label, term.translations)
            if term.explanation:
                yield Passage(
                    VOCABULARY, f"{name}/{code}", "explanation", term.explanation, term.translations
                )
    for county in vocabulary.counties.values():
        yield Passage(
            VOCABULARY, f"counties/{county.code}", "name", county.name, county.translations
        )
    for municipality in vocabulary.municipalities.values():
        yield Passage(
            VOCABULARY,
            f"municipalities/{municipality.code}",
            "name",
            municipality.name,
            municipality.translations,
        )


_CALLED = frozenset({"name", "label"})
"""The paths of what a thing is called."""


def is_wanted(passage: Passage, language: Language) -> bool:
    """Whether a text is to be translated into a language.

    A municipality keeps its name in languages written in Latin letters. In easy Swedish everything
    keeps its name, and pages of prose are plain as they are.
    """
    if language is EASY:
        return passage.kind != PROSE and passage.path not in _CALLED
    return language.code != SOURCE and not (
        passage.of.startswith("municipalities/") and language.script == "Latn"
    )


@dataclass(frozen=True, slots=True)
class _Swedish:
    """The Swedish page itself as a mark: what its translations should have been made from."""

    made_from: str
    by: Literal["human"] = "human"
    reviewed: None = None


def page_mark(page: Prose) -> Mark | None:
    """How a page of prose came to be: ``translated`` in its front matter, if that is valid.

    Without ``from`` nobody can tell whether it is stale.
    """
    written: Any = page.head.get(MARK)
    if not isinstance(written, dict):
        return None
    try:
        return TranslationMark.model_validate({"from": "-", **written})
    except ValidationError:
        return None
