"""Placeholders of the interface's messages, and marks that have no place in a text.

A message has ``%(name)s`` where a fact is put in as a page is made, and ``%%`` for a per cent sign beside one; ``{name}`` is
filled in by a script. Nothing else is a placeholder. A translation is a text from outside, so it is never given to Python's own
``%``, which obeys whatever it says: ``%(age)2000000000s`` would ask for two gigabytes of spaces.
"""

import re
from collections.abc import Mapping

_PLACEHOLDER = re.compile(r"%(?:%|\(([A-Za-z_]{1,40})\)s)")
_OF_SCRIPTS = re.compile(r"\{\w{1,40}\}")
_MARK = re.compile(r"\{[{%#]|[}%#]\}")
"""What begins or ends something in a template of Jinja's."""


def put_in(text: str, facts: Mapping[str, object]) -> str:
    """A message with facts in the place of its placeholders. What is no placeholder, or has no fact, stays as it is written."""

    def fact(found: re.Match[str]) -> str:
        return "%" if found[1] is None else str(facts.get(found[1], found[0]))

    return _PLACEHOLDER.sub(fact, text)


def placeholders(text: str) -> frozenset[str]:
    """The placeholders of a message, as they are written: ``%(name)s`` and ``{name}``."""
    facts = {found[0] for found in _PLACEHOLDER.finditer(text) if found[1]}
    return frozenset({*facts, *_OF_SCRIPTS.findall(text)})


def malformed(text: str) -> str | None:
    """The first per cent sign that begins no placeholder, with what stands after it; None when there is none."""
    rest = _PLACEHOLDER.sub(lambda found: " " * len(found[0]), text)
    return rest[at : at + 12] if (at := rest.find("%")) >= 0 else None


def marks(text: str) -> tuple[str, ...]:
    """The marks of a template that a text has, each once, in order."""
    return tuple(dict.fromkeys(_MARK.findall(text)))
