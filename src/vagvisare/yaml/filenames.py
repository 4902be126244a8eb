"""File names: which to skip, which lead elsewhere, and what a name should be."""

import re
import unicodedata
from pathlib import Path

_LEFT = re.compile(
    r".*~|#.*#|~[$s].*|.*\.(?:orig|bak|rej|swp|swo|tmp|old|part)"
    r"|(?:eh)?thumbs\.db|desktop\.ini|icon\r",
    re.IGNORECASE | re.DOTALL,
)
"""Backups of Emacs, vim, Kate, git, patch and Notepad++; Office's locks; leftovers of Syncthing,
Windows and macOS.
"""


def passed_over(name: str) -> bool:
    """Whether a file is to be skipped: hidden, an editor's backup, or a system's leftover."""
    return name.startswith(".") or bool(_LEFT.fullmatch(name))


def leads_out(folder: Path, place: Path) -> bool:
    """Whether a path ends outside a folder once links are followed."""
    try:
        return not place.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a loop of symbolic links
        return True


def as_id(name: str) -> str:
    """A name in small letters a–z, digits and hyphens; empty if it has none of them."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
