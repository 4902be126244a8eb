"""YAML's grammar errors in an editor's terms, found by looking at the lines themselves.

libyaml says "mapping values are not allowed in this context" where a person forgot two quotes. Each
rule here looks at the lines around the place and says what it takes the mistake to be; the first to
recognise one wins.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import yaml

from vagvisare.problems.problems import Problem

_START = r"^(\s*(?:- +)*)"
_KEY = re.compile(_START + r"""(?:"[^"]*"|'[^']*'|[^\s"'#&*!\[{|>@`-][^"'#]*?):(?=\s|$)""")
_QUOTED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""")
_OPENING = re.compile(r"""(?:^|: +|- +|[\[{,] *)(["'])""")
_BRACKET = re.compile(r"(?:^\s*|: +|- +)([\[{])")
_CLOSED_QUOTE = re.compile(
    r"""(?:^\s*|: +|- +)("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?=[^\s,:\]}])|"""
    r"""(?:^\s*|: +|- +)("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ \t]+(?=[^\s#:,\]}])"""
)
_NO_SPACE = re.compile(_START + r"([A-Za-z_][\w-]*):(?=[^\s/:])")
_LONGEST_LINE = 2000
_HASH = re.compile(r"[ \t]#")


@dataclass(frozen=True, slots=True)
class Trouble:
    """libyaml's error: its words, where it gave up, and where what it was reading began.

    Lines and columns count from 0.
    """

    lines: tuple[str, ...]
    words: str
    context: str
    line: int
    column: int
    first_line: int
    first_column: int

    def text(self, line: int) -> str:
        """A line's text; empty past the end."""
        return self.lines[line] if 0 <= line < len(self.lines) else ""

    def backwards(self, count: int) -> Iterator[int]:
        """The place's line, then the last ``count`` lines before it that are not blank."""
        yield self.line
        for line in range(min(self.line, len(self.lines)) - 1, -1, -1):
            if count == 0:
                return
            if self.text(line).strip():
                count -= 1
                yield line


Finding = tuple[int, int, str, dict[str, str]]
"""Line and column from 0, code and facts."""


def diagnose(file: str, text: str, error: yaml.MarkedYAMLError) -> Problem:
    """The problem behind one of libyaml's grammar errors."""
    trouble = _trouble(text, error)
    for rule in RULES:
        found = rule(trouble)
        if found:
            line, column, code, facts = found
            return Problem(file, line + 1, column + 1, code, facts)
    return Problem(
        file, trouble.line + 1, trouble.column + 1, "yaml-syntax", {"detail": trouble.words}
    )


def _trouble(text: str, error: yaml.MarkedYAMLError) -> Trouble:
    place = error.problem_mark or error.context_mark
    first = error.context_mark or place
    # Only a line's beginning is looked at: enough for people, and no crafted line can stall the
    # patterns.
    lines = tuple(
        line[:_LONGEST_LINE] for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    )
    return Trouble(
        lines,
        error.problem or "",
        error.context or "",
        place.line,
        place.column,
        first.line,
        first.column,
    )


def tab(trouble: Trouble) -> Finding | None:
    """A line is indented with spaces, never with a tab."""
    for line in trouble.backwards(1):
        match = re.match(r" *(?:- +)*\t", trouble.text(line))
        if match:
            return line, match.end() - 1, "tab", {}
    return None


def unclosed_quote(trouble: Trouble) -> Finding | None:
    """A quote that opens is closed.

    The place shown is where it opens, not where libyaml gave up.
    """
    for line in range(min(trouble.line + 1, len(trouble.lines))):
        column = _opening(trouble.text(line))
        if column is not None and _looks_new(trouble, line + 1):
            return line, column, "unclosed-quote", {"value": trouble.text(line)[column:]}
    if trouble.context == "while scanning a quoted scalar" and "end of stream" in trouble.words:
        rest = trouble.text(trouble.first_line)[trouble.first_column :]
        return trouble.first_line, trouble.first_column, "unclosed-quote", {"value": rest}
    return None


def _covered(text: str) -> str:
    """The text with everything quoted in it replaced by ``x``."""
    return _QUOTED.sub(lambda match: "x" * len(match[0]), text)


def _opening(text: str) -> int | None:
    """Where a quote opens on a line without closing on it."""
    if text.lstrip().startswith("#"):
        return None
    covered = _covered(text)
    match = _OPENING.search(covered.lstrip())
    return None if match is None else match.start(1) + len(covered) - len(covered.lstrip())


def _looks_new(trouble: Trouble, line: int) -> bool:
    """Whether the next line that is not blank begins a field or an item.

    If so, or if there is none, the quote should have closed before it.
    """
    for text in trouble.lines[line:]:
        if text.strip():
            return bool(_KEY.match(text) or re.match(r"\s*- ", text))
    return True


def hash_in_value(trouble: Trouble) -> Finding | None:
    """A plain value over several lines ends at `` #``, which leaves the next line dangling."""
    if "expected" not in trouble.words:
        return None
    for line in trouble.backwards(2):
        text = trouble.text(line)
        covered = _covered(text)
        match = _HASH.search(covered)
        if match and not text.lstrip().startswith("#") and not _CLOSED_QUOTE.search(text):
            return (
                line,
                match.start() + 1,
                "hash-in-value",
                {"value": text.strip(), "rest": text[match.start() + 1 :]},
            )
    return None


def no_space_after_colon(trouble: Trouble) -> Finding | None:
    """A space follows the colon of a field."""
    for line in trouble.backwards(2):
        match = _NO_SPACE.match(trouble.text(line))
        if match:
            return line, match.end() - 1, "no-space-after-colon", {"field": match[2]}
    return None


def unquoted_colon_in_brackets(trouble: Trouble) -> Finding | None:
    """Within brackets too, a value that has a colon and a space in it is quoted."""
    text = trouble.text(trouble.line)
    start = text.rfind(": ", 0, trouble.column) + 2
    if (
        "flow" not in trouble.context
        or text[trouble.column : trouble.column + 1] != ":"
        or start == 1
    ):
        return None
    value = re.split(r"[,\]}]", text[start:])[0]
    return trouble.line, start, "unquoted-colon", {"value": value.strip()}


def unquoted_colon(trouble: Trouble) -> Finding | None:
    """A value that has a colon and a space in it is quoted."""
    if "mapping values are not allowed" not in trouble.words:
        return None
    text = trouble.text(trouble.line)
    before = text[: trouble.column]
    match = _KEY.match(before)
    if match:
        start = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip())
        return trouble.line, start, "unquoted-colon", {"value": text[start:].rstrip()}
    if " " in before.strip().removeprefix("- "):
        start = len(text) - len(text.lstrip())
        return trouble.line, start, "unquoted-colon", {"value": text.strip()}
    return None


def text_after_quote(trouble: Trouble) -> Finding | None:
    """Nothing follows a closing quote."""
    for line in trouble.backwards(1):
        text = trouble.text(line)
        match = _CLOSED_QUOTE.search(text)
        if match:
            quoted = match[1] or match[2]
            start = text.index(quoted, match.start())
            return line, match.end(), "text-after-quote", {"value": text[start:].rstrip()}
    return None


def reserved_sign(trouble: Trouble) -> Finding | None:
    """A value that begins with one of YAML's own signs is quoted."""
    line, column = trouble.line, trouble.column
    if "cannot start any token" not in trouble.words:
        if not re.search(
            r"scanning an? (alias|anchor|block scalar|tag)|parsing a tag", trouble.context
        ):
            return None
        line, column = trouble.first_line, trouble.first_column
    value = trouble.text(line)[column:]
    if not value.strip():
        return None
    return line, column, "reserved-sign", {"value": value.rstrip(), "sign": value[0]}


def unclosed_bracket(trouble: Trouble) -> Finding | None:
    """A bracket that opens is closed; the place shown is where it opens."""
    if "flow" not in trouble.context and "node content" not in trouble.words:
        return None
    for line in range(min(trouble.line, len(trouble.lines) - 1), -1, -1):
        match = _BRACKET.search(_covered(trouble.text(line)))
        if match:
            inside = _covered(
                "\n".join(
                    (trouble.text(line)[match.start(1) :], *trouble.lines[line + 1 : trouble.line])
                )
            )
            if sum(map(inside.count, "[{")) <= sum(map(inside.count, "]}")):
                return None
            facts = {
                "value": trouble.text(line)[match.start(1) :].rstrip(),
                "sign": "]" if match[1] == "[" else "}",
            }
            return line, match.start(1), "unclosed-bracket", facts
    return None


def text_after_bracket(trouble: Trouble) -> Finding | None:
    """Nothing follows a closing bracket."""
    text = trouble.text(trouble.line)
    before = text[: trouble.column].rstrip()
    if not before.endswith(("]", "}")):
        return None
    return (
        trouble.line,
        trouble.column,
        "text-after-bracket",
        {"value": text[len(before) - 1 :].rstrip()},
    )


def bad_escape(trouble: Trouble) -> Finding | None:
    r"""A backslash within double quotes begins an escape that YAML knows, such as ``\n``."""
    if "escape character" not in trouble.words and "hexdecimal" not in trouble.words:
        return None
    text = trouble.text(trouble.line)
    column = text.rfind("\\", 0, trouble.column + 1)
    column = max(column, 0)
    return trouble.line, column, "bad-escape", {"value": text[column : column + 2]}


def list_on_key_line(trouble: Trouble) -> Finding | None:
    """A list's first dash is on a line of its own."""
    if "block sequence entries are not allowed" not in trouble.words:
        return None
    if not _KEY.match(trouble.text(trouble.line)[: trouble.column]):
        return None
    return trouble.line, trouble.column, "list-on-key-line", {}


def nameless_field(trouble: Trouble) -> Finding | None:
    """A field has a name before its colon."""
    text = trouble.text(trouble.line)
    if not re.match(r"\s*(?:- +)*:(?=\s|$)", text):
        return None
    return trouble.line, len(text) - len(text.lstrip()), "key-not-text", {}


def directive(trouble: Trouble) -> Finding | None:
    """No line begins with a percent sign."""
    for line in (trouble.line, trouble.first_line):
        if trouble.text(line).startswith("%"):
            return line, 0, "directive", {}
    return None


def missing_colon(trouble: Trouble) -> Finding | None:
    """Every field has a colon after its name."""
    if "could not find expected ':'" not in trouble.words:
        return None
    text = trouble.text(trouble.first_line)
    return trouble.first_line, trouble.first_column, "missing-colon", {"value": text.strip()}


def wrong_indentation(trouble: Trouble) -> Finding | None:
    """Fields that belong together are indented equally.

    Here libyaml did not expect a line to begin where it does.
    """
    known = (
        "mapping values are not allowed",
        "expected key",
        "expected '-' indicator",
        "block sequence entries",
        "<document start>",
    )
    if not any(words in trouble.words for words in known):
        return None
    text = trouble.text(trouble.line)
    indentation = len(text) - len(text.lstrip())
    if trouble.column != indentation and "mapping values" not in trouble.words:
        return None
    return trouble.line, indentation, "wrong-indentation", {"value": text.strip()}


RULES: tuple[Callable[[Trouble], Finding | None], ...] = (
    tab,
    unclosed_quote,
    bad_escape,
    reserved_sign,
    text_after_quote,
    unquoted_colon,
    unquoted_colon_in_brackets,
    no_space_after_colon,
    hash_in_value,
    unclosed_bracket,
    text_after_bracket,
    list_on_key_line,
    directive,
    nameless_field,
    missing_colon,
    wrong_indentation,
)
"""The rules in the order they are tried; each one's docstring is what the editor should have kept
to.
"""
