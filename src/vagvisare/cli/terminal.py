"""The terminal, whatever letters it has: what it lacks is shown by what is near, and what programs read is UTF-8."""

import codecs
import os
import sys
import unicodedata
from typing import TextIO, cast

_ERRORS = "vagvisare"
"""The name of our way with letters that an encoding lacks."""
_SIGNS = {"”": '"', "“": '"', "’": "'", "‘": "'", "–": "-", "—": "-", "…": "...", "\u00a0": " ", "\u202f": " ", "→": "->"}


def prepare() -> None:
    """Lets output and errors show what their encoding lacks: a terminal in cp850 has no ”, and one in cp1252 no Arabic."""
    codecs.register_error(_ERRORS, _near)
    for stream in (sys.stdout, sys.stderr):
        _reconfigure(stream, errors=_ERRORS)


def as_utf8() -> None:
    """Lets the output be UTF-8, since a program reads it: JSON is never anything else (RFC 8259, 8.1)."""
    _reconfigure(sys.stdout, encoding="utf-8", errors="backslashreplace")


def end_output() -> None:
    """Writes out what waits to be written, or lets go of it where that cannot be, so that the end of the program is quiet."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _reconfigure(stream: TextIO, **how: str) -> None:
    if reconfigure := getattr(stream, "reconfigure", None):
        reconfigure(**how)


def _near(error: UnicodeError) -> tuple[str, int]:
    """What stands for the letters that could not be encoded, in ASCII, and where the text goes on."""
    failed = cast(UnicodeEncodeError, error)
    return "".join(map(_plain, failed.object[failed.start : failed.end])), failed.end


def _plain(character: str) -> str:
    """A sign or letter in ASCII: its own, that under its marks, or its number."""
    bare = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
    return _SIGNS.get(character) or bare or character.encode("ascii", "backslashreplace").decode()
