"""The form of a message: what is wrong, what to write instead, and an example."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """One message: ``wrong``, ``instead`` (left out where there is a suggestion) and ``example``.

    Facts are in braces: ``{value}`` is quoted, ``{value_bare}`` is not, and ``{value_in_yaml}`` is
    quoted and escaped as in a file.
    """

    wrong: str
    instead: str = ""
    example: str = ""


Messages = Mapping[str, Mapping[str, Message]]
"""Messages by code, then by language (``sv`` and ``en``)."""
