"""Records as YAML text in the style of the shipped ones.

Text is quoted only where needed; lists of text are written on one line.
"""

import re
from collections.abc import Iterator
from typing import Any

_PLAIN = re.compile(r"[^\W\d_](?:[\w ().,/&–’?!;-]|(?<=\S):(?=\S))*(?<! )")
"""Text that YAML reads unquoted. Narrower than the grammar: when in doubt, text is quoted."""
_IN_LIST = re.compile(r"[^\W\d_][\w.-]*")
_NOT_TEXT = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


def scalar(value: str, *, within: bool = False) -> str:
    """One value, quoted where needed; ``within`` a one-line list or map, more needs quotes."""
    plain = (_IN_LIST if within else _PLAIN).fullmatch(value) and value.casefold() not in _NOT_TEXT
    return value if plain else "'" + value.replace("'", "''") + "'"


def record(data: dict[str, Any]) -> str:
    """A whole record: maps, lists and text, in the order given."""
    return "\n".join(_fields(data, "")) + "\n"


def _fields(data: dict[str, Any], indent: str) -> Iterator[str]:
    for key, value in data.items():
        if isinstance(value, str):
            yield f"{indent}{key}: {scalar(value)}"
        elif isinstance(value, list) and all(isinstance(item, str) for item in value):
            yield f"{indent}{key}: [{', '.join(scalar(item, within=True) for item in value)}]"
        elif isinstance(value, list):
            yield f"{indent}{key}:"
            yield from _items(value, indent + "  ")
        elif set(value) == {"from", "by"}:
            yield (
                f"{indent}{key}: {{from: {scalar(value['from'], within=True)}, by: {value['by']}}}"
            )
        else:
            yield f"{indent}{key}:"
            yield from _fields(value, indent + "  ")


def _items(items: list[dict[str, Any]], indent: str) -> Iterator[str]:
    for item in items:
        lines = _fields(item, indent + "  ")
        yield f"{indent}- {next(lines).strip()}"
        yield from lines
