"""Placeholders of the interface's messages, and marks that have no place in a text.

A message has ``%(name)s`` where a fact is filled in when a page is made, and ``%%`` for a per cent
sign beside one; ``{name}`` is filled in by a script. Nothing else is a placeholder. Translations
come from outside, so they never go through Python's own ``%``, which obeys anything:
``%(age)2000000000s`` would ask for two gigabytes of spaces.
"""

import re
from collections.abc import Mapping

_PLACEHOLDER = re.compile(r"%(?:%|\(([A-Za-z_]{1,40})\)s)")
_OF_SCRIPTS = re.compile(r"\{\w{1,40}\}")
_MARK = re.compile(r"\{[{%#]|[}%#]\}")
"""The beginning or end of something in a Jinja template."""


def put_in(text: str, facts: Mapping[str, object]) -> str:
    """A message with its placeholders replaced by facts.

    Anything else, and a placeholder without a fact, stays as written.
    """

    def fact(found: re.Match[str]) -> str:
        return "%" if found[1] is None else str(facts.get(found[1], found[0]))

    return _PLACEHOLDER.sub(fact, text)


def placeholders(text: str) -> frozenset[str]:
    """The placeholders of a message, as written: ``%(name)s`` and ``{name}``."""
    facts = {found[0] for found in _PLACEHOLDER.finditer(text) if found[1]}
    return frozenset({*facts, *_OF_SCRIPTS.findall(text)})


def malformed(text: str) -> str | None:
    """The first per cent sign that begins no placeholder, with what follows it; None if none is.

    Twelve characters at most.
    """
    rest = _PLACEHOLDER.sub(lambda found: " " * len(found[0]), text)
    return rest[at : at + 12] if (at := rest.find("%")) >= 0 else None


def marks(text: str) -> tuple[str, ...]:
    """The template marks in a text, each once, in order."""
    return tuple(dict.fromkeys(_MARK.findall(text)))
