"""What each rule and offer is good for: one that is dead weight changes nothing when it is lost.

A proof that cannot fail proves nothing. So every rule and every offer is removed in turn, to see
what then changes: whether an expected case holds, and the outcome of each situation and need.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from vagvisare.guidance.cases import Case, failures, told
from vagvisare.guidance.guidance import Here
from vagvisare.guidance.pairs import plain_outcome
from vagvisare.guidance.reckoning import Reckoning
from vagvisare.guidance.serving import CLOSED
from vagvisare.guidance.sieve import Sieve, Sifted
from vagvisare.records.directory import Directory


@dataclass(frozen=True, slots=True)
class Weight:
    """A rule or an offer, and whether anything changes without it.

    The name is as ``forsorjning/csn-studier`` for a rule and as ``offers/sfi`` for an offer.
    """

    name: str
    changes_case: bool
    changes_outcome: bool

    @property
    def is_dead(self) -> bool:
        """Whether nothing at all changes without it."""
        return not (self.changes_case or self.changes_outcome)


@dataclass(frozen=True, eq=False)
class Scales:
    """Weighs the rules and offers of a directory.

    It weighs by expected cases and by the outcomes in some municipalities (codes).
    """

    directory: Directory
    today: date
    cases: Sequence[Case]
    municipalities: tuple[str, ...]

    @cached_property
    def _holding(self) -> Mapping[str, Sequence[Case]]:
        """By the id of a rule or an offer, the cases that hold and are told of it.

        No other case can fail without it: what is lost adds nothing to what people are told.
        """
        found: dict[str, list[Case]] = {}
        for case in self.cases:
            if not any(failures(self.directory, case, self.today)):
                given = told(self.directory, case, self.today)
                for name in {*given.rules, *given.offers}:
                    found.setdefault(name, []).append(case)
        return found

    @cached_property
    def _sieve(self) -> Sieve:
        return Sieve(self.directory, self.today)

    @cached_property
    def _ends(self) -> Sequence[tuple[Reckoning, Mapping[Sifted, str]]]:
        """For each place, how everything that is found there ends."""
        places = [
            Reckoning(Here(self.directory, code, self.today), self._sieve)
            for code in self.municipalities
        ]
        return [
            (place, {local: plain_outcome(place, local) for local in self._found_in(place)})
            for place in places
        ]

    def _found_in(self, place: Reckoning) -> Iterator[Sifted]:
        for situation in self.directory.vocabulary.situations:
            for _, sifted in self._sieve.of((situation,)):
                yield place.local(sifted)

    def _changes_outcome(self, rule: int, offer: int) -> bool:
        """Whether an outcome changes without the rule or the offer of this bit."""
        return any(
            plain_outcome(place, local.within(~rule, ~offer)) != end
            for place, ends in self._ends
            for local, end in ends.items()
            if (local.answering | local.refusing) & rule or local.offers & offer
        )

    def _changes_case(self, name: str, without: Directory) -> bool:
        cases = self._holding.get(name, ())
        return any(any(failures(without, case, self.today)) for case in cases)

    def weights(self) -> Iterator[Weight]:
        """The weight of every rule that holds on the day, and then of every offer for persons."""
        for name, decisions in self.directory.responsibility.items():
            for id_ in decisions.rules:
                if bit := self._sieve.rules.get((decisions.need, id_)):
                    less = without_rule(self.directory, name, id_)
                    changes = self._changes_case(id_, less), self._changes_outcome(bit, 0)
                    yield Weight(f"{name}/{id_}", *changes)
        for id_, bit in self._sieve.offers.items():
            if self.directory.offers[id_].status not in CLOSED:  # it serves nobody anyway
                less = self.directory.with_entry("offers", id_, None)
                changes = self._changes_case(id_, less), self._changes_outcome(0, bit)
                yield Weight(f"offers/{id_}", *changes)


def without_rule(directory: Directory, name: str, rule: str) -> Directory:
    """The directory without one rule (by its id) of a decision list (by its id)."""
    decisions = directory.responsibility[name]
    rest = {id_: one for id_, one in decisions.rules.items() if id_ != rule}
    less = decisions.model_copy(update={"rules": rest})
    return directory.with_entry(less.kind_name, name, less)
