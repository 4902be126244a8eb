"""One page of prose, ``docs/<language>/<name>.md``: its front matter, and its text as tokens.

A section is a heading with its own id (``## Why {#why}``) and what follows it. Ids are the same in
every language, so parts match however the text between them is laid out.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from vagvisare.problems.problems import Problem
from vagvisare.yaml import yamlfile
from vagvisare.yaml.yamlfile import Document

DOCS = "docs"
"""The folder of the prose, under the root: a folder for each language."""
HEAD = ("title", "description")
"""The texts of the front matter."""
INTRODUCTION = "introduction"
"""The part before the first heading with an id."""
MARK = "translated"
"""The field that says how a translated page came to be: ``{from: 1a2b3c4d, by: machine}``."""
DEPTH = 12
"""How deep lists and quotations may nest; ours need two. A hundred and more stop MkDocs."""

_MARKDOWN = MarkdownIt("commonmark", {"maxNesting": 4 * DEPTH}).enable("table").disable("code")
"""Indented text is not code: MkDocs' admonitions indent theirs."""
# Every address is looked at, and reported as written.
_MARKDOWN.normalizeLink = lambda url: url  # type: ignore[method-assign]
_MARKDOWN.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005

_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+\Z")
"""A line as Markdown defines it."""
_ATTRIBUTES = re.compile(r"\{[^{}]*\}")
_OF_HEADING = re.compile(r"[ ]*\{:?[ ]*([^}\n]*)\}[ ]*\Z")
_ID = re.compile(r"#([^\s}]+)")
_NESTED = frozenset({"bullet_list", "ordered_list", "blockquote"})


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its line in the file, its start in the page's text, its words, and its id."""

    line: int
    start: int
    text: str
    anchor: str | None


@dataclass(frozen=True)
class Prose:
    """One page in one language: its file relative to the root, name (``about``) and text."""

    file: str
    name: str
    language: str
    text: str

    # --- front matter

    @cached_property
    def _front(self) -> re.Match[str] | None:
        return _FRONT.match(self.text)

    @property
    def front(self) -> str:
        """The front matter without its lines of dashes; empty if there is none."""
        return self._front[1] if self._front else ""

    @cached_property
    def _document(self) -> tuple[Document | None, list[Problem]]:
        # The comment replaces the line of dashes, so that positions are the file's.
        return yamlfile.read(self.file, f"#\n{self.front}".encode()) if self._front else (None, [])

    @property
    def document(self) -> Document | None:
        """The front matter with its positions; None if there is none to read."""
        return self._document[0]

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with the form of the front matter."""
        return self._document[1]

    @property
    def head(self) -> Mapping[str, Any]:
        """The front matter as maps, lists and text; empty if it cannot be read."""
        return self.document.data if self.document else {}

    # --- text

    @property
    def body_start(self) -> int:
        """Where the text below the front matter begins."""
        return self._front.end() if self._front else 0

    @cached_property
    def _raw(self) -> list[str]:
        """The lines of the text below the front matter, each with its end."""
        return _LINE.findall(self.text, self.body_start)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each of these lines begins in the text, and where the last one ends."""
        return [*accumulate(map(len, self._raw), initial=self.body_start)]

    @property
    def first_line(self) -> int:
        """The number, in the file, of the first line below the front matter."""
        return len(_LINE.findall(self.text[: self.body_start])) + 1

    @cached_property
    def tokens(self) -> list[Token]:
        """The text below the front matter, parsed as Markdown (CommonMark and tables)."""
        return _MARKDOWN.parse("".join(self._raw))

    @cached_property
    def lines(self) -> list[tuple[int, str]]:
        """The lines with their numbers in the file, without those of fenced examples."""
        fenced = {
            line
            for token in self.tokens
            if token.type == "fence" and token.map
            for line in range(*token.map)
        }
        numbered = enumerate(line.rstrip("\r\n") for line in self._raw)
        return [
            (self.first_line + number, line) for number, line in numbered if number not in fenced
        ]

    @cached_property
    def headings(self) -> list[Heading]:
        """The headings of the page itself, not those in a list or a quotation."""
        pairs = zip(self.tokens, self.tokens[1:], strict=False)
        return [
            self._heading(*pair)
            for pair in pairs
            if pair[0].type == "heading_open" and pair[0].level == 0
        ]

    def _heading(self, opening: Token, inline: Token) -> Heading:
        number = opening.map[0] if opening.map else 0
        attributes = _OF_HEADING.search(inline.content)
        text = inline.content[: attributes.start()] if attributes else inline.content
        anchor = _ID.search(attributes[1]) if attributes else None
        return Heading(
            self.first_line + number, self._starts[number], text, anchor[1] if anchor else None
        )

    def _inlines(self) -> Iterator[tuple[int, Token]]:
        """The tokens within lines, each with the number of its line in the file."""
        for token in self.tokens:
            number = self.first_line + (token.map[0] if token.map else 0)
            for child in token.children or ():
                yield number, child
                number += child.type in {"softbreak", "hardbreak"}

    @cached_property
    def links(self) -> list[tuple[int, str]]:
        """The addresses of links, each with its line."""
        found = (
            (line, child.attrGet("href"))
            for line, child in self._inlines()
            if child.type == "link_open"
        )
        return [(line, str(address)) for line, address in found]

    @cached_property
    def images(self) -> list[tuple[int, str]]:
        """The addresses of pictures, each with its line."""
        found = (
            (line, child.attrGet("src")) for line, child in self._inlines() if child.type == "image"
        )
        return [(line, str(address)) for line, address in found]

    @property
    def too_deep(self) -> int | None:
        """The line on which lists and quotations first nest deeper than `DEPTH`, if they do."""
        depth = 0
        for token in self.tokens:
            depth += token.nesting if token.type.rpartition("_")[0] in _NESTED else 0
            if depth > DEPTH:
                return self.first_line + (token.map[0] if token.map else 0)
        return None

    def told(self) -> list[str]:
        """The lines of the page's text, without addresses, attributes and the list of sources."""
        end = next((heading.line for heading in self.headings if heading.anchor == "sources"), None)
        lines: dict[int, str] = {}
        for line, child in self._inlines():
            if end is None or line < end:
                lines[line] = f"{lines[line]}{child.content}" if line in lines else child.content
        return [_ATTRIBUTES.sub("", line) for line in lines.values()]

    # --- parts

    @cached_property
    def spans(self) -> Mapping[str, tuple[int, int]]:
        """Where each section is in the text, without the blank lines around it."""
        starts = [
            (INTRODUCTION, self.body_start),
            *((one.anchor, one.start) for one in self.headings if one.anchor),
        ]
        ends = [*(start for _, start in starts[1:]), len(self.text)]
        found = {}
        for (name, start), end in zip(starts, ends, strict=True):
            section = self.text[start:end]
            if section.strip():
                first = start + len(section) - len(section.lstrip())
                found[name] = (first, first + len(section.strip()))
        return found

    @cached_property
    def parts(self) -> Mapping[str, str]:
        """The words of the page by part: ``title``, ``description``, then the sections by id."""
        head = {
            name: value for name in HEAD if isinstance(value := self.head.get(name), str) and value
        }
        return head | {name: self.text[start:end] for name, (start, end) in self.spans.items()}

    @property
    def whole(self) -> str:
        """All texts of the page, as one from which the fingerprint is taken."""
        return "\n\n".join(self.parts.values())


Pages = Mapping[str, Mapping[str, Prose]]
"""The pages of prose by name and language."""


def address(name: str) -> str:
    """A page's address below its language's folder: ``about/``."""
    return "" if name == "index" else f"{name.removesuffix('/index')}/"
