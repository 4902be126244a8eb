"""Swedish alphabetical order: å, ä and ö after z, other accents ignored, capitals like small letters."""

import re
import unicodedata
from functools import lru_cache

_SWEDISH = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"})
_LETTER = {"{": "å", "|": "ä", "}": "ö"}


@lru_cache(maxsize=65536)
def sort_key(name: str) -> str:
    """The text to sort a name by: the three characters that follow z in ASCII stand for å, ä and ö."""
    plain = unicodedata.normalize("NFC", name).casefold().translate(_SWEDISH)
    bare = "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9{|}]+", " ", bare).strip()


def first_letter(name: str) -> str:
    """The letter that a name is listed under: a-z, å, ä or ö, or ``#`` for all else."""
    key = sort_key(name)[:1]
    return _LETTER.get(key, key if "a" <= key <= "z" else "#")
