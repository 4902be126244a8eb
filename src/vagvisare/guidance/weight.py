"""What each rule and offer is good for: one that is dead weight changes nothing when it is lost.

A proof that cannot fail proves nothing. So every rule and every offer is removed in turn, to see
what then changes: the answers to the expected cases, and the outcome of each situation and need.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from vagvisare.guidance.cases import Case, failures
from vagvisare.guidance.guidance import Here
from vagvisare.guidance.pairs import plain_outcome
from vagvisare.guidance.reckoning import Reckoning
from vagvisare.guidance.serving import CLOSED
from vagvisare.guidance.sieve import Sieve
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


Ends = Mapping[tuple[str, str], tuple[str, tuple[str, ...]]]
"""By situation and need, the outcome and the bodies that answer, in order."""


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
    def _failing(self) -> frozenset[str]:
        return frozenset(_failing(self.directory, self.cases, self.today))

    @cached_property
    def _ends(self) -> Sequence[Ends]:
        return self._ends_of(self.directory)

    def _ends_of(self, directory: Directory) -> Sequence[Ends]:
        return [ends(Here(directory, code, self.today)) for code in self.municipalities]

    def weigh(self, name: str, without: Directory) -> Weight:
        """What changes in a directory ``without`` the rule or offer of this name."""
        failing = frozenset(_failing(without, self.cases, self.today))
        return Weight(name, failing != self._failing, self._ends_of(without) != self._ends)

    def weights(self) -> Iterator[Weight]:
        """The weight of every rule, and then of every offer for persons."""
        for name, without in (
            *without_each_rule(self.directory),
            *without_each_offer(self.directory),
        ):
            yield self.weigh(name, without)


def ends(here: Here) -> Ends:
    """How every situation and need ends in a place, whatever the language, and who answers."""
    place = Reckoning(here, Sieve(here.directory, here.today))
    found = {}
    for situation in here.directory.vocabulary.situations:
        for need, sifted in place.sieve.of((situation,)):
            local = place.local(sifted)
            bodies = tuple(answer.partner.id for answer in place.found(local).answers)
            found[situation, need] = plain_outcome(place, local), bodies
    return found


def _failing(directory: Directory, cases: Iterable[Case], today: date) -> Iterator[str]:
    for case in cases:
        for line in failures(directory, case, today):
            yield f"{case.name}: {line}"


def without_each_rule(directory: Directory) -> Iterator[tuple[str, Directory]]:
    """The directory without each of its rules in turn."""
    for name, decisions in directory.responsibility.items():
        for rule in decisions.rules:
            rest = {id_: one for id_, one in decisions.rules.items() if id_ != rule}
            less = decisions.model_copy(update={"rules": rest})
            yield f"{name}/{rule}", directory.with_entry(less.kind_name, name, less)


def without_each_offer(directory: Directory) -> Iterator[tuple[str, Directory]]:
    """The directory without each of its open offers for persons in turn.

    A closed one serves nobody anyway.
    """
    for name, offer in directory.offers.items():
        if "person" in offer.audience and offer.status not in CLOSED:
            yield f"offers/{name}", directory.with_entry(offer.kind_name, name, None)
