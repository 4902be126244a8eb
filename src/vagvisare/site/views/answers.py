"""Shelves: for each need in a place, who answers and why, and which offers meet it.

Guidance fills them. Municipality pages, the guide of the whole country and situation pages show the
same ones. They hold everything, in the order in which to try it; the guide's script only hides what
does not concern the person.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from vagvisare.guidance.answering import Answer
from vagvisare.guidance.coverage import outcome
from vagvisare.guidance.guidance import Here, Match
from vagvisare.guidance.person import Person
from vagvisare.guidance.serving import How
from vagvisare.records.directory import Directory, kept
from vagvisare.records.kinds import Offer, Partner, Record
from vagvisare.records.parts import Contact
from vagvisare.site.facts.reader import Reader

Led = tuple[Offer, tuple[Record, ...]]
"""An offer and the records whose contacts lead to it."""
Ranked = tuple[Answer, str]
"""An answer and its rank for its need: text that sorts in the order to turn to the bodies."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body that answers for a need, the door to it (a code), its contacts there and its answers.

    ``interprets``: it must book an interpreter. ``tells``: it must, or may have to, tell the police
    about people without a permit.
    """

    partner: Partner
    door: str | None
    contacts: tuple[Contact, ...]
    answers: tuple[Ranked, ...]
    interprets: bool
    tells: bool


@dataclass(frozen=True, slots=True)
class Shelf:
    """A need, the bodies that answer for it, the offers that meet it, and the outcome.

    ``need`` is a code, empty for offers that name none. Bodies come in the order to turn to them.
    """

    need: str
    bodies: tuple[Body, ...]
    offers: tuple[Match, ...]
    outcome: str = ""

    @property
    def first(self) -> Partner | None:
        """The body to turn to first."""
        return self.bodies[0].partner if self.bodies else None


@kept
def here(directory: Directory, place: str, today: date) -> Here:
    """Guidance in a municipality or the country: the same in every language, so it is made once."""
    return Here(directory, place, today)


def shelves(place: str, reader: Reader, situations: tuple[str, ...] = ()) -> list[Shelf]:
    """A shelf for each need, in the vocabulary's order, for a person in these situations.

    The person's language is the reader's. ``place`` is a municipality's code or ``COUNTRY``. A need
    that nobody answers for and no offer meets is left out.
    """
    directory = reader.directory
    there = here(directory, place, reader.today)
    answering = _answering(directory, place, reader.today, situations)
    fitting = _fitting(directory, place, reader.today, situations)
    found = []
    for need, offers in fitting.items():
        bodies, matches = answering.get(need, ()), there.matches(offers, reader.language.code)
        answers = [answer for body in bodies for answer, _ in body.answers]
        found.append(
            Shelf(
                need,
                bodies,
                matches,
                outcome(there, answers, matches, reader.language.code) if need else "",
            )
        )
    return [shelf for shelf in found if shelf.bodies or shelf.offers]


@kept
def _fitting(
    directory: Directory, place: str, today: date, situations: tuple[str, ...]
) -> Mapping[str, Sequence[Led]]:
    """The offers in a place by need, with those that name none last: the same in every language.

    Each comes with the records that lead to it.
    """
    there = here(directory, place, today)
    people = [Person(situations, need) for need in directory.vocabulary.terms("needs")]
    found = {person.need or "": _led(there, person, there.fitting(person)) for person in people}
    anybody = Person(situations)
    return found | {
        "": _led(there, anybody, [offer for offer in there.fitting(anybody) if not offer.needs])
    }


def _led(there: Here, person: Person, offers: Iterable[Offer]) -> Sequence[Led]:
    return [(offer, there.through(offer, person)) for offer in offers]


@kept
def _answering(
    directory: Directory, place: str, today: date, situations: tuple[str, ...]
) -> Mapping[str, tuple[Body, ...]]:
    """Who answers in a place, by need: the same in every language."""
    there = here(directory, place, today)
    needs = directory.vocabulary.terms("needs")
    return {
        need: _by_body(there, need, there.responsible(Person(situations, need))) for need in needs
    }


def _by_body(there: Here, need: str, answers: Sequence[Answer]) -> tuple[Body, ...]:
    """Answers grouped by the body and door that give them, in the order of their first answers.

    The last resort forms a group of its own, and so comes last.
    """
    found: dict[tuple[str, str | None, bool], list[Ranked]] = {}
    ranks = {(one.need, one.name): f"{index:03}" for index, one in enumerate(there.answers[need])}
    for answer in answers:
        key = answer.partner.id, answer.door, answer.rule.last_resort
        found.setdefault(key, []).append((answer, ranks[answer.need, answer.name]))
    return tuple(_body(there, ranked) for ranked in found.values())


def _body(there: Here, ranked: Sequence[Ranked]) -> Body:
    answer = ranked[0][0]
    contacts = there.contacts(answer.partner, answer.door)
    tells = answer.partner.tells_police
    return Body(
        answer.partner,
        answer.door,
        contacts,
        tuple(ranked),
        there.must_interpret(answer.partner),
        tells,
    )


def final_answer(place: str, reader: Reader) -> Answer | None:
    """Who answers in a place when nobody else does."""
    answers = here(reader.directory, place, reader.today).answers.values()
    return next((answer for found in answers for answer in found if answer.rule.last_resort), None)


def gaps(filled: Sequence[Shelf]) -> Iterator[str]:
    """The needs for which the reader's language has nothing, not even with an interpreter."""
    return (shelf.need for shelf in filled if shelf.need and not _is_had(shelf))


def _is_had(shelf: Shelf) -> bool:
    spoken = shelf.outcome == "answered-in-language"
    return spoken or any(match.through and match.how > How.NOT for match in shelf.offers)
