"""What a place has of the rules and offers that are about a person, with bits.

The results are those of `Here.responsible` and `Here.fitting` (a test checks that), some hundred
times faster. Each set is a number whose bits `vagvisare.guidance.sieve` gives.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from vagvisare.guidance.answering import Answer
from vagvisare.guidance.guidance import Here
from vagvisare.guidance.serving import is_reachable
from vagvisare.guidance.sieve import Sieve, Sifted
from vagvisare.records.kinds import Offer, Record


@dataclass(frozen=True, slots=True)
class Found:
    """The answers and offers for a person, in order, and the number of bodies that except them."""

    answers: tuple[Answer, ...]
    offers: tuple[Offer, ...]
    refusals: int


@dataclass(frozen=True, eq=False)
class Reckoning:
    """The rules and offers of a place as bits; ``sieve`` is that of its directory and day."""

    here: Here
    sieve: Sieve

    @cached_property
    def _answers(self) -> Mapping[int, Answer]:
        """The answers of the place, by the bits of their rules, in order."""
        found = {
            self.sieve.rules[answer.need, answer.name]: answer
            for answers in self.here.answers.values()
            for answer in answers
        }
        return dict(sorted(found.items()))

    @cached_property
    def _offers(self) -> Mapping[int, Offer]:
        """The offers of the place, by their bits."""
        bits = self.sieve.offers
        return {bits[offer.id]: offer for offer in self.here.open_offers if offer.id in bits}

    @cached_property
    def _there(self) -> tuple[int, int]:
        """The rules and offers of the place."""
        return sum(self._answers), sum(self._offers)

    @cached_property
    def _safe(self) -> tuple[int, int]:
        """Those of the place that may be shown to people without a permit."""
        telling = (bit for bit, answer in self._answers.items() if answer.partner.tells_police)
        bodies = {
            bit: self.here.providers[offer.id].values() for bit, offer in self._offers.items()
        }
        unsafe = (
            bit
            for bit, given in bodies.items()
            if given and all(body.tells_police for body in given)
        )
        rules, offers = self._there
        return rules - sum(telling), offers - sum(unsafe)

    def local(self, sifted: Sifted) -> Sifted:
        """What the place has of it."""
        return sifted.within(*(self._safe if sifted.hidden else self._there))

    def found(self, local: Sifted) -> Found:
        """The answers and offers that the bits of a place mean."""
        answers = tuple(self._answers[bit] for bit in _bits(local.answering))
        refusing = {self._answers[bit].partner.id for bit in _bits(local.refusing)}
        offers = tuple(self._offers[bit] for bit in _bits(local.offers))
        return Found(answers, offers, len(refusing))

    def of(self, situations: Sequence[str], need: str) -> Found:
        """The answers and offers for a person in these situations (one or more) who has a need."""
        return self.found(self.local(dict(self.sieve.of(situations))[need]))

    def through(self, offer: Offer, answers: Sequence[Answer]) -> tuple[Record, ...]:
        """The records whose contacts lead to an offer, for somebody who gets these answers.

        See `Here.through`.
        """
        if is_reachable(offer):
            return (offer,)
        bodies = self.here.providers[offer.id]
        if not offer.providers:
            bodies = {answer.partner.id: answer.partner for answer in answers}
        return tuple(
            body for body in bodies.values() if self.here.is_within_reach(body, offer.door)
        )


def _bits(number: int) -> Iterator[int]:
    """The bits of a number, the lowest first."""
    while number:
        lowest = number & -number
        yield lowest
        number ^= lowest
