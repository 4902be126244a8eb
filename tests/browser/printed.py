"""Printed pages, glyph by glyph: what stands where on the paper, whatever order the file has it in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import pypdfium2
import pypdfium2.raw
import zxingcpp

MILLIMETRE = 72 / 25.4
"""Points of a page."""
GAP = 9
"""Points between two pieces of a row: more than any space between words, less than the gap between the two sides of a line."""
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_RUN = re.compile(r"[^\u0600-\u06ff.,;:!?…·–-](?:[^\u0600-\u06ff]*[^\u0600-\u06ff.,;:!?…·–-])?")
"""What runs from left to right within Arabic: from one letter or digit to the last before the next Arabic letter."""
_LIGATURES = ("لا", "لأ", "لإ", "لآ", "fi", "fl", "ff", "ffi")
"""Letters drawn as one glyph: they have one place, so the order in which the file names them says nothing of the paper."""


@dataclass(frozen=True)
class Glyph:
    """A glyph: the characters that it stands for (two for لا), its left and right edge, and its baseline from the page's top."""

    text: str
    left: float
    right: float
    y: float


@dataclass(frozen=True)
class Piece:
    """Glyphs that stand together in a row, from left to right."""

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
        """How high on the page the line is."""
        return self.glyphs[0].y

    def read(self, *, leftwards: bool) -> str:
        """The characters as somebody reads them off the paper; leftwards, runs of Latin letters and digits are read rightwards.

        Brackets are left out: in Arabic a file names some as they look and others as they are meant.
        """
        texts = [glyph.text for glyph in self.glyphs if glyph.text not in "()"]
        if not leftwards:
            return "".join(texts)
        # One character for each glyph, so that a ligature is turned round as the one sign that it is.
        signs = {chr(0xE000 + index): text for index, text in enumerate(_LIGATURES)}
        names = {text: sign for sign, text in signs.items() if not _ARABIC.match(text)}
        read = _RUN.sub(lambda run: run[0][::-1], "".join(names.get(text, text) for text in reversed(texts)))
        return "".join(signs.get(sign, sign) for sign in read)


class Printed:
    """A PDF: ``sizes`` of its pages in millimetres, and the pieces of its text."""

    def __init__(self, pdf: bytes) -> None:
        self._document = pypdfium2.PdfDocument(pdf)
        self.sizes = [tuple(round(side / MILLIMETRE) for side in page.get_size()) for page in self._document]

    def pieces(self, number: int = 0) -> list[Piece]:
        """What stands on a page, row by row from the top."""
        rows = sorted(self._glyphs(number), key=lambda glyph: (glyph.y, glyph.left))
        found = [piece for _, row in groupby(rows, key=lambda glyph: glyph.y) for piece in _pieces(list(row))]
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
            yield Glyph(letters, min(one[2] for one in same), max(one[3] for one in same), round(height - y, 1))

    def codes(self, number: int = 0) -> list[str]:
        """What the QR codes of a page say to a camera."""
        bitmap = self._document[number].render(scale=3, grayscale=True)
        rows = bytes(bitmap.buffer)
        pixels = b"".join(rows[start : start + bitmap.width] for start in range(0, bitmap.stride * bitmap.height, bitmap.stride))
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
    """A text as it can be compared with glyphs: without spaces, brackets and marks that only order it."""
    return re.sub(r"[\s()\u200e\u200f\u2066-\u2069]", "", text)


def columns(pieces: Sequence[Piece], *, leftwards: bool) -> list[list[tuple[str, float]]]:
    """The characters below each other that begin at the same edge, read from the top: (character, y)."""
    edges: dict[int, list[tuple[str, float]]] = {}
    for piece in pieces:
        edge = piece.right if leftwards else piece.left
        key = next((known for known in edges if abs(known - edge) < 2), round(edge))
        edges.setdefault(key, []).extend((character, piece.y) for character in piece.read(leftwards=leftwards))
    return list(edges.values())


def places(pieces: Sequence[Piece], texts: Sequence[str], *, leftwards: bool) -> Iterator[float | None]:
    """How far down each text begins, for texts in the order of reading; None for one that cannot be read there."""
    read = [("".join(character for character, _ in column), column) for column in columns(pieces, leftwards=leftwards)]
    taken: list[tuple[float, int, int]] = []
    for text in map(bare, texts):
        last = taken[-1][0] if taken else 0.0
        starts = {(column[at][1], number, at) for number, (line, column) in enumerate(read) for at in _all(line, text)}
        first = min((start for start in starts - set(taken) if start[0] >= last), default=None)
        if first:
            taken.append(first)
        yield first[0] if first else None


def _all(line: str, text: str) -> Iterator[int]:
    at = line.find(text)
    while at >= 0:
        yield at
        at = line.find(text, at + 1)
