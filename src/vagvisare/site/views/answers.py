"""Who answers for each need in a place and because of what, and which offers meet it: the shelves that guidance fills.

The same shelves stand on a municipality's page, on the guide of the whole country and on the page of a situation. They hold
everything, in the order in which to try it; the script of the guide only hides what is not about the person.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from vagvisare.coverage import outcome
from vagvisare.directory import Directory
from vagvisare.guidance import Answer, Here, Match, Person
from vagvisare.records import Partner
from vagvisare.site.reader import Reader

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
    found = [_shelf(there, need, bodies, Person(situations, need, reader.language.code)) for need, bodies in answering.items()]
    found.append(Shelf("", (), _without_need(there, Person(situations, None, reader.language.code))))
    return [shelf for shelf in found if shelf.bodies or shelf.offers]


def _shelf(there: Here, need: str, bodies: tuple[Body, ...], person: Person) -> Shelf:
    offers = there.offers(person)
    answers = [answer for body in bodies for answer, _ in body.answers]
    return Shelf(need, bodies, offers, outcome(answers, offers))


def _without_need(there: Here, person: Person) -> tuple[Match, ...]:
    return tuple(match for match in there.offers(person) if not match.offer.needs)


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
