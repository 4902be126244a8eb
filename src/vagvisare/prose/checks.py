"""Rules for the text of the guide's pages, the same page in every language.

Front matter is checked in `vagvisare.reading.frontmatter`.
"""

import re
from collections.abc import Iterator, Mapping

from vagvisare.languages.languages import SOURCE
from vagvisare.languages.readability import LIST_SIGN, NEWCOMERS, lix
from vagvisare.problems.problems import Fact, Problem
from vagvisare.prose.docs import Docs
from vagvisare.prose.prose import DEPTH, DOCS, Prose

COPIED = 4
"""A line of at least this many words that is the same as in Swedish has not been translated; a name
may be shorter.
"""
SIGNS: Mapping[str, int] = {"[": 500, "<": 500, "#": 500}
"""How many of a sign a page may have; ours have 60. MkDocs searches from each to the end of the
page.
"""

_Anchors = Mapping[str, set[str | None]]
"""The anchors of each page, by its file."""

_ADDRESS = re.compile(r"\]\([^)]*\)")
_ATTRIBUTES = re.compile(r"\{[^{}]*\}")
_SWEDISH = re.compile(r"(\*\*|\*|`|\[)[^*`\]]*(\*\*|\*|`|\](\([^)]*\))?)\{[^}]*lang=sv[^}]*\}")
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def check(docs: Docs) -> Iterator[Problem]:
    """Everything that the rules find in the prose."""
    yield from docs.problems
    anchors = {page.file: {heading.anchor for heading in page.headings} for page in docs.readable}
    yield from missing(docs)
    for by_language in docs.by_name.values():
        for page in by_language.values():
            # A page that is too much is not read further.
            yield from [*too_much(page)] or _read(page, by_language.get(SOURCE), anchors)


def _read(page: Prose, source: Prose | None, anchors: _Anchors) -> Iterator[Problem]:
    """What the rules find on a page; a translation is also compared with its source."""
    for rule in (pictured, unnamed_headings, unsourced):
        yield from rule(page)
    yield from leads_nowhere(page, anchors)
    if page.language == SOURCE:
        yield from hard_to_read(page)
    elif source:
        for compare in (other_anchors, other_links, untranslated):
            yield from compare(page, source)


def missing(docs: Docs) -> Iterator[Problem]:
    """A page exists in every language that has pages, or its Swedish page names it as missing.

    A language that has just been added has none: its pages show another language's text and say so.
    """
    languages = sorted({page.language for page in docs.readable})
    for name, by_language in docs.by_name.items():
        known = by_language[SOURCE].head.get("missing", ()) if SOURCE in by_language else ()
        for language in (language for language in languages if language not in known):
            file = f"{DOCS}/{language}/{name}.md"
            if file not in docs.files:
                yield Problem(file, 1, 1, "prose-missing", {"language": language})


# --- one page -------------------------------------------------------------------------------------


def too_much(page: Prose) -> Iterator[Problem]:
    """A page renders quickly in MkDocs: its lists are not deep, nor its signs without end."""
    if line := page.too_deep:
        yield _problem(page, line, "too-deep", limit=str(DEPTH))
    for sign, most in SIGNS.items():
        if page.text.count(sign, page.body_start) > most:
            yield _problem(page, 1, "prose-signs", value=sign, limit=str(most))


def pictured(page: Prose) -> Iterator[Problem]:
    """A page has no pictures: they would be requested from another host."""
    for line, address in page.images:
        yield _problem(page, line, "prose-picture", value=address)


def unnamed_headings(page: Prose) -> Iterator[Problem]:
    """A heading has its own anchor, so that links to it work in every language."""
    for heading in page.headings:
        if heading.anchor is None:
            yield _problem(page, heading.line, "prose-heading", value=heading.text)


def unsourced(page: Prose) -> Iterator[Problem]:
    """A page lists its sources below ``{#sources}``, unless it is about the site itself."""
    if page.head.get("readers") == "site":
        return
    start = next((heading.line for heading in page.headings if heading.anchor == "sources"), None)
    if start is None or not any(
        number > start and line.startswith("- ") for number, line in page.lines
    ):
        yield _problem(page, start or 1, "prose-sources")


def leads_nowhere(page: Prose, anchors: _Anchors) -> Iterator[Problem]:
    """A link to another page leads to a page and a heading that the language has."""
    folder = page.file.rpartition("/")[0]
    for line, address in page.links:
        file, _, anchor = address.partition("#")
        if ":" in address or not (file.endswith(".md") or not file):
            continue
        target = f"{folder}/{file}" if file else page.file
        if target not in anchors or (anchor and anchor not in anchors[target]):
            yield _problem(page, line, "prose-nowhere", value=address)


def hard_to_read(page: Prose) -> Iterator[Problem]:
    """Swedish for newcomers is easy to read."""
    found = lix(page.told())
    if page.head.get("readers") == "newcomers" and found >= NEWCOMERS:
        yield _problem(page, 1, "prose-hard", value=f"{found:.0f}", most=str(NEWCOMERS))


# --- a translation beside its source --------------------------------------------------------------


def other_anchors(page: Prose, source: Prose) -> Iterator[Problem]:
    """The anchors are the Swedish page's, in its order."""
    own = [heading.anchor for heading in page.headings]
    theirs = [heading.anchor for heading in source.headings]
    if own != theirs:
        first = next(
            (a or b or "" for a, b in zip(theirs, own, strict=False) if a != b),
            (theirs + own)[-1] or "",
        )
        yield _problem(page, 1, "prose-anchors", value=first)


def other_links(page: Prose, source: Prose) -> Iterator[Problem]:
    """The links lead where the Swedish page's do."""
    own, theirs = ({address for _, address in one.links} for one in (page, source))
    for address in sorted(own ^ theirs):
        yield _problem(page, 1, "prose-link", value=address)


def untranslated(page: Prose, source: Prose) -> Iterator[Problem]:
    """No line is the same as in Swedish, unless it is marked as Swedish (``{lang=sv}``)."""
    swedish = {line.strip() for _, line in source.lines}
    following = [line for _, line in page.lines[1:]] + [""]
    for (number, line), after in zip(page.lines, following, strict=True):
        marked = after.startswith("{") and "lang=sv" in after
        marked = marked or (line.startswith("#") and "lang=sv" in line)
        own = _ATTRIBUTES.sub("", _SWEDISH.sub("", LIST_SIGN.sub("", line)))
        words = _LETTERS.findall(_ADDRESS.sub("]", own))
        if line.strip() in swedish and len(words) >= COPIED and not marked:
            yield _problem(page, number, "prose-untranslated", value=line.strip())


def _problem(page: Prose, line: int, code: str, **facts: Fact) -> Problem:
    return Problem(page.file, line, 1, code, facts)
