"""What search finds beside the records: pages and sections of prose, words, situations, languages.

They follow the records in the columns, the names, the texts and the cards (`columns.findable`), in
the order in which they are given here.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from vagvisare.languages.languages import SOURCE, Text, wording
from vagvisare.languages.marking import message
from vagvisare.prose.prose import INTRODUCTION, Pages, Prose, address
from vagvisare.records.glossary import words
from vagvisare.records.vocabulary import Term, Vocabulary
from vagvisare.site.facts.reader import Reader
from vagvisare.site.pages import addresses
from vagvisare.site.pages.kinds import KINDS

NAMES: Mapping[str, str] = {
    "pages": message("Page"),
    "sections": message("Page"),
    "about": message("Page"),
    "needs": message("Need"),
    "situations": message("Situation"),
    "languages": message("Language"),
    "glossary": message("Glossary"),
}
"""What is found beside the records, by code, as messages; ``about`` is of this site itself."""
_FIXED = (
    ("urgent/", message("Help now")),
    ("municipalities/", message("Find who helps you")),
    ("guide/", message("Who helps you in Sweden")),
    ("situations/", message("What is your situation?")),
    ("languages/", message("Help in your language")),
    ("glossary/", message("Glossary")),
    ("questions/", message("What we do not know")),
    ("coverage/", message("Where are the holes?")),
    ("translations/", message("Languages and translations")),
    ("enterprises/#free=now", message("Free places now")),
    *((addresses.of_index(kind.name), kind.label) for kind in KINDS.values()),
)
"""Pages that are made and not written: address and title, as a message."""
_WRITTEN = re.compile(r"\]\([^)]*\)|\{[^}]*\}|[#*_`>|\[\]]")
"""What is not read aloud in a page of prose: addresses, attributes, Markdown's own characters."""
_UNREAD = frozenset({"sources", "contents"})
"""Sections that say nothing of their own."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Something that is found: its address, what it is (`NAMES`) and what it is called.

    ``more`` are other words for it, by language, ``line`` what its card says, ``text`` what is
    searched. ``codes`` are those that it has of facets.
    """

    address: str
    kind: str
    name: Text
    more: Mapping[str, Sequence[str]] = field(default_factory=dict)
    line: Text | None = None
    text: Text | None = None
    codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def beside(readers: Sequence[Reader], prose: Pages) -> tuple[Beside, ...]:
    """Everything that is found beside the records of the readers' directory."""
    vocabulary = readers[0].directory.vocabulary
    return (
        *_fixed(readers),
        *_terms(vocabulary, "needs"),
        *_terms(vocabulary, "situations"),
        *_languages(vocabulary),
        *_prose(prose),
        *_glossary(vocabulary),
    )


def _fixed(readers: Sequence[Reader]) -> Iterator[Beside]:
    for where, title in _FIXED:
        name = {reader.language.code: reader.translate(title) for reader in readers}
        yield Beside(where, "pages", {SOURCE: title, **name})


def _terms(vocabulary: Vocabulary, name: str) -> Iterator[Beside]:
    """The needs in the guide, or the pages of situations."""
    for code, term in vocabulary.terms(name).items():
        where = f"guide/#need={code}" if name == "needs" else addresses.of_situation(code)
        if term.is_urgent:
            where = f"urgent/#{code}"
        yield _term(where, name, term, {name: (code,)})


def _languages(vocabulary: Vocabulary) -> Iterator[Beside]:
    for code, language in vocabulary.languages.items():
        if code == SOURCE:
            continue
        term = vocabulary.term("languages", code)
        yield Beside(
            addresses.of_language(code),
            "languages",
            term.label,
            {**term.synonyms, code: (language.autonym or term.label[SOURCE],)},
            codes={"languages": (code,)},
        )


def _glossary(vocabulary: Vocabulary) -> Iterator[Beside]:
    for code, word in words(vocabulary).items():
        if word.term.explanation:
            yield _term(f"glossary/#{code}", "glossary", word.term, {})


def _term(where: str, kind: str, term: Term, codes: Mapping[str, tuple[str, ...]]) -> Beside:
    text = term.explanation
    return Beside(where, kind, term.label, term.synonyms, line=text, text=text, codes=codes)


def _prose(prose: Pages) -> Iterator[Beside]:
    for name, written in prose.items():
        where = address(name)
        sections = [part for part in written[SOURCE].spans if part not in _UNREAD]
        kind = "about" if written[SOURCE].head.get("readers") == "site" else "pages"
        title = {code: str(page.head.get("title", name)) for code, page in written.items()}
        line = {code: str(page.head.get("description", "")) for code, page in written.items()}
        text = _section(written, sections[0] if sections else INTRODUCTION)
        yield Beside(where, kind, title, line=line, text=text)
        for part in sections[1:]:
            called = {code: _heading(page, part) for code, page in written.items()}
            text = _section(written, part)
            of = "sections" if kind == "pages" else kind
            yield Beside(f"{where}#{part}", of, called, line=title, text=text)


def _section(written: Mapping[str, Prose], part: str) -> Text:
    return {code: _WRITTEN.sub(" ", page.parts.get(part, "")) for code, page in written.items()}


def _heading(page: Prose, part: str) -> str:
    return next((one.text.lstrip("# ") for one in page.headings if one.anchor == part), part)


def card(reader: Reader, one: Beside) -> dict[str, str]:
    """The card of what is found beside the records: address, name, line."""
    facts = {"address": one.address}
    for name, text in (("name", one.name), ("line", one.line)):
        if text:
            said = wording(text, reader.language.code, reader.language.fallback)
            if said.language == reader.language.code:
                facts[name] = reader.line(text)
            else:
                facts |= {name: said.text, f"{name}In": said.language}
    return facts


def texts(found: Iterable[Beside]) -> list[list[Text]]:
    """What is searched of each."""
    return [[one.text] if one.text else [] for one in found]
