"""Checks a PO file before Babel reads it: complete, and in the form that translators' tools write.

Babel believes what a file says of itself: with ``nplurals=2000000000`` it takes all memory, with
another charset it reads a different text, and it makes what it can of a truncated file. So it only
gets files without any of that.
https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from babel.messages.pofile import unescape

from vagvisare.libraries import internals
from vagvisare.problems.problems import Problem

MOST_FORMS = 6
"""No language has more plural forms (CLDR)."""
NUMBERS = 200
"""How many numbers are tried to learn which of them a plural form covers; no language's rules go
further (CLDR).
"""
_STRING = r'"(?:[^"\\]|\\.)*"'
_KEYWORD = re.compile(
    rf"(?P<keyword>msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?) +(?P<string>{_STRING})"
)
_CONTINUED = re.compile(_STRING)
_BETWEEN = ("", "#")
"""What is not part of a message: an empty line, a comment."""
_MORE = '"'
"""A line that continues the string before it."""
_ENDS = (*_BETWEEN, "msgctxt", "msgid")
"""What may follow a complete message."""
_HEADER_LINE = re.compile(r"([A-Za-z][A-Za-z0-9-]{0,40}): *([^\x00-\x1f\x7f\x85\u2028\u2029]*)")
_FORMS = re.compile(r"nplurals *= *([1-9]) *; *plural *= *([n0-9 ?:()&|=!<>%+*/-]{1,500}?) *;? *")
_CHARSET = re.compile(r"charset=([\w.:-]+)")


@dataclass(frozen=True, slots=True)
class Forms:
    """The plural forms that a file declares: how many, and that of each number below `NUMBERS`."""

    count: int
    of: tuple[int, ...]


class PoError(ValueError):
    """A file that cannot be read as PO; ``problem`` says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def decoded(file: str, content: bytes, limit: int) -> str:
    """The text of a file, without its byte order mark; ``limit`` is in bytes.

    Raises PoError if it is larger, or not UTF-8.
    """
    if len(content) > limit:
        raise PoError(Problem(file, 1, 1, "po-large", {"limit": str(limit // 1024)}))
    try:
        return content.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode()
        place = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise PoError(
            Problem(file, *place, "not-utf8", {"value": f"0x{content[error.start]:02X}"})
        ) from error


def header(file: str, text: str) -> Mapping[str, str]:
    """The header's fields by their names in lower case; empty if there is no header.

    Raises PoError if it is malformed, or names a charset other than UTF-8.
    """
    first = next(_entries(file, text), None)
    if first is None or first.id:
        return {}
    found: dict[str, str] = {}
    for line in filter(None, first.translation.split("\n")):
        match = _HEADER_LINE.fullmatch(line)
        if match is None or match[1].lower() in found:
            raise PoError(Problem(file, first.line, 1, "po-header", {"value": line}))
        found[match[1].lower()] = match[2]
    charset = _CHARSET.search(found.get("content-type", ""))
    if charset and charset[1].lower() not in {"utf-8", "utf8"}:
        raise PoError(Problem(file, first.line, 1, "po-charset", {"value": charset[1]}))
    return found


def forms(file: str, text: str) -> Forms | None:
    """The plural forms that a file's header declares; None if it declares none.

    Raises PoError if they are invalid.
    """
    if (declared := header(file, text).get("plural-forms")) is None:
        return None
    line = next(
        (
            number
            for number, line in enumerate(text.split("\n"), 1)
            if '"plural-forms:' in line.lower()
        ),
        1,
    )
    match = _FORMS.fullmatch(declared)
    try:
        form_of = internals.plural_rule(match[2]) if match else None
        of = tuple(form_of(number) for number in range(NUMBERS)) if form_of else ()
    except (ValueError, ArithmeticError, RecursionError, MemoryError, SyntaxError):
        of = ()
    if (
        match is None
        or not of
        or int(match[1]) > MOST_FORMS
        or not all(0 <= form < int(match[1]) for form in of)
    ):
        raise PoError(Problem(file, line, 1, "po-forms", {"value": declared}))
    return Forms(int(match[1]), of)


def readable(file: str, text: str) -> bytes:
    """The text as Babel may read it: the same lines, with obsolete ones left blank.

    Raises PoError at the first line that is not PO, and at the first message that is incomplete or
    there twice.
    """
    declared = forms(file, text)
    seen: dict[tuple[str, str], int] = {}
    for entry in _entries(file, text):
        key = entry.text("msgctxt"), entry.id
        if key in seen:
            raise PoError(
                Problem(
                    file, entry.line, 1, "po-twice", {"value": entry.id, "line": str(seen[key])}
                )
            )
        if seen and not entry.id:  # a second header
            raise _unread(file, entry.line, 'msgid ""')
        seen[key] = entry.line
        _numbered(file, entry, declared.count if declared else 2)
    return "\n".join(
        "" if line.lstrip(" \t").startswith("#~") else line for line in text.split("\n")
    ).encode()


def _numbered(file: str, entry: "_Entry", count: int) -> None:
    """Raises PoError unless a message has its translations, in order.

    It has one, or as many as there are plural forms.
    """
    wanted = (
        [f"msgstr[{form}]" for form in range(count)]
        if "msgid_plural" in entry.strings
        else ["msgstr"]
    )
    if [keyword for keyword in entry.strings if keyword.startswith("msgstr")] != wanted:
        raise PoError(
            Problem(file, entry.line, 1, "po-numbers", {"value": entry.id, "valid": tuple(wanted)})
        )


@dataclass
class _Entry:
    """A message as written: its strings by keyword, in order, and the line on which it begins."""

    line: int
    strings: dict[str, list[str]] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return self.text("msgid")

    @property
    def translation(self) -> str:
        return self.text("msgstr")

    @property
    def is_whole(self) -> bool:
        return any(keyword.startswith("msgstr") for keyword in self.strings)

    def text(self, keyword: str) -> str:
        return "".join(unescape(part) for part in self.strings.get(keyword, ()))

    def adds(self, number: int, keyword: str, string: str) -> bool:
        """Adds a line's keyword and string to the message; False if they cannot come next."""
        if keyword in _BETWEEN:
            return keyword == "" or not self.strings
        if keyword == _MORE:
            self.strings.get(next(reversed(self.strings), ""), []).append(string)
            return bool(self.strings)
        if not self._takes(keyword):
            return False
        self.line = self.line if self.strings else number
        self.strings[keyword] = [string]
        return True

    def _takes(self, keyword: str) -> bool:
        last = next(reversed(self.strings), "")
        if keyword.startswith("msgstr"):
            return keyword not in self.strings and (
                last in {"msgid", "msgid_plural"} or last.startswith("msgstr[")
            )
        return (
            last in {"msgid": {"", "msgctxt"}, "msgctxt": {""}, "msgid_plural": {"msgid"}}[keyword]
        )


def _entries(file: str, text: str) -> Iterator[_Entry]:
    """The messages of a file, the header first; obsolete ones (``#~``) count as comments.

    Raises PoError.
    """
    entry = _Entry(1)
    for number, line in enumerate(text.split("\n"), 1):
        keyword, string = _parted(line.strip(" \t\r"))
        if entry.is_whole and keyword in _ENDS:
            yield entry
            entry = _Entry(number)
        if keyword is None or not entry.adds(number, keyword, string):
            raise _unread(file, number, line.strip())
    if entry.strings and not entry.is_whole:
        raise PoError(Problem(file, entry.line, 1, "po-cut", {"value": entry.id}))
    if entry.strings:
        yield entry


def _parted(line: str) -> tuple[str | None, str]:
    """The keyword and string of a line; no keyword if it is not PO."""
    if not line or line.startswith("#"):
        return line[:1], ""
    if match := _KEYWORD.fullmatch(line):
        return match["keyword"], match["string"]
    return (_MORE, line) if _CONTINUED.fullmatch(line) else (None, "")


def _unread(file: str, line: int, found: str) -> PoError:
    return PoError(Problem(file, line, 1, "po-line", {"value": found}))
