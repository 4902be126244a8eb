"""The shell: a page of the theme with marks for a directory page's own parts, cut at them once.

The theme renders one shell per language. A directory page never passes through the theme again: its
parts are put between the shell's pieces. A mark looks like ``<@title@>``: no text produces one,
because its ``<`` is escaped.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

SLOTS: tuple[str, ...] = ("title", "description", "canonical", "base", "head", "switcher", "body")
"""The parts that a directory page provides, all as escaped HTML.

``base`` is the relative path to the site's root ("../.." or ".").
"""

_MARK = re.compile(r"<@([a-z]+)@>")


class ShellError(ValueError):
    """The shell lacks a mark, or has one that no page fills."""


@dataclass(frozen=True, slots=True)
class Shell:
    """A shell cut at its marks: pieces of HTML, and the name of a slot between each two."""

    pieces: tuple[str, ...]
    slots: tuple[str, ...]

    def fill(self, parts: Mapping[str, str]) -> str:
        """The page: the pieces with ``parts`` between them."""
        page = [self.pieces[0]]
        for slot, piece in zip(self.slots, self.pieces[1:], strict=True):
            page.append(parts[slot])
            page.append(piece)
        return "".join(page)


def mark(slot: str) -> Markup:
    """The mark of a slot, for the theme to put into a shell."""
    return Markup(f"<@{slot}@>")  # noqa: S704 (a name of ours)


def cut(html: str) -> Shell:
    """Cuts a rendered shell at its marks.

    Raises ShellError if a slot has no mark, or a mark no slot.
    """
    found = _MARK.split(html)
    pieces, slots = tuple(found[::2]), tuple(found[1::2])
    if missing := set(SLOTS) - set(slots):
        raise ShellError(f"the shell has no mark for: {', '.join(sorted(missing))}")
    if unknown := set(slots) - set(SLOTS):
        raise ShellError(f"the shell has marks that nothing fills: {', '.join(sorted(unknown))}")
    return Shell(tuple(_tidy(piece) for piece in pieces), slots)


def _tidy(html: str) -> str:
    """Without indentation and empty lines: every byte of a shell is written once for each page."""
    return re.sub(r"\s*\n\s*", "\n", html)
