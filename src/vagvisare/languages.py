"""Languages: what a reader reads, which way it runs, and what to fall back on.

Codes are BCP 47 (RFC 5646). Every language of the directory stands in ``directory/vocabulary/languages.yml``;
the languages that the *site* is published in are a few of them, named in ``SITE_LANGUAGES``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

SOURCE = "sv"
"""The language that every text is written in first and that the last fallback ends in."""

SITE_LANGUAGES: tuple[str, ...] = ("sv", "en", "ar", "so")
"""The languages of the site's own pages, in the order of the switcher."""

Direction = Literal["ltr", "rtl"]
Text = Mapping[str, str]
"""One text in several languages: BCP 47 code -> text. Swedish is always there."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language: ``code`` (BCP 47), ``autonym`` (its name in itself, if known), ``script`` (ISO 15924).

    For search: ``small_words`` say nothing of what is looked for; ``beginnings`` and ``endings`` are articles, plurals and the
    like that a word may have or not, longest first; where there are ``compounds``, words are made of words.
    """

    code: str
    autonym: str
    direction: Direction
    script: str
    fallback: tuple[str, ...] = (SOURCE,)
    small_words: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    compounds: bool = False

    @property
    def title(self) -> str:
        """The autonym as it stands alone, with a capital where the script has them: ``Svenska``."""
        return self.autonym[:1].upper() + self.autonym[1:]


@dataclass(frozen=True, slots=True)
class Wording:
    """A text as shown to a reader: the words and the language that they are really in."""

    text: str
    language: str


def wording(text: Text, language: str, fallback: Sequence[str] = (SOURCE,)) -> Wording:
    """The text in ``language``, else in the first language of the ``fallback`` chain that has it.

    Raises KeyError when not even the end of the chain has the text (the models do not let that through).
    """
    found = text.get(language)
    if found is not None:
        return Wording(found, language)
    for other in fallback:
        if other in text:
            return Wording(text[other], other)
    return Wording(text[SOURCE], SOURCE)
