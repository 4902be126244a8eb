"""Coverage of pairs: two situations at once, which is where people fall through the cracks."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import combinations

from vagvisare.guidance.coverage import BROKEN
from vagvisare.guidance.coveragereport import few
from vagvisare.guidance.guidance import Here
from vagvisare.guidance.person import can_be
from vagvisare.guidance.reckoning import Reckoning
from vagvisare.guidance.sieve import Sieve, Sifted
from vagvisare.records.directory import Directory
from vagvisare.records.kinds import Record
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

    def __str__(self) -> str:
        where = f"{len(self.municipalities)} municipalities"
        return f"{' + '.join(self.situations)}, {self.need}: {self.outcome} ({where})"


@dataclass(frozen=True, slots=True)
class _End:
    """How a need ends for these pairs of situations in these municipalities."""

    need: str
    outcome: str
    pairs: Sequence[tuple[str, str]]
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
    def _sifted(self) -> Mapping[str, Mapping[Sifted, Sequence[tuple[str, str]]]]:
        """By need, the pairs that the same rules and offers are about."""
        found: dict[str, dict[Sifted, list[tuple[str, str]]]] = {}
        for pair in self.situations:
            for need, sifted in self._sieve.of(pair):
                found.setdefault(need, {}).setdefault(sifted, []).append(pair)
        return found

    @cached_property
    def _sieve(self) -> Sieve:
        return Sieve(self.directory, self.today)

    @cached_property
    def _groups(self) -> Mapping[str, Sequence[tuple[Reckoning, tuple[str, ...]]]]:
        """By need, municipalities in which every pair ends alike, with the first's reckoning."""
        found: dict[str, dict[object, list[str]]] = {}
        places = {}
        for code in self.municipalities:
            places[code] = Reckoning(Here(self.directory, code, self.today), self._sieve)
            for need, alike in _structure(places[code].here):
                found.setdefault(need, {}).setdefault(alike, []).append(code)
        return {
            need: [(places[codes[0]], tuple(codes)) for codes in groups.values()]
            for need, groups in found.items()
        }

    @cached_property
    def _ends(self) -> Sequence[_End]:
        return [
            _End(need, plain_outcome(place, place.local(sifted)), pairs, codes)
            for need, groups in self._groups.items()
            for place, codes in groups
            for sifted, pairs in self._sifted.get(need, {}).items()
        ]

    @cached_property
    def counts(self) -> Counter[str]:
        """The number of combinations of municipality, pair and need with each outcome."""
        found: Counter[str] = Counter()
        for end in self._ends:
            found[end.outcome] += len(end.pairs) * len(end.municipalities)
        return found

    def holes(self, outcomes: AbstractSet[str] = BROKEN) -> Iterator[PairHole]:
        """Every pair and need with one of the outcomes."""
        for end in self._ends:
            if end.outcome in outcomes:
                for pair in end.pairs:
                    yield PairHole(pair, end.need, end.outcome, end.municipalities)


def plain_outcome(place: Reckoning, local: Sifted) -> str:
    """The outcome of what a place has, whatever the language: one of ``PLAIN_OUTCOMES``.

    `vagvisare.guidance.coverage` defines them.
    """
    found, here = place.found(local), place.here
    reached = [
        answer for answer in found.answers if here.is_within_reach(answer.partner, answer.door)
    ]
    primary = any(not answer.rule.last_resort for answer in found.answers)
    first = [answer for answer in reached if not answer.rule.last_resort]
    if any(map(here.is_urgent, first)):
        return "answered"
    if first and any(place.through(offer, found.answers) for offer in found.offers):
        return "answered"
    if found.refusals > 1 and not primary:
        return "not-us"
    return "last-resort" if reached else "nobody"


def _structure(here: Here) -> Iterator[tuple[str, object]]:
    """By need, what the plain outcomes in a municipality depend on."""
    for need, answers in here.answers.items():
        offers = [offer for offer in here.open_offers if need in offer.needs]
        shown = dict.fromkeys(offer.door for offer in offers if not offer.providers)
        bodies = {id_: number for number, id_ in enumerate(a.partner.id for a in answers)}
        rules = (
            (
                answer.need,
                answer.name,
                bodies[answer.partner.id],
                *_ways(here, answer.partner, doors),
            )
            for answer in answers
            for doors in [(answer.door, *shown)]
        )
        given = (
            (
                offer.id,
                *(_ways(here, body, (offer.door,)) for body in here.providers[offer.id].values()),
            )
            for offer in offers
        )
        yield need, (*rules, *given)


def _ways(here: Here, body: Record, doors: Iterable[str | None]) -> tuple[object, ...]:
    """Whether a body can be reached by each of the doors, and whether it informs the police."""
    return body.tells_police, *(here.is_within_reach(body, door) for door in doors)


def as_text(pairs: Pairs) -> Iterator[str]:
    """A summary: the outcomes counted, and the first holes."""
    needs = len(pairs.directory.vocabulary.terms("needs"))
    sizes = len(pairs.municipalities), len(pairs.situations), needs
    yield (
        f"{sizes[0]} municipalities x {sizes[1]} pairs of situations x {sizes[2]} needs"
        f" = {sizes[0] * sizes[1] * sizes[2]} combinations"
    )
    yield ""
    for end in PLAIN_OUTCOMES:
        yield f"{end:<28}{pairs.counts[end]:>10}"
    if holes := [*few(map(str, pairs.holes()))]:
        yield ""
        yield "Between the chairs:"
        yield from holes
