"""Printed pages, glyph by glyph: the places on paper, whatever the order in the file."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import pypdfium2
import pypdfium2.raw
import zxingcpp

MILLIMETRE = 72 / 25.4
"""Points per millimetre."""
GAP = 9
"""Points between two pieces of a row: more than any word space, less than the gap between the two
sides of a line.
"""
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_RUN = re.compile(r"[^\u0600-\u06ff.,;:!?…·–-](?:[^\u0600-\u06ff]*[^\u0600-\u06ff.,;:!?…·–-])?")
"""A left-to-right run within Arabic: from one letter or digit to the last before the next Arabic
letter.
"""
_LIGATURES = ("لا", "لأ", "لإ", "لآ", "fi", "fl", "ff", "ffi")
"""Letters drawn as one glyph: they share one place, so their order in the file says nothing about
the paper.
"""


@dataclass(frozen=True)
class Glyph:
    """A glyph: its characters (two for لا), left and right edges, and baseline from the top."""

    text: str
    left: float
    right: float
    y: float


@dataclass(frozen=True)
class Piece:
    """Adjacent glyphs of a row, from left to right."""

    glyphs: tuple[Glyph, ...]

    @property
    def left(self) -> float:
        """Where the line's first glyph begins."""
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        """Where the line's last glyph ends."""
        return self.glyphs[-1].right

    @property
    def y(self) -> float:
        """How far down the page the line is."""
        return self.glyphs[0].y

    def read(self, *, leftwards: bool) -> str:
        """The characters as read off the paper; ``leftwards`` for Arabic.

        Runs of Latin letters and digits within Arabic are read rightwards. Brackets are left out:
        in Arabic, files name some as they look and others as they are meant.
        """
        texts = [glyph.text for glyph in self.glyphs if glyph.text not in "()"]
        if not leftwards:
            return "".join(texts)
        # One character per glyph, so that a ligature is reversed as a single sign.
        signs = {chr(0xE000 + index): text for index, text in enumerate(_LIGATURES)}
        names = {text: sign for sign, text in signs.items() if not _ARABIC.match(text)}
        read = _RUN.sub(
            lambda run: run[0][::-1], "".join(names.get(text, text) for text in reversed(texts))
        )
        return "".join(signs.get(sign, sign) for sign in read)


class Printed:
    """A PDF: ``sizes`` of its pages in millimetres, and the pieces of its text."""

    def __init__(self, pdf: bytes) -> None:
        self._document = pypdfium2.PdfDocument(pdf)
        self.sizes = [
            tuple(round(side / MILLIMETRE) for side in page.get_size()) for page in self._document
        ]

    def pieces(self, number: int = 0) -> list[Piece]:
        """The text of a page, row by row from the top."""
        rows = sorted(self._glyphs(number), key=lambda glyph: (glyph.y, glyph.left))
        found = [
            piece
            for _, row in groupby(rows, key=lambda glyph: glyph.y)
            for piece in _pieces(list(row))
        ]
        return sorted(found, key=lambda piece: (piece.y, piece.left))

    def _glyphs(self, number: int) -> Iterator[Glyph]:
        page = self._document[number]
        text, height = page.get_textpage(), page.get_height()
        found = []
        for index in range(text.count_chars()):
            character = chr(pypdfium2.raw.FPDFText_GetUnicode(text, index))
            if character.strip() and not pypdfium2.raw.FPDFText_IsGenerated(text, index):
                left, _, right, _ = text.get_charbox(index, loose=True)
                found.append((_origin(text, index), character, left, right))
        for (_, y), group in groupby(found, key=lambda one: one[0]):
            same = list(group)
            letters = "".join(one[1] for one in same)
            letters = letters[::-1] if letters[::-1] in _LIGATURES else letters
            yield Glyph(
                letters,
                min(one[2] for one in same),
                max(one[3] for one in same),
                round(height - y, 1),
            )

    def codes(self, number: int = 0) -> list[str]:
        """The texts of a page's QR codes, as a scanner decodes them."""
        bitmap = self._document[number].render(scale=3, grayscale=True)
        rows = bytes(bitmap.buffer)
        pixels = b"".join(
            rows[start : start + bitmap.width]
            for start in range(0, bitmap.stride * bitmap.height, bitmap.stride)
        )
        seen = memoryview(pixels).cast("B", (bitmap.height, bitmap.width))
        return [code.text for code in zxingcpp.read_barcodes(seen)]


def _origin(text: pypdfium2.PdfTextPage, index: int) -> tuple[float, float]:
    x, y = pypdfium2.raw.c_double(), pypdfium2.raw.c_double()
    pypdfium2.raw.FPDFText_GetCharOrigin(text, index, x, y)
    return round(x.value, 2), y.value


def _pieces(row: Sequence[Glyph]) -> Iterator[Piece]:
    start = 0
    for index in range(1, len(row) + 1):
        if index == len(row) or row[index].left - row[index - 1].right > GAP:
            yield Piece(tuple(row[start:index]))
            start = index


def bare(text: str) -> str:
    """A text comparable with glyphs: without spaces, brackets and marks of direction."""
    return re.sub(r"[\s()\u200e\u200f\u2066-\u2069]", "", text)


def columns(pieces: Sequence[Piece], *, leftwards: bool) -> list[list[tuple[str, float]]]:
    """Pieces that begin at the same edge, joined from the top, as (character, y)."""
    edges: dict[int, list[tuple[str, float]]] = {}
    for piece in pieces:
        edge = piece.right if leftwards else piece.left
        key = next((known for known in edges if abs(known - edge) < 2), round(edge))
        edges.setdefault(key, []).extend(
            (character, piece.y) for character in piece.read(leftwards=leftwards)
        )
    return list(edges.values())


def places(
    pieces: Sequence[Piece], texts: Sequence[str], *, leftwards: bool
) -> Iterator[float | None]:
    """How far down each text begins, in reading order; None if it cannot be read there."""
    read = [
        ("".join(character for character, _ in column), column)
        for column in columns(pieces, leftwards=leftwards)
    ]
    taken: list[tuple[float, int, int]] = []
    for text in map(bare, texts):
        last = taken[-1][0] if taken else 0.0
        starts = {
            (column[at][1], number, at)
            for number, (line, column) in enumerate(read)
            for at in _all(line, text)
        }
        first = min((start for start in starts - set(taken) if start[0] >= last), default=None)
        if first:
            taken.append(first)
        yield first[0] if first else None


def _all(line: str, text: str) -> Iterator[int]:
    at = line.find(text)
    while at >= 0:
        yield at
        at = line.find(text, at + 1)
