"""QR codes (ISO/IEC 18004) as inline SVG."""

import re

import segno
from markupsafe import Markup

MASK = 3
"""The mask, of eight, that is applied to a code.

Trying all and taking the best takes six times as long, on thousands of cards, and every reader
reads every mask.
"""
QUIET = 4
"""Modules of white around a code."""
_DARK = re.compile(rb"\x01+")


def svg(address: str) -> Markup:
    """The code of an address, with its quiet zone, black on white in every colour scheme."""
    modules = segno.make_qr(address, error="m", boost_error=False, mask=MASK).matrix
    side = len(modules) + 2 * QUIET
    white, path = f'<path fill="#fff" d="M0 0h{side}v{side}h-{side}z"/>', _strokes(modules)
    return Markup(f'<svg viewBox="0 0 {side} {side}">{white}<path stroke="#000" d="{path}"/></svg>')


def _strokes(modules: tuple[bytearray, ...]) -> str:
    """The dark modules as the strokes of a path, row by row.

    segno's own writer takes ten times as long.
    """
    found, x, y = [], QUIET, QUIET
    for line, row in enumerate(modules, QUIET):
        for dark in _DARK.finditer(row):
            start, end = dark.start() + QUIET, dark.end() + QUIET
            found.append(f"m{start - x} {line - y}h{end - start}")
            x, y = end, line
    return f"M{QUIET} {QUIET}.5{''.join(found).removeprefix('m0 0')}"
