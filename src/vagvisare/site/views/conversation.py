"""The guide's conversation: its questions, and the answers to each."""

from collections.abc import Sequence
from dataclasses import dataclass

from vagvisare.records.directory import Directory
from vagvisare.records.vocabulary import Situation, Term

MOST = 6
"""The most answers to a question: more are not in view at once on the smallest screen."""


@dataclass(frozen=True, slots=True)
class GuideQuestion:
    """A question, the ones that an answer to it leads to, and the situations that answer it.

    ``within`` is the question that leads here, None for one that is asked by itself.
    """

    term: Term
    parts: Sequence[Term]
    situations: Sequence[Situation]
    within: str | None


def conversation(directory: Directory) -> Sequence[GuideQuestion]:
    """Every question in the vocabulary's order."""
    vocabulary = directory.vocabulary
    terms = vocabulary.terms("conversation")
    within = {part: code for code, term in terms.items() for part in term.parts}
    return [
        GuideQuestion(
            term,
            [terms[part] for part in term.parts],
            [vocabulary.situations[one] for one in term.situations if one in vocabulary.situations],
            within.get(code),
        )
        for code, term in terms.items()
    ]
