"""The files of ``directory/vocabulary/`` as models.

They say what a term, a language, a county and a municipality must have. They are validated with
``context=vocabulary`` like the records; the vocabulary is then what is known so far.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Literal, TypeVar

from pydantic import Field

from vagvisare.languages.languages import EASY, SOURCE, Language
from vagvisare.languages.readability import too_hard
from vagvisare.problems.problems import Problem
from vagvisare.reading.validation import validate_entry
from vagvisare.records.parts import Part, Source, Translations
from vagvisare.records.termlists import NAMED, TERM_LISTS
from vagvisare.records.values import (
    LanguageCode,
    Line,
    PostalCodes,
    RecordId,
    SituationCode,
    Text,
    Whole,
    YesNo,
    code_in,
)
from vagvisare.records.vocabulary import County, Municipality, Term, Vocabulary
from vagvisare.yaml.yamlfile import Document

M = TypeVar("M", bound=Part)

CODE_PATTERNS = {
    "languages": r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?",
    "counties": r"[0-9]{2}",
    "municipalities": r"[0-9]{4}",
}
"""The form of the codes in these files; in the others it is ``TERM_PATTERN``."""
TERM_PATTERN = r"\w+(-\w+)*"
NAME = "list"
"""The key in a list's file for the name of the list itself. No term has that code."""


Synonyms = dict[LanguageCode, tuple[Line, ...]]
"""The words that people type for a thing, by language."""


Asked = Literal["phone", "email", "website", "address", "hours"]
"""The facts of a hit that people ask for by a word of their own."""


class VocabularyEntry(Part):
    """What every entry of a vocabulary file may have."""

    translations: Translations = Field(default_factory=dict)


class ListEntry(VocabularyEntry):
    """What a list is called: in filters, in a search and in the glossary."""

    label: Text


class Ages(Part):
    """The ages, in years, of those who are in a situation; either end may be open."""

    minimum: Whole = 0
    maximum: Whole = 200

    @property
    def span(self) -> tuple[int, int]:
        """The lowest and the highest age."""
        return self.minimum, self.maximum


class TermEntry(VocabularyEntry):
    """A term of a closed list.

    Facts that some lists carry: ``sni`` (SCB's code of the trade), ``law``, ``payer``, ``icon``
    (one of assets/icons.svg); of a situation its ``group`` and whether it is ``asked``; of a need
    whether it is ``urgent``, and the ``phrases`` of people in that danger; of both whether they are
    ``watched``; of a door its ``body`` and the ``national`` one whose contacts are added where a
    municipality's own door lets nobody in. In a phrase ``*`` at the end of a word is any ending.
    """

    label: Text
    explanation: Text | None = None
    synonyms: Synonyms = Field(default_factory=dict)
    implies: tuple[SituationCode, ...] = ()
    excludes: tuple[SituationCode, ...] = ()
    aliases: tuple[Line, ...] = ()
    ages: Ages | None = None
    months: Whole | None = None
    needs: tuple[code_in("needs"), ...] = ()  # type: ignore[valid-type]
    phrases: Synonyms = Field(default_factory=dict)
    situations: tuple[SituationCode, ...] = ()
    parts: tuple[code_in("conversation"), ...] = ()  # type: ignore[valid-type]
    asks: tuple[code_in("conversation"), ...] = ()  # type: ignore[valid-type]
    group: code_in("situation-groups") | None = None  # type: ignore[valid-type]
    asked: Literal["yes", "no"] | None = None
    urgent: Literal["yes", "no"] | None = None
    watched: Literal["yes", "no"] | None = None
    body: RecordId | None = None
    national: RecordId | None = None
    sources: tuple[Source, ...] = ()
    sni: Line | None = None
    law: Line | None = None
    payer: Line | None = None
    icon: RecordId | None = None

    def term(self, code: str) -> Term:
        """The term as the vocabulary keeps it."""
        facts = {name: value for name in _FACTS if (value := getattr(self, name))}
        return Term(
            code,
            self.label,
            self.explanation,
            self.synonyms,
            facts,
            implies=self.implies,
            excludes=self.excludes,
            aliases=self.aliases,
            ages=self.ages.span if self.ages else None,
            months=self.months,
            needs=self.needs,
            phrases=self.phrases,
            situations=self.situations,
            parts=self.parts,
            asks=self.asks,
            translations=self.translations,
        )


_FACTS = (
    *("sni", "law", "payer", "icon", "group"),
    *("asked", "urgent", "watched", "body", "national"),
)
"""The facts of a term that only some lists carry."""


class LanguageEntry(TermEntry):
    """A language: a term of the list ``languages``, with what writing and searching in it need."""

    autonym: Line | None = None
    direction: Literal["ltr", "rtl"]
    script: Line
    fallback: tuple[LanguageCode, ...] = ()
    small_words: tuple[Line, ...] = ()
    beginnings: tuple[Line, ...] = ()
    endings: tuple[Line, ...] = ()
    compounds: YesNo = False
    clitics: tuple[Line, ...] = ()
    attributes: dict[Asked, tuple[Line, ...]] = Field(default_factory=dict)
    spellings: tuple[Annotated[tuple[Line, ...], Field(min_length=2)], ...] = ()

    def language(self, code: str) -> Language:
        """The language as the vocabulary keeps it; an unknown autonym is empty."""
        writing = (code, self.autonym or "", self.direction, self.script, self.fallback or ("sv",))
        return Language(
            *writing,
            self.small_words,
            _longest_first(self.beginnings),
            _longest_first(self.endings),
            self.compounds,
            {str(fact): words for fact, words in self.attributes.items()},
            self.spellings,
            _longest_first(self.clitics),
        )


def _longest_first(parts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(parts, key=lambda part: (-len(part), part)))


class CountyEntry(VocabularyEntry):
    """A county: its name, and other spellings."""

    name: Text
    synonyms: Synonyms = Field(default_factory=dict)

    def county(self, code: str) -> County:
        """The county as the vocabulary keeps it."""
        return County(code, self.name, self.translations, self.synonyms)


class MunicipalityEntry(VocabularyEntry):
    """A municipality: its names and other spellings, its population, and a point inside it.

    The point is in degrees (WGS 84). ``localities`` are places and districts in it.
    """

    id: RecordId
    name: Text
    official_name: Line
    latitude: Annotated[float, Field(ge=55, le=70)]
    longitude: Annotated[float, Field(ge=10, le=25)]
    population: Whole
    postal_codes: tuple[PostalCodes, ...] = ()
    synonyms: Synonyms = Field(default_factory=dict)
    localities: Synonyms = Field(default_factory=dict)

    def municipality(self, code: str) -> Municipality:
        """The municipality as the vocabulary keeps it."""
        spans = tuple(
            (span[:6].replace(" ", ""), span[-6:].replace(" ", "")) for span in self.postal_codes
        )
        facts = (
            self.latitude,
            self.longitude,
            self.population,
            spans,
            self.translations,
            self.synonyms,
            self.localities,
        )
        return Municipality(code, self.id, self.name, self.official_name, *facts)


# --- the vocabulary -------------------------------------------------------------------------------


def vocabulary_from(documents: Mapping[str, Document]) -> tuple[Vocabulary, list[Problem]]:
    """The vocabulary of its files by name (without ``.yml``), and the problems of their entries.

    A faulty entry keeps its code, so that no problem is reported for the records that use it.
    """
    reading = _Reading(documents)
    return reading.vocabulary(), reading.problems


class _Reading:
    """Reads the files of the vocabulary and collects their problems."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self.documents = documents
        self.problems = [
            problem
            for name, document in documents.items()
            for problem in _malformed_codes(name, document)
        ]
        names = [name for name in sorted(TERM_LISTS) if name in documents]
        self.known = Vocabulary({name: _bare(name, documents[name]) for name in names}, {}, {}, {})

    def vocabulary(self) -> Vocabulary:
        """What the files say."""
        lists: dict[str, Mapping[str, Term]] = {}
        names: dict[str, Term] = {}
        languages: Mapping[str, Language] = {}
        for name in self.known.lists:
            names |= _named(name, self.documents[name], self.known, self.problems)
            if name == "languages":
                entries = self._entries(name, LanguageEntry)
                languages = {code: entry.language(code) for code, entry in entries.items() if entry}
                lists[name] = self._terms(name, entries)
            else:
                lists[name] = self._terms(name, self._entries(name, TermEntry))
        counties = self._counties()
        return Vocabulary(lists, languages, counties, self._municipalities(counties), names)

    def _entries(self, name: str, model: type[M]) -> dict[str, M | None]:
        """The entries of a file by code, None for each that is faulty."""
        found: dict[str, M | None] = {}
        document = self.documents.get(name)
        if document is None:
            return found
        for code in _codes(name, document):
            found[code], faults = validate_entry(document, code, model, self.known)
            self.problems += faults
        return found

    def _terms(self, name: str, entries: Mapping[str, TermEntry | None]) -> Mapping[str, Term]:
        document = self.documents[name]
        for code, entry in entries.items():
            if entry:
                self.problems += _hard_to_read(document, code, entry)
                self.problems += _not_in_danger(document, code, entry)
        return {
            code: entry.term(code) if entry else _bare_term(code) for code, entry in entries.items()
        }

    def _counties(self) -> Mapping[str, County]:
        return {
            code: entry.county(code) if entry else County(code, {SOURCE: code})
            for code, entry in self._entries("counties", CountyEntry).items()
        }

    def _municipalities(self, counties: Mapping[str, County]) -> Mapping[str, Municipality]:
        found = {
            code: entry.municipality(code)
            if entry
            else Municipality(code, code, {SOURCE: code}, code, 0, 0, 0)
            for code, entry in self._entries("municipalities", MunicipalityEntry).items()
        }
        if document := self.documents.get("municipalities"):
            self.problems += _misplaced(document, found.values(), counties)
        return found


def _codes(name: str, document: Document) -> Iterator[str]:
    """The codes of a file of the vocabulary."""
    yield from (code for code in document.data if code != NAME or name not in TERM_LISTS)


def _named(
    name: str, document: Document, known: Vocabulary, problems: list[Problem]
) -> dict[str, Term]:
    """What a list is called, by the list; empty if its file does not say.

    Adds the problems of that to ``problems``.
    """
    if NAME not in document.data:
        if name in NAMED:
            problems.append(Problem(document.file, 1, 1, "missing-field", {"field": NAME}))
        return {}
    entry, faults = validate_entry(document, NAME, ListEntry, known)
    problems += faults
    return {name: Term(NAME, entry.label, translations=entry.translations)} if entry else {}


def _bare(name: str, document: Document) -> Mapping[str, Term]:
    return {code: _bare_term(code) for code in _codes(name, document)}


def _bare_term(code: str) -> Term:
    return Term(code, {SOURCE: code})


def _malformed_codes(name: str, document: Document) -> Iterator[Problem]:
    """The codes of a vocabulary file have its form."""
    pattern = re.compile(CODE_PATTERNS.get(name, TERM_PATTERN))
    for code in _codes(name, document):
        if not pattern.fullmatch(code):
            kind = name if name in CODE_PATTERNS else "terms"
            yield Problem(
                document.file,
                *document.position((code,), key=True),
                "vocabulary-code",
                {"value": code, "list": kind},
            )


def _hard_to_read(document: Document, code: str, entry: TermEntry) -> Iterator[Problem]:
    """A label or an explanation in easy Swedish is easy to read."""
    for field, text in (("label", entry.label), ("explanation", entry.explanation or {})):
        if EASY.code in text and (facts := too_hard(text[EASY.code])):
            yield Problem(
                document.file, *document.position((code, field, EASY.code)), "easy-hard", facts
            )


def _not_in_danger(document: Document, code: str, entry: TermEntry) -> Iterator[Problem]:
    """Only an urgent need has the phrases that bring help in danger before all else."""
    if entry.phrases and entry.urgent != "yes":
        at = document.position((code, "phrases"), key=True)
        yield Problem(document.file, *at, "phrases-without-danger", {"value": code})


def _misplaced(
    document: Document, municipalities: Iterable[Municipality], counties: Mapping[str, County]
) -> Iterator[Problem]:
    """A municipality is in a known county, and its id, its page's address, is no other's."""
    first: dict[str, str] = {}
    for municipality in municipalities:
        code = municipality.code
        if (
            counties
            and re.fullmatch(CODE_PATTERNS["municipalities"], code)
            and municipality.county not in counties
        ):
            place = document.position((code,), key=True)
            yield Problem(document.file, *place, "unknown-county", {"value": municipality.county})
        if first.setdefault(municipality.id, code) != code:
            place = document.position((code, "id"))
            facts = {"value": municipality.id, "first": first[municipality.id]}
            yield Problem(document.file, *place, "duplicate-municipality", facts)
