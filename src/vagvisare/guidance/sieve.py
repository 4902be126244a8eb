"""Which rules and offers are about a person, wherever they live, with every set as a number's bits.

Each rule, each offer and each situation has a bit. So a set of situations passes through all rules
and offers at once: millions of combinations take seconds. `vagvisare.guidance.reckoning` says what
comes of them in a place.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, reduce
from operator import or_
from typing import NamedTuple, TypeVar

from vagvisare.guidance.answering import UNDOCUMENTED
from vagvisare.records.directory import Directory
from vagvisare.records.kinds import Offer
from vagvisare.records.parts import Group
from vagvisare.records.responsibility import Rule

AGES = (0, 200)
"""All ages, in years."""
Span = tuple[int, int]
T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


class Sifted(NamedTuple):
    """What is about a person who has a need.

    ``answering`` and ``refusing`` are bits of rules: those that apply, and those that would but for
    an exception. ``offers`` are bits of offers. ``hidden``: nobody may be shown who informs the
    police.
    """

    answering: int
    refusing: int
    offers: int
    hidden: bool

    def within(self, rules: int, offers: int) -> "Sifted":
        """What of it is among these rules and offers."""
        answering, refusing = self.answering & rules, self.refusing & rules
        return Sifted(answering, refusing, self.offers & offers, self.hidden)


@dataclass(frozen=True, eq=False)
class Sieve:
    """The rules and offers of a directory on a day, as bits."""

    directory: Directory
    today: date

    # --- what has a bit ---------------------------------------------------------------------------

    @cached_property
    def rules(self) -> Mapping[tuple[str | None, str], int]:
        """The bit of each rule, by its need and id, in the order in which to turn to the bodies.

        Those for every need come last, and in each need the last resort.
        """
        ordered = sorted(self._rules, key=lambda one: (one[0] is None, one[2].last_resort))
        return {(need, name): 1 << number for number, (need, name, _) in enumerate(ordered)}

    @cached_property
    def offers(self) -> Mapping[str, int]:
        """The bit of each offer for persons, by its id."""
        return {offer.id: 1 << number for number, offer in enumerate(self._offers)}

    @cached_property
    def of_need(self) -> Mapping[str, tuple[int, int]]:
        """By need, the bits of the rules and of the offers that may meet it."""
        return {
            need: (
                _union(bit for (other, _), bit in self.rules.items() if other in {need, None}),
                _union(self.offers[offer.id] for offer in self._offers if need in offer.needs),
            )
            for need in self.directory.vocabulary.terms("needs")
        }

    @cached_property
    def _rules(self) -> Sequence[tuple[str | None, str, Rule]]:
        """The rules that hold on the day."""
        return [
            (need, name, rule)
            for need, rules in self.directory.rules.items()
            for name, rule in rules
            if rule.valid.holds(self.today)
        ]

    @cached_property
    def _offers(self) -> Sequence[Offer]:
        """The offers for persons that hold on the day."""
        offers = self.directory.offers.values()
        return [o for o in offers if "person" in o.audience and o.valid.holds(self.today)]

    def _rules_by(self, keys: Callable[[Rule], Iterable[K]]) -> Mapping[K, int]:
        return _by(keys, ((rule, self.rules[need, name]) for need, name, rule in self._rules))

    def _offers_by(self, keys: Callable[[Offer], Iterable[K]]) -> Mapping[K, int]:
        return _by(keys, ((offer, self.offers[offer.id]) for offer in self._offers))

    # --- what depends on a situation --------------------------------------------------------------

    @cached_property
    def _for(self) -> Mapping[str | None, int]:
        """The rules that name a situation; under None those that name none."""
        return self._rules_by(lambda rule: rule.for_ or (None,))

    @cached_property
    def _except(self) -> Mapping[str, int]:
        return self._rules_by(lambda rule: rule.except_)

    @cached_property
    def _all(self) -> Mapping[frozenset[str], int]:
        """The rules that need several situations at once."""
        return self._rules_by(lambda rule: (frozenset(rule.all),) if rule.all else ())

    @cached_property
    def _rules_of_ages(self) -> Mapping[Span, int]:
        return self._rules_by(lambda rule: filter(None, (_span(rule),)))

    @cached_property
    def _wanted(self) -> Mapping[str | None, int]:
        """The offers for a situation; under None those for everybody."""
        return self._offers_by(lambda offer: _wanted(offer) or (None,))

    @cached_property
    def _barred(self) -> Mapping[str, int]:
        return self._offers_by(lambda offer: offer.not_for.situations if offer.not_for else ())

    @cached_property
    def _listed(self) -> Mapping[str | None, int]:
        """The offers for a right to be in Sweden; under None those that list none."""
        residence = self.directory.vocabulary.residence
        return self._offers_by(lambda offer: residence(_wanted(offer)) or (None,))

    @cached_property
    def _offers_of_ages(self) -> Mapping[Span, int]:
        return self._offers_by(lambda offer: filter(None, (_span(offer.for_),)))

    @cached_property
    def _barred_ages(self) -> Mapping[Span, int]:
        return self._offers_by(lambda offer: filter(None, (_span(offer.not_for),)))

    # --- what follows from what somebody says -----------------------------------------------------

    @cached_property
    def _closures(self) -> Mapping[str, tuple[frozenset[str], Span]]:
        """What each situation implies, and the ages of those who are in it."""
        vocabulary = self.directory.vocabulary
        known = vocabulary.situations
        found = {}
        for code in known:
            implied = vocabulary.implied((code,))
            spans = (known[c].term.ages for c in implied if c in known)
            found[code] = implied, _common(span for span in spans if span)
        return found

    @cached_property
    def _implied_by_needs(self) -> Mapping[str, frozenset[str]]:
        vocabulary = self.directory.vocabulary
        return {need: vocabulary.implied((), need) for need in vocabulary.terms("needs")}

    def of(self, situations: Sequence[str]) -> Iterator[tuple[str, Sifted]]:
        """What is about a person in these situations (one or more), for each need."""
        closures = [self._closures[code] for code in situations]
        said = frozenset[str]().union(*(codes for codes, _ in closures))
        ages = _common(span for _, span in closures)
        sifted: dict[frozenset[str], Sifted] = {}
        for need, (rules, offers) in self.of_need.items():
            implied = self._implied_by_needs[need]
            codes = said | self.directory.vocabulary.compatible(implied, said) if implied else said
            if codes not in sifted:
                sifted[codes] = self._sift(codes, ages)
            yield need, sifted[codes].within(rules, offers)

    def _sift(self, codes: frozenset[str], ages: Span) -> Sifted:
        about = _of(self._for, (None, *codes)) & ~_outside(self._rules_of_ages, ages)
        about &= ~_union(bits for every, bits in self._all.items() if not every <= codes)
        excepted = _of(self._except, codes)
        hidden = not UNDOCUMENTED.isdisjoint(codes)
        return Sifted(about & ~excepted, about & excepted, self._sift_offers(codes, ages), hidden)

    def _sift_offers(self, codes: frozenset[str], ages: Span) -> int:
        offers = _of(self._wanted, (None, *codes)) & ~_of(self._barred, codes)
        if rights := self.directory.vocabulary.residence(codes):
            offers &= _of(self._listed, (None, *rights))
        barred = self._barred_ages.items()
        offers &= ~_union(b for (low, high), b in barred if low <= ages[0] and ages[1] <= high)
        return offers & ~_outside(self._offers_of_ages, ages)


def _by(keys: Callable[[T], Iterable[K]], things: Iterable[tuple[T, int]]) -> Mapping[K, int]:
    """The bits of things by the keys that each has."""
    found: dict[K, int] = {}
    for thing, bit in things:
        for key in keys(thing):
            found[key] = found.get(key, 0) | bit
    return found


def _of(bits: Mapping[K, int], keys: Iterable[K]) -> int:
    return _union(bits.get(key, 0) for key in keys)


def _union(bits: Iterable[int]) -> int:
    return reduce(or_, bits, 0)


def _outside(bits: Mapping[Span, int], ages: Span) -> int:
    """The bits of what is for other ages."""
    return _union(own for (low, high), own in bits.items() if ages[1] < low or high < ages[0])


def _wanted(offer: Offer) -> tuple[str, ...]:
    return offer.for_.situations if offer.for_ else ()


def _common(spans: Iterable[Span]) -> Span:
    low, high = AGES
    for start, end in spans:
        low, high = max(low, start), min(high, end)
    return low, high


def _span(group: Group | Rule | None) -> Span | None:
    """The ages of a group or rule; None where it names none."""
    if group is None or (group.minimum_age is None and group.maximum_age is None):
        return None
    return group.minimum_age or AGES[0], AGES[1] if group.maximum_age is None else group.maximum_age
