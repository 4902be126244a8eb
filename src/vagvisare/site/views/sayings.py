"""The way in: what people say of themselves, and where each saying leads."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from vagvisare.records.vocabulary import Term, Vocabulary
from vagvisare.site.facts.textreader import TextReader


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody says: its picture, its words, and the address where the guide takes it up."""

    term: Term
    icon: str
    text: Markup
    anchor: str


def sayings(reader: TextReader) -> Sequence[Saying]:
    """Everything that people say on the way in, in the vocabulary's order."""
    terms = reader.directory.vocabulary.terms("sayings").values()
    return [
        Saying(term, term.facts.get("icon", "hand"), reader.text(term.label), anchor(term.code))
        for term in terms
    ]


def anchor(code: str) -> str:
    """The fragment of a saying: the guide's script reads it; without script it is a place."""
    return f"from={code}"


def about(vocabulary: Vocabulary, need: str) -> Iterator[str]:
    """The anchors of the sayings that ask for a need."""
    for code, term in vocabulary.terms("sayings").items():
        if need in term.needs:
            yield anchor(code)
