"""Alphabetical order: Swedish for names in Latin letters, Unicode's for other scripts.

In Swedish å, ä and ö come after z; other accents and case are ignored. Names of organisations and
places are Swedish in every language, so they keep that order in every language that is written with
Latin letters. Words in other scripts follow the Unicode Collation Algorithm (pyuca; PyICU, which
knows each language's own small differences, has no wheel).
"""

import re
import unicodedata
from functools import lru_cache

from pyuca import Collator

_SWEDISH = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"})
_LETTER = {"{": "å", "|": "ä", "}": "ö"}


@lru_cache(maxsize=65536)
def sort_key(name: str) -> str:
    """The text to sort a name by, with the three characters after z in ASCII for å, ä and ö."""
    plain = unicodedata.normalize("NFC", name).casefold().translate(_SWEDISH)
    bare = "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9{|}]+", " ", bare).strip()


def reading_key(text: str) -> tuple[int, str | tuple[int, ...]]:
    """The key to sort what a reader sees by.

    Names in Latin letters come first, in Swedish order, then words in other scripts.
    """
    letter = next((character for character in text if character.isalpha()), "a")
    if unicodedata.name(letter, "LATIN").startswith("LATIN"):
        return 0, sort_key(text)
    return 1, _collated(text)


@lru_cache(maxsize=65536)
def _collated(text: str) -> tuple[int, ...]:
    return tuple(_collator().sort_key(text))


@lru_cache(maxsize=1)
def _collator() -> Collator:
    """Reads 1.5 MB of weights in a quarter of a second, so only where a language needs it."""
    return Collator()


def first_letter(name: str) -> str:
    """The letter that a name is listed under: a-z, å, ä or ö, or ``#`` for anything else."""
    key = sort_key(name)[:1]
    return _LETTER.get(key, key if "a" <= key <= "z" else "#")
