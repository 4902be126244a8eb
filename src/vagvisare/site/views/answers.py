"""Who answers for each need in a place and because of what, and which offers meet it: the shelves that guidance fills.

The same shelves stand on a municipality's page, on the guide of the whole country and on the page of a situation. They hold
everything, in the order in which to try it; the script of the guide only hides what is not about the person.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from vagvisare.guidance.coverage import outcome
from vagvisare.guidance.guidance import Answer, Here, Match, Person
from vagvisare.records.directory import Directory
from vagvisare.records.kinds import Offer, Partner, Record
from vagvisare.site.facts.reader import Reader

Led = tuple[Offer, tuple[Record, ...]]
"""An offer and the records whose contacts lead to it."""
Ranked = tuple[Answer, str]
"""An answer and its rank among all answers here: text that sorts as `Here.order` does."""


@dataclass(frozen=True, slots=True)
class Body:
    """Who answers for a need, with its answers, and whether it must book an interpreter."""

    partner: Partner
    answers: tuple[Ranked, ...]
    interprets: bool


@dataclass(frozen=True, slots=True)
class Shelf:
    """A need (a code; empty for offers that name none), who answers for it, the offers that meet it, and how that ends.

    The bodies stand in the order in which to turn to them.
    """

    need: str
    bodies: tuple[Body, ...]
    offers: tuple[Match, ...]
    outcome: str = ""

    @property
    def first(self) -> Partner | None:
        """The body to turn to first."""
        return self.bodies[0].partner if self.bodies else None


@lru_cache(maxsize=512)
def here(directory: Directory, place: str, today: date) -> Here:
    """Guidance in a municipality or the country: the same in every language, so it is made for the first and kept."""
    return Here(directory, place, today)


def shelves(place: str, reader: Reader, situations: tuple[str, ...] = ()) -> list[Shelf]:
    """A shelf for each need, in the vocabulary's order, for a person in these situations who reads as the reader does.

    ``place`` is a municipality's code or ``COUNTRY``. A shelf is left out when nobody answers for the need nor meets it.
    """
    directory = reader.directory
    there = here(directory, place, reader.today)
    answering = _answering(directory, place, reader.today, situations)
    fitting = _fitting(directory, place, reader.today, situations)
    found = []
    for need, offers in fitting.items():
        bodies, matches = answering.get(need, ()), there.matches(offers, reader.language.code)
        answers = [answer for body in bodies for answer, _ in body.answers]
        found.append(Shelf(need, bodies, matches, outcome(answers, matches) if need else ""))
    return [shelf for shelf in found if shelf.bodies or shelf.offers]


@lru_cache(maxsize=1024)
def _fitting(directory: Directory, place: str, today: date, situations: tuple[str, ...]) -> Mapping[str, Sequence[Led]]:
    """The offers in a place by need, and last those that name none, each with what leads to it: the same in every language."""
    there = here(directory, place, today)
    people = [Person(situations, need) for need in directory.vocabulary.terms("needs")]
    found = {person.need or "": _led(there, person, there.fitting(person)) for person in people}
    anybody = Person(situations)
    return found | {"": _led(there, anybody, [offer for offer in there.fitting(anybody) if not offer.needs])}


def _led(there: Here, person: Person, offers: Iterable[Offer]) -> Sequence[Led]:
    return [(offer, there.through(offer, person)) for offer in offers]


@lru_cache(maxsize=1024)
def _answering(directory: Directory, place: str, today: date, situations: tuple[str, ...]) -> Mapping[str, tuple[Body, ...]]:
    """Who answers in a place, by need: the same in every language."""
    there = here(directory, place, today)
    needs = directory.vocabulary.terms("needs")
    return {need: _by_body(there, there.responsible(Person(situations, need))) for need in needs}


def _by_body(there: Here, answers: Sequence[Answer]) -> tuple[Body, ...]:
    """Answers below the body that gives them; a body's final responsibility stands apart, and so last."""
    found: dict[tuple[str, bool], list[Ranked]] = {}
    for answer in answers:
        found.setdefault((answer.partner.id, answer.rule.final), []).append((answer, _rank(there, answer)))
    partners = ((group[0][0].partner, tuple(group)) for group in found.values())
    return tuple(Body(partner, ranked, there.must_interpret(partner)) for partner, ranked in partners)


def _rank(there: Here, answer: Answer) -> str:
    final, unreachable, named, near, stands_in, index = there.order(answer)
    return f"{final:d}{unreachable:d}{2 + named}{near} {stands_in} {index:03}"


def final_answer(place: str, reader: Reader) -> Answer | None:
    """Who answers in a place when nobody else does."""
    answers = here(reader.directory, place, reader.today).answers
    return next((answer for answer in answers if answer.rule.final and not answer.rule.needs), None)


def gaps(filled: Sequence[Shelf]) -> Iterator[str]:
    """The needs for which there is no offer in the reader's language, not even through an interpreter."""
    return (shelf.need for shelf in filled if shelf.need and not shelf.outcome.startswith("served"))
