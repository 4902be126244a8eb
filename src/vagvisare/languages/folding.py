"""Words folded for comparison: people differ in case, marks, doubled and look-alike letters.

``assets/js/fold.js`` does the same in the browser, letter by letter; a test compares the two.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_UNSEEN = re.compile("['’ʼ‘`´\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Apostrophes, and what is not seen: soft hyphens, joiners, marks of direction."""
_MARKS = re.compile("[\u0300-\u036f\u0640\u064b-\u065f\u0670]")
_LETTERS = str.maketrans("ةىکیٱگپڤæøœ", "هيكياكبفaoo") | str.maketrans({"ء": "", "ß": "s"})
_LETTERS |= {zero + digit: str(digit) for zero in (0x660, 0x6F0) for digit in range(10)}
_DOUBLED = re.compile(r"([^\W\d_])\1+")
_BETWEEN = re.compile(r"[\W_]+")
_NO_DIGIT = re.compile("[^0-9]")
_SHORTEST = 3
"""The fewest letters that a word keeps when its beginning is removed."""


def fold(text: str) -> str:
    """The text in lower case, without marks and doubled letters, and with Latin digits.

    Letters that people mix up become one, compatibility forms (U+FE8D for alif) the plain letter.
    """
    small = unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).lower()
    plain = _MARKS.sub("", unicodedata.normalize("NFD", small)).translate(_LETTERS)
    return _DOUBLED.sub(r"\1", plain)


def words(text: str) -> list[str]:
    """The words of a text, folded."""
    return [word for piece in text.split() for word in _words(piece)]


@lru_cache(maxsize=262144)
def _words(piece: str) -> tuple[str, ...]:
    """The words between two spaces, folded. Cached, since most of them recur."""
    return tuple(word for word in _BETWEEN.split(fold(piece)) if word)


@lru_cache(maxsize=262144)
def bare(word: str, beginnings: Sequence[str]) -> str:
    """A folded word without the first of ``beginnings`` that it has.

    Those are articles and the like that are written together with the word.
    """
    for beginning in beginnings:
        if word.startswith(beginning) and len(word) >= len(beginning) + _SHORTEST:
            return word[len(beginning) :]
    return word


def digits(number: str) -> str:
    """A telephone or organisation number as searched for: digits only, +46 as 0."""
    plain = _NO_DIGIT.sub("", number.translate(_LETTERS))
    return f"0{plain[2:]}" if number.lstrip().startswith("+46") else plain
