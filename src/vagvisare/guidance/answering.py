"""Who answers for a person in a municipality, and in which order to turn to them.

Everything is computed from the decision lists (`vagvisare.records.responsibility`). Where a
municipality's own body is closed, missing or decayed, no neighbour's contact replaces it. Where
nobody has said which municipality it is (``COUNTRY``), the roles themselves, "the municipality" and
"the region", represent the bodies that have them.
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from vagvisare.guidance.person import Person, known_of
from vagvisare.guidance.serving import serves
from vagvisare.records.directory import COUNTRY, Directory
from vagvisare.records.kinds import ASSOCIATION, MUNICIPALITY, REGION, Partner, Record
from vagvisare.records.responsibility import Rule

R = TypeVar("R", bound=Record)

UNDOCUMENTED = frozenset({"utan-tillstånd", "avslag-asyl"})
"""The situations in which a body that informs the police is dangerous, and so never shown."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A body that answers for a need, and the rule because of which it does.

    ``name`` is the id of ``rule``; ``named`` is the partner that the rule names: ``partner`` itself
    or its role. ``need`` is the need that the rule is about; None if it is about every one.
    """

    partner: Partner
    rule: Rule
    name: str
    named: Partner
    need: str | None = None

    @property
    def door(self) -> str | None:
        """The function within the body to turn to."""
        return self.rule.door


@dataclass(frozen=True, eq=False)
class Answering:
    """Who answers in one municipality (by code) or the whole country (``COUNTRY``), on one day."""

    directory: Directory
    municipality: str
    today: date

    def resolve(self, provider: R) -> R | Partner | None:
        """The record that a person meets here; None if it serves no one.

        For a role this is its own body here (in ``COUNTRY`` the role), for anything else the record
        itself.
        """
        if not serves(provider, self.today):
            return None
        if self.municipality == COUNTRY or provider.role is None:
            return provider
        return self._own_bodies.get(provider.role)

    @cached_property
    def _own_bodies(self) -> Mapping[str, Partner]:
        """The open bodies that have a role here, by kind."""
        representatives = self.directory.representatives
        own = {
            MUNICIPALITY: representatives.get(self.municipality),
            REGION: representatives.get(self.municipality[:2]),
        }
        municipality = own[MUNICIPALITY]
        joined = self.directory.associations_of.get(municipality.id, ()) if municipality else ()
        own[ASSOCIATION] = next(
            (partner for partner in joined if partner.kind == ASSOCIATION), None
        )
        # Gotland is its own region: the municipality's record has both roles.
        own[REGION] = own[REGION] or (municipality if self._is_its_own_region else None)
        return {kind: body for kind, body in own.items() if body and serves(body, self.today)}

    @property
    def _is_its_own_region(self) -> bool:
        county = self.municipality[:2]
        return sum(code[:2] == county for code in self.directory.vocabulary.municipalities) == 1

    @cached_property
    def answers(self) -> Mapping[str, tuple[Answer, ...]]:
        """Everybody who answers here for each need, in the order in which to turn to them.

        The need's own rules come before those for every need; in each group the last resort is
        last.
        """
        needs = self.directory.vocabulary.terms("needs")
        return {need: (*self._answering(need), *self._answering(None)) for need in needs}

    def _answering(self, need: str | None) -> tuple[Answer, ...]:
        """Everybody who answers for one need, or (None) for every need; the last resort last."""
        rules = self.directory.rules.get(need, ())
        found = [answer for name, rule in rules if (answer := self._answer(need, name, rule))]
        return tuple(sorted(found, key=lambda answer: answer.rule.last_resort))

    def _answer(self, need: str | None, name: str, rule: Rule) -> Answer | None:
        named = self.directory.partners.get(rule.body)
        if (
            named is None
            or not rule.valid.holds(self.today)
            or not self.covers(rule.area or (COUNTRY,))
        ):
            return None
        if not (named.is_role or self.covers(named.service_area)):
            return None
        body = self.resolve(named)
        return Answer(body, rule, name, named, need) if body else None

    def responsible(self, person: Person) -> tuple[Answer, ...]:
        """Who answers for a person, in the order in which to turn to them: the first leads.

        Without a need: for any need. A partner appears once for each of its rules that apply.
        """
        codes = known_of(person, self.directory.vocabulary)
        needs = self.answers if person.need is None else (person.need,)
        answers = (answer for need in needs for answer in self._in_order(need, person))
        return tuple(answer for answer in answers if self._is_for(answer, codes, person))

    def _in_order(self, need: str, person: Person) -> Iterable[Answer]:
        """The answers to a need, in the order in which to turn to them.

        In danger, those for everybody lead if the person has named no situation; the last resort
        stays last.
        """
        answers = self.answers.get(need, ())
        terms = self.directory.vocabulary.terms("needs")
        if person.situations or not (need in terms and terms[need].is_urgent):
            return answers
        return sorted(
            answers, key=lambda answer: (answer.rule.last_resort, answer.rule.is_for_some)
        )

    def _is_for(self, answer: Answer, codes: frozenset[str], person: Person) -> bool:
        said = codes if person.situations else frozenset()
        return answer.rule.applies(said, person.age, self.today) and not self._endangers(
            answer.partner, codes
        )

    def _endangers(self, record: Record, codes: AbstractSet[str]) -> bool:
        """Whether a body informs, or may inform, the police of a person like this."""
        return record.tells_police and not UNDOCUMENTED.isdisjoint(codes)

    def is_urgent(self, answer: Answer) -> bool:
        """Whether an answer is to an urgent need."""
        return (
            answer.need is not None
            and self.directory.vocabulary.term("needs", answer.need).is_urgent
        )

    def urgent(self, person: Person) -> Mapping[str, tuple[Answer, ...]]:
        """Who answers for the dangers that a person's situations raise, by need, in their order.

        They come before all that was asked for. Empty without a need, as `also`.
        """
        needs = self.directory.vocabulary.terms("needs")
        dangers = [
            other for other in self._called(person) if other.need and needs[other.need].is_urgent
        ]
        return {other.need: self.responsible(other) for other in dangers if other.need}

    def also(self, person: Person) -> tuple[Person, ...]:
        """The person with each other need that their situations raise, except the urgent ones.

        "No money" asks for money, whatever else is asked. Empty for somebody who has named no need,
        since then every need is answered.
        """
        needs = self.directory.vocabulary.terms("needs")
        return tuple(
            other
            for other in self._called(person)
            if other.need and not needs[other.need].is_urgent
        )

    def _called(self, person: Person) -> Iterator[Person]:
        """The person with each need that their situations raise, in the vocabulary's order."""
        situations = self.directory.vocabulary.situations
        codes = known_of(person, self.directory.vocabulary).intersection(situations)
        called = {need for code in codes for need in situations[code].term.needs}
        for need in self.directory.vocabulary.terms("needs"):
            if need in called and person.need not in {None, need}:
                yield replace(person, need=need)

    def covers(self, areas: tuple[str, ...]) -> bool:
        """Whether the areas (codes) include this municipality."""
        return any(area in areas for area in (self.municipality, self.municipality[:2], COUNTRY))
