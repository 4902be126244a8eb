"""The glossary: which words of the vocabulary it explains, and which of them a record uses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vagvisare.records.fields import Coded, values
from vagvisare.records.kinds import Record
from vagvisare.records.termlists import TERM_LISTS
from vagvisare.records.vocabulary import Term, Vocabulary

LISTS: tuple[str, ...] = tuple(one.name for one in TERM_LISTS.values() if one.explained)
"""The lists whose terms people meet in letters and talks, the most telling first."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the glossary: its code, the lists that have it, and its term.

    The code is its anchor in every language. Equal codes are one word (``kommun`` is a kind of
    partner and somebody who refers); the first list's term explains it.
    """

    code: str
    lists: tuple[str, ...]
    term: Term


def words(vocabulary: Vocabulary) -> Mapping[str, Word]:
    """Every word of the glossary by its code."""
    found: dict[str, Word] = {}
    for name in LISTS:
        for code, term in vocabulary.terms(name).items():
            known = found.get(code)
            found[code] = (
                Word(code, (*known.lists, name), known.term) if known else Word(code, (name,), term)
            )
    return found


def used(record: Record) -> Iterator[str]:
    """The codes of the words that a record uses; one may come more than once."""
    for _, at, code in values(record, Coded):
        if at.vocabulary in LISTS:
            yield code
