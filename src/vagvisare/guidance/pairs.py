"""Coverage of pairs: two situations at once, which is where people fall through the cracks."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import combinations

from vagvisare.guidance.coverage import BROKEN
from vagvisare.guidance.guidance import Here
from vagvisare.guidance.person import can_be
from vagvisare.guidance.reckoning import Found, Reckoning
from vagvisare.records.directory import Directory
from vagvisare.records.vocabulary import RESIDENCE

PLAIN_OUTCOMES = ("answered", "last-resort", "not-us", "nobody")
"""The outcomes of a pair, whatever the language, the best first."""


@dataclass(frozen=True, slots=True)
class PairHole:
    """Two situations in which a need ends badly, and where (codes of municipalities)."""

    situations: tuple[str, str]
    need: str
    outcome: str
    municipalities: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Pairs:
    """Every pair of situations that can hold together, in some municipalities (codes), on a day."""

    directory: Directory
    today: date
    municipalities: tuple[str, ...]

    @cached_property
    def situations(self) -> tuple[tuple[str, str], ...]:
        """The pairs, those with a right to be in Sweden first: the questions begin with that."""
        situations = self.directory.vocabulary.situations
        by_residence = sorted(situations, key=lambda code: situations[code].group != RESIDENCE)
        vocabulary = self.directory.vocabulary
        return tuple(pair for pair in combinations(by_residence, 2) if can_be(vocabulary, *pair))

    @cached_property
    def _groups(self) -> Sequence[tuple[Here, tuple[str, ...]]]:
        """Municipalities in which every pair ends alike, each group with guidance in its first."""
        groups: dict[object, list[str]] = {}
        places: dict[object, Here] = {}
        for code in self.municipalities:
            here = Here(self.directory, code, self.today)
            alike = _structure(here)
            places.setdefault(alike, here)
            groups.setdefault(alike, []).append(code)
        return [(places[alike], tuple(codes)) for alike, codes in groups.items()]

    @cached_property
    def _ends(self) -> Sequence[tuple[tuple[str, ...], Mapping[tuple[tuple[str, str], str], str]]]:
        needs = tuple(self.directory.vocabulary.terms("needs"))
        found = []
        for here, codes in self._groups:
            reckoning = Reckoning(here)
            ends = {
                (pair, need): plain_outcome(here, reckoning, reckoning.of(pair, need))
                for pair in self.situations
                for need in needs
            }
            found.append((codes, ends))
        return found

    @cached_property
    def counts(self) -> Counter[str]:
        """The number of combinations of municipality, pair and need with each outcome."""
        found: Counter[str] = Counter()
        for codes, ends in self._ends:
            for end, number in Counter(ends.values()).items():
                found[end] += number * len(codes)
        return found

    def holes(self) -> Iterator[PairHole]:
        """Every pair and need that nobody answers, or that two bodies refuse."""
        for codes, ends in self._ends:
            for (pair, need), end in ends.items():
                if end in BROKEN:
                    yield PairHole(pair, need, end, codes)


def plain_outcome(here: Here, reckoning: Reckoning, found: Found) -> str:
    """The outcome, whatever the language: one of ``PLAIN_OUTCOMES``.

    `vagvisare.guidance.coverage` defines them.
    """
    reached = [
        answer for answer in found.answers if here.is_within_reach(answer.partner, answer.door)
    ]
    primary = any(not answer.rule.last_resort for answer in found.answers)
    first = [answer for answer in reached if not answer.rule.last_resort]
    if any(map(here.is_urgent, first)):
        return "answered"
    if first and any(reckoning.through(offer, found.answers) for offer in found.offers):
        return "answered"
    if found.refusals > 1 and not primary:
        return "not-us"
    return "last-resort" if reached else "nobody"


def _structure(here: Here) -> object:
    """What the plain outcomes in a municipality depend on."""
    rules = tuple(
        (
            need,
            answer.name,
            here.is_within_reach(answer.partner, answer.door),
            answer.partner.tells_police,
        )
        for need, answers in here.answers.items()
        for answer in answers
    )
    offers = tuple(
        (
            offer.id,
            tuple(
                here.is_within_reach(body, offer.door) for body in here.providers[offer.id].values()
            ),
        )
        for offer in here.open_offers
    )
    return rules, offers
