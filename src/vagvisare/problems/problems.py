"""Problems as data, and their renderings: text for people, JSON for programs, GitHub annotations.

A problem has its place, its code and the facts of its message; the words are in
`vagvisare.problems.messages`.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from vagvisare.problems.messages import message, visible

Severity = Literal["error", "warning"]
Fact = str | tuple[str, ...] | Mapping[str, str]
"""A value, several values, or words by the language of the message."""

Facts = dict[str, Fact]
"""What a message fills in, by the names in its braces."""

WARNINGS: frozenset[str] = frozenset(
    {"duplicate-name", "law-changes", "old-places", "stale-recording", "stale-translation"}
)
"""The codes that do not make a check fail."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem, at its place.

    ``file`` is relative to the root, with ``/``; ``line`` and ``column`` count from 1, in code
    points.
    """

    file: str
    line: int
    column: int
    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict, hash=False)

    @property
    def severity(self) -> Severity:
        """``warning`` for the codes in ``WARNINGS``, else ``error``."""
        return "warning" if self.code in WARNINGS else "error"

    def __lt__(self, other: "Problem") -> bool:
        """By file, place and code, then by facts, so that every run gives the same order."""
        return self._order() < other._order()

    def _order(self) -> tuple[str, int, int, str, str]:
        return self.file, self.line, self.column, self.code, repr(sorted(self.facts.items()))


def suggesting(suggestion: str | None, **facts: Fact) -> Facts:
    """The facts of a problem, with the suggestion if there is one."""
    return {**facts, "suggestion": suggestion} if suggestion else facts


_SEVERITY_WORDS = {
    "sv": {"warning": "Varning: ", "error": ""},
    "en": {"warning": "Warning: ", "error": ""},
}


def as_text(problems: Iterable[Problem], language: str) -> Iterator[str]:
    """Lines ``file:line:column: message [code]`` in ``language`` (``sv`` or ``en``)."""
    for problem in problems:
        severity = _SEVERITY_WORDS[language][problem.severity]
        words = message(problem.code, problem.facts, language)
        place = f"{visible(problem.file)}:{problem.line}:{problem.column}"
        yield f"{place}: {severity}{words} [{problem.code}]"


def as_json(problems: Iterable[Problem], language: str) -> Iterator[str]:
    """One JSON array of objects with the problem's fields, its severity and its message."""
    found = [
        {
            "file": problem.file,
            "line": problem.line,
            "column": problem.column,
            "code": problem.code,
            "severity": problem.severity,
            "message": message(problem.code, problem.facts, language),
            "facts": dict(problem.facts),
        }
        for problem in problems
    ]
    # Non-ASCII stays readable; lone surrogates (odd file names) must not stop the printing.
    yield (
        json.dumps(found, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace").decode()
    )


def as_github(problems: Iterable[Problem], language: str) -> Iterator[str]:
    """Workflow commands that GitHub shows beside the changed lines.

    https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
    """
    for problem in problems:
        place = (
            f"file={_property(visible(problem.file))},line={problem.line},col={problem.column},"
            f"title={_property(problem.code)}"
        )
        words = message(problem.code, problem.facts, language)
        yield f"::{problem.severity} {place}::{_data(words)}"


def _data(text: str) -> str:
    """Text escaped as @actions/core does for the message of a workflow command."""
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return escaped.encode("utf-8", "backslashreplace").decode()


def _property(text: str) -> str:
    """Text escaped as @actions/core does for a property of a workflow command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


RENDERINGS: Mapping[str, Callable[[Iterable[Problem], str], Iterator[str]]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}
"""The renderings, by their names in ``--format``."""
