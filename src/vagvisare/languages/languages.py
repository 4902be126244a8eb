"""Languages: what a reader reads, which way it runs, and what to fall back on.

Codes are BCP 47 (RFC 5646). Every language of the directory stands in ``directory/vocabulary/languages.yml``;
the languages that the *site* is published in are a few of them, which ``mkdocs.yml`` names (`vagvisare.reading.configuration`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, Protocol

SOURCE = "sv"
"""The language that every text is written in first and that the last fallback ends in."""

Direction = Literal["ltr", "rtl"]
Text = Mapping[str, str]
"""One text in several languages: BCP 47 code -> text. Swedish is always there."""


class Mark(Protocol):
    """How a translation came to be: the fingerprint of the Swedish it was made from, by whom, and who read it when."""

    @property
    def made_from(self) -> str:
        """Eight hexadecimal digits (`vagvisare.records.texts.fingerprint`)."""

    @property
    def by(self) -> Literal["human", "machine"]:
        """Who translated it."""

    @property
    def reviewed(self) -> date | None:
        """The day on which a person read it, if one did."""


Marks = Mapping[str, Mapping[str, Mark]]
"""The marks of a record, a term or a page: by language, then by the way to the text (``application_process.0``)."""


def cldr(code: str) -> str:
    """The name of a language's locale in Unicode CLDR as Babel takes it: ``fa_AF`` for ``fa-AF``."""
    return _CLDR.get(code, code.replace("-", "_"))


_CLDR = {"prs": "fa_AF", "ku-Arab": "ckb", "sv-simple": "sv"}
"""Languages that CLDR has under another code: Dari is the Persian of Afghanistan, Sorani has three letters of its own."""


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


EASY = Language("sv-simple", "lätt svenska", "ltr", "Latn")
"""Easy Swedish, beside a Swedish text: no language of the site's or the directory's, and nobody falls back on it.

``simple`` is IANA's variant for "Simplified form" (https://www.iana.org/assignments/lang-subtags-templates/simple.txt).
"""


class Wording(NamedTuple):
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
