"""A person as the questions know them: what they said, and what follows from it."""

from dataclasses import dataclass

from vagvisare.languages.languages import SOURCE
from vagvisare.records.vocabulary import Term, Vocabulary


@dataclass(frozen=True, slots=True)
class Person:
    """What a person has said. What is left out filters nothing.

    ``situations`` and ``need`` are codes of the vocabulary, ``language`` is BCP 47, ``age`` in
    years, ``months_since_permit`` in whole months since the first residence permit.
    """

    situations: tuple[str, ...] = ()
    need: str | None = None
    language: str = SOURCE
    age: int | None = None
    months_since_permit: int | None = None


def known_of(person: Person, vocabulary: Vocabulary) -> frozenset[str]:
    """The situations of a person: those that they named, and those that follow from what they said.

    These follow from the named situations, the need, the age and the permit. What the person said
    wins over their need: nothing that it excludes follows from the need. A situation that is
    computed from age or permit and does not hold is left out even if it was named; so is one that
    only people of another age are in ("came alone as a child", for somebody of 18).
    """
    said = vocabulary.implied(person.situations)
    known = said | vocabulary.compatible(vocabulary.implied((), person.need), said)
    computed = [situation.term for situation in vocabulary.situations.values()]
    true = {
        term.code for term in computed if _holds(term, person) and known.issuperset(term.implies)
    }
    false = {term.code for term in computed if _holds(term, person) is False}
    outgrown = {term.code for term in computed if term.ages and term.code in false}
    left = {code for code in known if not outgrown.isdisjoint(vocabulary.implied((code,)))}
    return vocabulary.implied((known - left) | true, None) - false


def _holds(term: Term, person: Person) -> bool | None:
    """Whether a situation follows from the age or the permit; None where it depends on neither."""
    if term.ages and person.age is not None:
        youngest, oldest = term.ages
        return youngest <= person.age <= oldest
    if term.months is not None and person.months_since_permit is not None:
        return person.months_since_permit <= term.months
    return None


def can_be(vocabulary: Vocabulary, *situations: str) -> bool:
    """Whether somebody can be in all of these situations at once.

    None excludes another, and there is an age that fits all.
    """
    known = vocabulary.implied(situations)
    terms = [vocabulary.situations[code].term for code in known if code in vocabulary.situations]
    spans = [term.ages for term in terms if term.ages]
    ages_meet = not spans or max(low for low, _ in spans) <= min(high for _, high in spans)
    return ages_meet and not any(known.intersection(term.excludes) for term in terms)
