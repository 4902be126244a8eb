"""The terminal, whatever letters it has: those it lacks are replaced by something near.

What programs read is UTF-8.
"""

import codecs
import os
import sys
import unicodedata
from typing import TextIO, cast

_ERRORS = "vagvisare"
"""The name of our handler for letters that an encoding lacks."""
_SIGNS = {
    "”": '"',
    "“": '"',
    "’": "'",
    "‘": "'",
    "–": "-",
    "—": "-",
    "…": "...",
    "\u00a0": " ",
    "\u202f": " ",
    "→": "->",
}


def prepare() -> None:
    """Lets output and errors show what their encoding lacks.

    A terminal in cp850 has no ”, and one in cp1252 no Arabic.
    """
    codecs.register_error(_ERRORS, _near)
    for stream in (sys.stdout, sys.stderr):
        _reconfigure(stream, errors=_ERRORS)


def as_utf8() -> None:
    """Makes the output UTF-8, for a program to read.

    JSON is never anything else (RFC 8259, 8.1).
    """
    _reconfigure(sys.stdout, encoding="utf-8", errors="backslashreplace")


def end_output() -> None:
    """Flushes the output, or discards it if that fails, so that the program ends quietly."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _reconfigure(stream: TextIO, **how: str) -> None:
    if reconfigure := getattr(stream, "reconfigure", None):
        reconfigure(**how)


def _near(error: UnicodeError) -> tuple[str, int]:
    """An ASCII replacement for letters that could not be encoded, and where the text goes on."""
    failed = cast(UnicodeEncodeError, error)
    return "".join(map(_plain, failed.object[failed.start : failed.end])), failed.end


def _plain(character: str) -> str:
    """A character in ASCII: our replacement, the letter under its marks, or its number."""
    bare = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
    return _SIGNS.get(character) or bare or character.encode("ascii", "backslashreplace").decode()
