"""Languages: what a reader reads, which way it runs, and what to fall back on.

Codes are BCP 47 (RFC 5646). ``directory/vocabulary/languages.yml`` has every language of the
directory; the *site* is published in a few of them, which ``mkdocs.yml`` names
(`vagvisare.reading.configuration`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple, Protocol

SOURCE = "sv"
"""The language that every text is first written in, and the last fallback."""

Direction = Literal["ltr", "rtl"]
Text = Mapping[str, str]
"""One text in several languages: BCP 47 code -> text. Swedish is always there."""


class Mark(Protocol):
    """How a translation came to be: from which Swedish, by whom, and when a person read it."""

    @property
    def made_from(self) -> str:
        """The fingerprint of the Swedish, eight hexadecimal digits.

        See `vagvisare.records.texts.fingerprint`.
        """

    @property
    def by(self) -> Literal["human", "machine"]:
        """Who translated it."""

    @property
    def reviewed(self) -> date | None:
        """The day on which a person read it, if one did."""


Marks = Mapping[str, Mapping[str, Mark]]
"""The marks of a record, term or page: by language, then by path (``application_process.0``)."""


def cldr(code: str) -> str:
    """Babel's name for a language's locale in Unicode CLDR: ``fa_AF`` for ``fa-AF``."""
    return _CLDR.get(code, code.replace("-", "_"))


_CLDR = {"prs": "fa_AF", "ku-Arab": "ckb", "sv-simple": "sv"}
"""Languages that CLDR has under another code: Dari is the Persian of Afghanistan, Sorani has a
three-letter code of its own.
"""


@dataclass(frozen=True, slots=True)
class Language:
    """One language: its ``code`` (BCP 47), ``autonym``, ``direction`` and ``script`` (ISO 15924).

    The autonym is its name in itself, if known. For search: ``small_words`` carry no meaning;
    ``beginnings`` and ``endings`` are articles, plurals and the like that a word may have or not,
    longest first; with ``compounds``, words are made of words. ``attributes`` are the words that
    ask for a fact of what is found (``phone``: number, call), by the fact; ``spellings`` are
    classes of parts of words that are written one way and another and mean the same; ``clitics``
    may stand before a word like beginnings, and are taken off where the whole word says nothing.
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
    attributes: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    spellings: tuple[tuple[str, ...], ...] = ()
    clitics: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The autonym on its own, capitalised where the script has capitals: ``Svenska``."""
        return self.autonym[:1].upper() + self.autonym[1:]


EASY = Language("sv-simple", "lätt svenska", "ltr", "Latn")
"""Easy Swedish, beside a Swedish text: not a language of the site or the directory, and nobody's
fallback.

``simple`` is IANA's variant for "Simplified form"
(https://www.iana.org/assignments/lang-subtags-templates/simple.txt).
"""


class Wording(NamedTuple):
    """A text as shown to a reader, and the language that it is really in."""

    text: str
    language: str


def wording(text: Text, language: str, fallback: Sequence[str] = (SOURCE,)) -> Wording:
    """The text in ``language``, else in the first language of the ``fallback`` chain that has it.

    Raises KeyError if not even Swedish has it, which the models do not let through.
    """
    found = text.get(language)
    if found is not None:
        return Wording(found, language)
    for other in fallback:
        if other in text:
            return Wording(text[other], other)
    return Wording(text[SOURCE], SOURCE)
