"""Rules for the guide's prose, its pages in every language.

A page is ``docs/<language>/<path>.md``, the same path in every language, with a front matter between two lines of ``---``:
``title``, ``description``, ``readers`` (``READERS``), ``checked`` (the day on which it was held against its sources) and, on
the Swedish page, ``missing`` (the languages that it is not in yet, and is known not to be).
"""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from vagvisare.languages.languages import SOURCE
from vagvisare.languages.readability import LIST_SIGN, NEWCOMERS, lix
from vagvisare.problems.problems import Fact, Problem
from vagvisare.yaml.yamlfile import read

FOLDER = "docs"
"""The folder of the prose, under the root: a folder for each language."""
READERS: tuple[str, ...] = ("newcomers", "officials", "enterprises", "site")
"""Whom a page is for; ``site``: it is about the site itself, which needs no sources."""
COPIED = 4
"""A line of so many words that is the Swedish one letter by letter has not been translated; a name may be shorter."""

_HEADING = re.compile(r"^(#{1,6}) +(.*?)(?: *\{#([^\s}]+)[^}]*\})?$")
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]*)\)")
_ADDRESS = re.compile(r"\]\([^)]*\)")
_ATTRIBUTES = re.compile(r"\{[^{}]*\}")
_SWEDISH = re.compile(r"(\*\*|\*|`|\[)[^*`\]]*(\*\*|\*|`|\](\([^)]*\))?)\{[^}]*lang=sv[^}]*\}")
_LETTERS = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True)
class CheckedPage:
    """A page in one language: ``file`` relative to the root, its front matter, and the text with the line it begins on."""

    file: str
    meta: Mapping[str, Any]
    text: str
    first_line: int

    @cached_property
    def lines(self) -> list[tuple[int, str]]:
        """The lines with their numbers in the file; those of a fenced example are left out."""
        found, fenced = [], False
        for number, line in enumerate(self.text.split("\n"), self.first_line):
            if line.startswith("```"):
                fenced = not fenced
            elif not fenced:
                found.append((number, line))
        return found

    @cached_property
    def headings(self) -> list[tuple[int, str, str | None]]:
        """Line, text and anchor of each heading."""
        matches = ((number, _HEADING.match(line)) for number, line in self.lines)
        return [(number, match[2], match[3]) for number, match in matches if match]

    @cached_property
    def links(self) -> set[str]:
        """Where the page leads."""
        return {address for _, line in self.lines for address in _LINK.findall(line)}

    def told(self) -> list[str]:
        """The lines of what the page tells: without headings' anchors, links' addresses and the list of sources."""
        end = next((number for number, _, anchor in self.headings if anchor == "sources"), None)
        lines = (line for number, line in self.lines if end is None or number < end)
        return [_ATTRIBUTES.sub("", _ADDRESS.sub("]", line)) for line in lines]


def files(root: Path) -> list[str]:
    """Every page's file, relative to the root."""
    return sorted(path.relative_to(root).as_posix() for path in (root / FOLDER).rglob("*.md"))


def check(root: Path) -> Iterator[Problem]:
    """Everything that the rules find in the prose under ``root``."""
    pages: dict[str, dict[str, CheckedPage]] = {}
    for file in files(root):
        page, problems = _read(root, file)
        yield from problems or front_matter(page)
        _, language, path = file.split("/", 2)
        pages.setdefault(path, {})[language] = page
    anchors = {page.file: {anchor for _, _, anchor in page.headings} for by in pages.values() for page in by.values()}
    languages = {language for by_language in pages.values() for language in by_language}
    for path, by_language in pages.items():
        yield from _missing(path, by_language, languages)
        source = by_language.get(SOURCE)
        for language, page in by_language.items():
            for rule in (unnamed_headings, unsourced):
                yield from rule(page)
            yield from leads_nowhere(page, anchors)
            if language == SOURCE:
                yield from hard_to_read(page)
            elif source:
                for compare in (other_anchors, other_links, untranslated):
                    yield from compare(page, source)


def _read(root: Path, file: str) -> tuple[CheckedPage, list[Problem]]:
    content = (root / file).read_text(encoding="utf-8")
    start, _, rest = content.partition("---\n")
    front, ended, text = rest.partition("\n---\n")
    if start or not ended:
        return CheckedPage(file, {}, content, 1), []
    document, problems = read(file, f"# the line of dashes\n{front}\n".encode())
    return CheckedPage(file, document.data if document else {}, text, front.count("\n") + 4), problems


def _missing(path: str, by_language: Mapping[str, CheckedPage], languages: AbstractSet[str]) -> Iterator[Problem]:
    """A page is there in every language that has pages at all, or its Swedish page says in which it is missing.

    A language that has just been added has none: its pages show another language's text and say so.
    """
    source = by_language.get(SOURCE)
    known = source.meta.get("missing", ()) if source else ()
    for language in sorted(languages):
        if language not in by_language and language not in known:
            yield Problem(f"{FOLDER}/{language}/{path}", 1, 1, "prose-missing", {"language": language})


# --- one page -------------------------------------------------------------------------------------------------------


def front_matter(page: CheckedPage) -> Iterator[Problem]:
    """A page says its title and what it is about, whom it is for and when it was checked; a home page was not."""
    fields = ["title", "description", "readers", *(["checked"] if "template" not in page.meta else [])]
    for name in fields:
        if not page.meta.get(name):
            yield _problem(page, 1, "prose-front-matter", field=name)
    readers = page.meta.get("readers")
    if readers and readers not in READERS:
        yield _problem(page, 1, "prose-readers", value=str(readers), valid=READERS)


def unnamed_headings(page: CheckedPage) -> Iterator[Problem]:
    """A heading has an anchor of its own, so that links to it lead to the same place in every language."""
    for number, text, anchor in page.headings:
        if anchor is None:
            yield _problem(page, number, "prose-heading", value=text)


def unsourced(page: CheckedPage) -> Iterator[Problem]:
    """A page names what it rests on in a list below ``{#sources}``, unless it is about the site itself."""
    if page.meta.get("readers") == "site":
        return
    start = next((number for number, _, anchor in page.headings if anchor == "sources"), None)
    if start is None or not any(number > start and line.startswith("- ") for number, line in page.lines):
        yield _problem(page, start or 1, "prose-sources")


def leads_nowhere(page: CheckedPage, anchors: Mapping[str, set[str | None]]) -> Iterator[Problem]:
    """A link to another page of the prose leads to a page, and to a heading, that there are in the language."""
    folder = page.file.rpartition("/")[0]
    for number, line in page.lines:
        for address in _LINK.findall(line):
            file, _, anchor = address.partition("#")
            if ":" in address or not (file.endswith(".md") or not file):
                continue
            target = f"{folder}/{file}" if file else page.file
            if target not in anchors or (anchor and anchor not in anchors[target]):
                yield _problem(page, number, "prose-nowhere", value=address)


def hard_to_read(page: CheckedPage) -> Iterator[Problem]:
    """Swedish for newcomers is easy to read."""
    found = lix(page.told())
    if page.meta.get("readers") == "newcomers" and found >= NEWCOMERS:
        yield _problem(page, 1, "prose-hard", value=f"{found:.0f}", most=str(NEWCOMERS))


# --- a translation beside its source ---------------------------------------------------------------------------------


def other_anchors(page: CheckedPage, source: CheckedPage) -> Iterator[Problem]:
    """The anchors are those of the Swedish page, in its order."""
    own = [anchor for _, _, anchor in page.headings]
    theirs = [anchor for _, _, anchor in source.headings]
    if own != theirs:
        first = next((a or b or "" for a, b in zip(theirs, own, strict=False) if a != b), (theirs + own)[-1] or "")
        yield _problem(page, 1, "prose-anchors", value=first)


def other_links(page: CheckedPage, source: CheckedPage) -> Iterator[Problem]:
    """The links lead where those of the Swedish page do."""
    for address in sorted(page.links ^ source.links):
        yield _problem(page, 1, "prose-link", value=address)


def untranslated(page: CheckedPage, source: CheckedPage) -> Iterator[Problem]:
    """No line is the Swedish one, unless it is marked as Swedish (``{lang=sv}``)."""
    swedish = {line.strip() for _, line in source.lines}
    following = [line for _, line in page.lines[1:]] + [""]
    for (number, line), after in zip(page.lines, following, strict=True):
        marked = after.startswith("{") and "lang=sv" in after
        marked = marked or (line.startswith("#") and "lang=sv" in line)
        own = _ATTRIBUTES.sub("", _SWEDISH.sub("", LIST_SIGN.sub("", line)))
        words = _LETTERS.findall(_ADDRESS.sub("]", own))
        if line.strip() in swedish and len(words) >= COPIED and not marked:
            yield _problem(page, number, "prose-untranslated", value=line.strip())


def _problem(page: CheckedPage, line: int, code: str, **facts: Fact) -> Problem:
    return Problem(page.file, line, 1, code, facts)
