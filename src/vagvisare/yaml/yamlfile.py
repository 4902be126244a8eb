"""Text-only YAML with positions: every scalar stays the text that the editor wrote.

PyYAML's typed loaders make 476 of ``0734`` and False of ``no``; this one gives only maps, lists and
text. It refuses what an editor does not need and a reader could not foresee: tags, aliases,
anchors, merge keys, second documents, duplicate keys, invisible characters, and plain values that
YAML would cut off at `` #``.

A good file is read in one pass without positions (`vagvisare.yaml.quick`). Only if something is
unusual is it read again with care (`read`), and a position is only computed when a problem needs
it.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml
from yaml import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)
from yaml.cyaml import CParser

from vagvisare.problems.problems import Problem
from vagvisare.yaml.grammar import diagnose

RECORD_LIMIT = 64 * 1024
"""The most bytes that a record may have; a guard, ten times the largest."""
VOCABULARY_LIMIT = 2 * 1024 * 1024
"""The most bytes that a vocabulary file may have (one has 290 municipalities in every language)."""
DEPTH = 12
"""How deep maps and lists may nest; records need five."""

Path = Sequence[str | int]
"""The path of a value: keys of maps and indexes of lists."""
Position = tuple[int, int]
"""Line and column, from 1, in code points."""

_FORBIDDEN_RANGES = (
    r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters but tab and line breaks
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional marks, overrides and isolates
    # zero width, but ZWJ and ZWNJ
    r"\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
    r"\u2028\u2029"  # line and paragraph separator
    r"\ud800-\udfff\ufffe\uffff"  # not characters
)
_FORBIDDEN = re.compile(f"[{_FORBIDDEN_RANGES}]")
EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
"""What YAML reads as nothing when unquoted."""
_HASH = re.compile(r"[ \t]+#[^\n\r]*")


class _Composer(CParser):  # type: ignore[misc]
    """libyaml's composer without resolving: nodes with their marks, and no guessing at types."""

    def resolve(self, kind: type, value: str, implicit: object) -> str:  # noqa: ARG002
        return ""

    def descend_resolver(self, node: object, index: object) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


@dataclass(frozen=True)
class Document:
    """A file that was read: ``data`` is maps, lists and text, ``blank`` the paths left empty."""

    file: str
    text: str
    data: dict[str, Any]
    blank: frozenset[tuple[str | int, ...]] = frozenset()

    @cached_property
    def _root(self) -> yaml.Node | None:
        return compose(self.text)  # None: the file has changed since it was read

    def position(self, path: Path = (), *, key: bool = False) -> Position:
        """Where the value at ``path`` begins, or its key.

        If the path leads nowhere, where the last value on it begins.
        """
        node = self._root
        if node is None:
            return 1, 1
        place = node.start_mark
        for index, part in enumerate(path):
            found = child(node, part)
            if found is None:
                break
            key_node, node = found
            last = index == len(path) - 1
            place = key_node.start_mark if key and last else node.start_mark
        return place.line + 1, place.column + 1


def compose(text: str) -> yaml.Node | None:
    """The text's nodes with their positions; None if it is not YAML."""
    try:
        return _Composer(text).get_single_node()
    except yaml.YAMLError:
        return None


def child(node: yaml.Node | None, part: str | int) -> tuple[yaml.Node, yaml.Node] | None:
    """The nodes of a key and its value, or twice that of a list's item.

    None if there is none.
    """
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == part:
                return key, value
    elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part]
    return None


def read(
    file: str, content: bytes, *, limit: int = RECORD_LIMIT
) -> tuple[Document | None, list[Problem]]:
    """A file's document and every problem of its form; no document if the form does not allow one.

    ``file`` is the name that problems show. The text is Unicode-normalised (NFC), so that å is one
    letter however it was typed.
    """
    text, problems = decoded(file, content, limit)
    if text is None:
        return None, problems
    return _Careful(file, text).document()


def reopened(file: str, content: bytes) -> Document:
    """A file that was read before, for its positions only; its data stays empty."""
    text, _ = decoded(file, content, len(content))
    return Document(file, text or "", {})


def forbidden_in(text: str) -> set[str]:
    """The characters in a text that no file may have.

    They are invisible, or change the direction of the text.
    """
    return set(_FORBIDDEN.findall(text))


def decoded(file: str, content: bytes, limit: int) -> tuple[str | None, list[Problem]]:
    """The text of a file, Unicode-normalised (NFC) and without its byte order mark.

    Instead of the text, the problems if it is larger than ``limit`` (in bytes), is not UTF-8 or has
    characters that no file may have.
    """
    if len(content) > limit:
        return None, [Problem(file, 1, 1, "too-large", {"limit": str(limit // 1024)})]
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        before = content[: error.start].decode()
        line, column = _place(before, len(before))
        return None, [
            Problem(file, line, column, "not-utf8", {"value": f"0x{content[error.start]:02X}"})
        ]
    text = unicodedata.normalize("NFC", text.removeprefix("\ufeff"))
    found = [
        _forbidden(file, match[0], _place(text, match.start()))
        for match in _FORBIDDEN.finditer(text)
    ]
    return (None, found) if found else (text, [])


def _place(text: str, index: int) -> Position:
    before = text[:index]
    return before.count("\n") + 1, index - (before.rfind("\n") + 1) + 1


def _forbidden(file: str, character: str, position: Position) -> Problem:
    facts = {"character": f"U+{ord(character):04X}", "meaning": unicodedata.name(character, "")}
    return Problem(file, *position, "forbidden-character", facts)


class _TooDeepError(Exception):
    pass


class _Careful:
    """Reads one text with positions and collects every problem of its form."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.problems: list[Problem] = []
        self.blank: list[tuple[str | int, ...]] = []
        self.whole = True
        """Whether the data says what the text says; an alias, for one, makes it False."""

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.splitlines()

    def document(self) -> tuple[Document | None, list[Problem]]:
        """The document, if there is one, and the problems in the order of the text."""
        data = None
        try:
            data = self._stream()
        except yaml.MarkedYAMLError as error:
            self._add_grammar(error)
        except _TooDeepError:
            pass
        problems = sorted(set(self.problems))
        if not isinstance(data, dict) or not self.whole:
            return None, problems
        return Document(self.file, self.text, data, frozenset(self.blank)), problems

    def _add_grammar(self, error: yaml.MarkedYAMLError) -> None:
        problem = diagnose(self.file, self.text, error)
        if not any((p.line, p.code) == (problem.line, problem.code) for p in self.problems):
            self.problems.append(problem)

    def _add(self, mark: yaml.Mark, code: str, **facts: str) -> None:
        self.problems.append(Problem(self.file, mark.line + 1, mark.column + 1, code, facts))

    def _stream(self) -> Any:
        parser = CParser(self.text)
        parser.get_event()
        start = parser.get_event()
        if isinstance(start, yaml.StreamEndEvent):
            self.problems.append(Problem(self.file, 1, 1, "empty-file"))
            return None
        if start.version or start.tags:
            self._add(start.start_mark, "directive")
        first = parser.get_event()
        data = self._value(parser, first, (), DEPTH)
        if not isinstance(data, dict):
            self._not_a_map(first, data)
        parser.get_event()
        if not isinstance(after := parser.get_event(), yaml.StreamEndEvent):
            self._add(after.start_mark, "second-document")
            self.whole = False
        return data

    def _not_a_map(self, event: yaml.Event, data: Any) -> None:
        if isinstance(data, str) and (match := re.match(r"([A-Za-z_][\w-]*):(?=\S)", data)):
            line, column = event.start_mark.line + 1, event.start_mark.column + 1 + len(match[1])
            self.problems.append(
                Problem(self.file, line, column, "no-space-after-colon", {"field": match[1]})
            )
        else:
            self._add(event.start_mark, "not-fields")

    def _value(self, parser: Any, event: Any, path: tuple[str | int, ...], depth: int) -> Any:
        if isinstance(event, yaml.AliasEvent):
            self._add(event.start_mark, "alias", value=self._line_from(event.start_mark))
            self.whole = False
            return ""
        if event.anchor is not None:
            self._add(event.start_mark, "anchor", value=self._line_from(event.start_mark))
        if event.tag is not None:
            self._add(event.start_mark, "tag", value=self._line_from(event.start_mark))
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        if depth == 0:
            self._add(event.start_mark, "too-deep", limit=str(DEPTH))
            raise _TooDeepError
        if isinstance(event, MappingStartEvent):
            return self._map(parser, path, depth)
        return self._list(parser, path, depth)

    def _line_from(self, mark: yaml.Mark) -> str:
        return str(self._lines[mark.line][mark.column :])

    def _scalar(self, event: Any) -> str:
        value = str(event.value)
        for character in _FORBIDDEN.findall(value):
            self.problems.append(
                _forbidden(
                    self.file, character, (event.start_mark.line + 1, event.start_mark.column + 1)
                )
            )
            self.whole = False
        if not event.style and (match := _HASH.match(self.text, event.end_mark.index)):
            column = event.end_mark.column + 1 + match[0].index("#")
            facts = {"value": (value + match[0]).strip(), "rest": match[0].strip()}
            self.problems.append(
                Problem(self.file, event.end_mark.line + 1, column, "hash-in-value", facts)
            )
        return value

    def _is_blank(self, event: Any) -> bool:
        return isinstance(event, ScalarEvent) and not event.style and event.value in EMPTY

    def _map(self, parser: Any, path: tuple[str | int, ...], depth: int) -> dict[str, Any]:
        data: dict[str, Any] = {}
        seen: dict[str, int] = {}
        while not isinstance(event := parser.get_event(), MappingEndEvent):
            key = self._key(parser, event, path, depth)
            after = parser.get_event()
            value = self._value(parser, after, (*path, key), depth - 1)
            name = unicodedata.normalize("NFC", key)
            if name in seen:
                self._add(event.start_mark, "duplicate-key", field=key, line=str(seen[name]))
                continue
            seen[name] = event.start_mark.line + 1
            if self._is_blank(after):
                self._add_blank(after, event.start_mark, key, (*path, key))
            else:
                data[name] = value
        return data

    def _key(self, parser: Any, event: Any, path: tuple[str | int, ...], depth: int) -> str:
        value = self._value(parser, event, path, depth - 1)
        if not isinstance(value, str) or self._is_blank(event):
            self._add(event.start_mark, "key-not-text")
            self.whole = False
            return ""
        if value == "<<" and not event.style:
            self._add(event.start_mark, "merge-key")
            self.whole = False
        return value

    def _list(self, parser: Any, path: tuple[str | int, ...], depth: int) -> list[Any]:
        data: list[Any] = []
        while not isinstance(event := parser.get_event(), SequenceEndEvent):
            place = (*path, len(data))
            value = self._value(parser, event, place, depth - 1)
            # A blank item keeps its place, so that the paths of the items after it hold.
            data.append(value)
            if self._is_blank(event):
                self._add_blank(event, event.start_mark, str(path[-1]) if path else "", place)
        return data

    def _add_blank(
        self, event: Any, mark: yaml.Mark, key: str, path: tuple[str | int, ...]
    ) -> None:
        self.blank.append(path)
        # With a comment sign after it, it is reported as a hash in a value.
        if not _HASH.match(self.text, event.end_mark.index):
            self._add(mark, "empty-value", field=key)
