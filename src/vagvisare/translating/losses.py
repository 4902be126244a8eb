"""What a translation may not lose: the links, numbers and placeholders of its source."""

import re
import unicodedata
from collections.abc import Iterator

_LINKS = re.compile(
    r"https?://[^\s<>()\[\]\"'«»“”„]+|\]\((?P<target>[^)\s]+)\)|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
)
_PLACEHOLDERS = re.compile(r"%\(\w+\)[a-z]|\{\w+\}|\{[^{}\n]*(?P<anchor>#[\w-]+)[^{}\n]*\}")
_NUMBER = re.compile(r"(?<!\d)\d+(?![\d]|-tal)")
"""Not a decade: *50-talet* is *1950s*, *الخمسينيات*."""
_IN_WORDS = frozenset({"1", "2"})
"""Numbers that some languages write as words or as a form of the noun: Arabic says *a year* and
*two years*.
"""
_THOUSANDS = re.compile(r"(?<=\d)[ .,'’\u00a0\u202f\u066c](?=\d{3}(?!\d))")


def losses(source: str, translation: str) -> Iterator[tuple[str, str]]:
    """What the source has and the translation lacks, as kind and value, each once, in order.

    The kinds are ``link``, ``placeholder`` and ``number``. A number may be grouped differently
    (``12 000``, ``12,000``), but its digits must be Latin: it is dialled, or shown to a Swedish
    official. A number within a link or a placeholder is part of that.
    """
    for kind, found in (("link", _links), ("placeholder", _placeholders), ("number", _numbers)):
        there = set(found(translation))
        yield from ((kind, value) for value in dict.fromkeys(found(source)) if value not in there)


def _links(text: str) -> list[str]:
    return [(match["target"] or match[0]).rstrip(".,;:!?،؛") for match in _LINKS.finditer(text)]


def _placeholders(text: str) -> list[str]:
    return [match["anchor"] or match[0] for match in _PLACEHOLDERS.finditer(text)]


def _numbers(text: str) -> list[str]:
    bare = _THOUSANDS.sub(
        "", _PLACEHOLDERS.sub(" ", _LINKS.sub(" ", unicodedata.normalize("NFC", text)))
    )
    return [
        number for number in _NUMBER.findall(bare) if number.isascii() and number not in _IN_WORDS
    ]
