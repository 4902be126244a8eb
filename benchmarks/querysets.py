"""Sets of queries that people type: a line of JSON each, read with places in what is refused."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_KEYS = {
    "language": str,
    "query": str,
    "expected": list,
    "also": list,
    "none": bool,
    "urgent": bool,
    "kind": str,
}
"""What a line may have, and of which type. Only the first two must be there."""


class SetError(ValueError):
    """A line that is no query; its text is ``file:line: what is wrong``."""


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody types on a page of ``language``, and what is right.

    ``expected`` are addresses of which any is right, ``also`` those that are right and not what one
    would look for first. ``none``: nothing here answers it. ``urgent``: somebody is in danger.
    """

    language: str
    query: str
    expected: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    none: bool = False
    urgent: bool = False
    kind: str = ""


def read(file: Path, languages: tuple[str, ...]) -> list[Query]:
    """The queries of a set. Raises SetError at the first line that is none."""
    lines = file.read_text("utf-8-sig").splitlines()
    return [
        _query(f"{file}:{number}", line, languages)
        for number, line in enumerate(lines, 1)
        if line.strip()
    ]


def _query(where: str, line: str, languages: tuple[str, ...]) -> Query:
    try:
        facts = json.loads(line)
    except json.JSONDecodeError as error:
        raise SetError(f"{where}:{error.colno}: {error.msg}; write a line of JSON") from error
    for fault in _faults(facts, languages):
        raise SetError(f"{where}: {fault}")
    addresses = {
        name: tuple(address(one) for one in facts.get(name, ())) for name in ("expected", "also")
    }
    return Query(**{**facts, **addresses})


def _faults(facts: Any, languages: tuple[str, ...]) -> Iterator[str]:
    if not isinstance(facts, Mapping):
        yield 'write an object: {"language": "sv", "query": "…", "expected": ["offers/sfi"]}'
        return
    for name in facts.keys() - _KEYS.keys():
        yield f"{name} is not known here; there are {', '.join(_KEYS)}"
    for name, kind in _KEYS.items():
        if name in facts and not isinstance(facts[name], kind):
            yield f"{name} must be a {kind.__name__}"
    if facts.get("language") not in languages:
        yield f"language must be one of {', '.join(languages)}"
    if not facts.get("query"):
        yield "query is missing"
    if not facts.get("none") and not facts.get("expected") and not facts.get("urgent"):
        yield "expected is missing; where nothing answers, write none: true"


def address(written: str) -> str:
    """An address as results are compared: ``offers/sfi``, ``glossary#iop``.

    Without the slashes at its ends and before its fragment.
    """
    path, mark, fragment = written.partition("#")
    return f"{path.strip('/')}{mark}{fragment}"
