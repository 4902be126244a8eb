"""Guidance: who answers for a person in a municipality and because of what, and which offers fit, in which language.

Everything is computed from codes and records. Nobody stands in for another: where a municipality's
own body is closed, missing or decayed, no neighbour's contact takes its place. Where nobody has said
which municipality it is (``COUNTRY``), the roles themselves, "the municipality" and "the region",
stand for the bodies that have them.
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from math import inf

from vagvisare.guidance.fit import fits, takes
from vagvisare.guidance.person import Person, known_of
from vagvisare.guidance.serving import (
    How,
    contacts_of,
    how_in,
    is_open_door,
    is_reachable,
    is_translated,
    serves,
)
from vagvisare.records.directory import COUNTRY, Directory
from vagvisare.records.kinds import ASSOCIATION, MUNICIPALITY, REGION, Enterprise, Offer, Partner, Record
from vagvisare.records.parts import Contact
from vagvisare.records.responsibility import Rule

PUBLIC = frozenset({"statlig-myndighet", "länsstyrelse", "kommun", "region", "kommunalförbund", "samordningsförbund"})
"""The kinds of partner that must book an interpreter when one is needed (förvaltningslagen, 13 §)."""
GUIDANCE = "vägledning-på-mitt-språk"
"""The need for guidance in one's own language. Offers that meet it lead wherever a language has one."""
WORK = "arbete-och-arbetsträning"
"""The need that enterprises meet."""
INTERPRETER_OFFER = "tolk"
"""The kind of offer that carries the right to an interpreter with an authority."""
UNDOCUMENTED = frozenset({"utan-tillstånd", "avslag-asyl"})
"""The situations in which a body that tells the police is dangerous to turn to: it is never shown."""
IN_DANGER = frozenset({"våldsutsatt", "skyddad-identitet"})
"""The situations in which no enterprise, map or address of the neighbourhood is shown."""


@dataclass(frozen=True, slots=True)
class Answer:
    """``partner`` answers because of ``rule``, whose id is ``name``; ``named`` is whom the rule names: it or its role.

    ``need`` is the need that the rule is about; None where it is about every one.
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


@dataclass(frozen=True, slots=True)
class Match:
    """An offer that fits; ``through`` are the records whose contacts lead to it; ``how`` it is had in the person's language.

    ``tells``: everybody who gives it tells, or may tell, the police of people without a permit.
    """

    offer: Offer
    through: tuple[Record, ...]
    how: How
    tells: bool = False


@dataclass(frozen=True, eq=False)
class Here:
    """Guidance in one municipality (by code), or in all the country (``COUNTRY``), on one day. Made once and asked often."""

    directory: Directory
    municipality: str
    today: date

    # --- who answers --------------------------------------------------------------------------------

    def resolve(self, provider: Record) -> Record | None:
        """The record that a person here meets: the role's own body here, else the record itself; None when it serves no one."""
        if not serves(provider, self.today):
            return None
        if self.municipality == COUNTRY or not (isinstance(provider, Partner) and provider.is_role):
            return provider
        return self._own_bodies.get(provider.kind)

    @cached_property
    def _own_bodies(self) -> Mapping[str, Partner]:
        """The bodies that have a role here, by kind: open ones only."""
        representatives = self.directory.representatives
        own = {MUNICIPALITY: representatives.get(self.municipality), REGION: representatives.get(self.municipality[:2])}
        municipality = own[MUNICIPALITY]
        joined = self.directory.associations_of.get(municipality.id, ()) if municipality else ()
        own[ASSOCIATION] = next((partner for partner in joined if partner.kind == ASSOCIATION), None)
        # Gotland is its own region: the municipality's record has both roles.
        own[REGION] = own[REGION] or (municipality if self._is_its_own_region else None)
        return {kind: body for kind, body in own.items() if body and serves(body, self.today)}

    @property
    def _is_its_own_region(self) -> bool:
        county = self.municipality[:2]
        return sum(code[:2] == county for code in self.directory.vocabulary.municipalities) == 1

    @cached_property
    def answers(self) -> Mapping[str, tuple[Answer, ...]]:
        """Everybody who answers here for each need, in the order in which to turn to them, the last resort last."""
        needs = self.directory.vocabulary.terms("needs")
        return {need: (*self._answering(need), *self._answering(None)) for need in needs}

    def _answering(self, need: str | None) -> tuple[Answer, ...]:
        """Everybody who answers for one need, or (None) for every need; the last resort last."""
        rules = self.directory.rules.get(need, ())
        found = [answer for name, rule in rules if (answer := self._answer(need, name, rule))]
        return tuple(sorted(found, key=lambda answer: answer.rule.last_resort))

    def _answer(self, need: str | None, name: str, rule: Rule) -> Answer | None:
        named = self.directory.partners.get(rule.body)
        if named is None or not rule.valid.holds(self.today) or not self._covers(rule.area or (COUNTRY,)):
            return None
        if not (named.is_role or self._covers(named.service_area)):
            return None
        body = self.resolve(named)
        return Answer(body, rule, name, named, need) if isinstance(body, Partner) else None

    def responsible(self, person: Person) -> tuple[Answer, ...]:
        """Who answers for a person, in the order in which to turn to them: the first leads.

        Without a need: for any need. A partner is there once for each of its rules that apply.
        """
        codes = known_of(person, self.directory.vocabulary)
        needs = self.answers if person.need is None else (person.need,)
        answers = (answer for need in needs for answer in self._in_order(need, person))
        return tuple(answer for answer in answers if self._is_for(answer, codes, person))

    def _in_order(self, need: str, person: Person) -> Iterable[Answer]:
        """The answers to a need; in danger, those for everybody lead wherever nothing is known of the person."""
        answers = self.answers.get(need, ())
        terms = self.directory.vocabulary.terms("needs")
        if person.situations or not (need in terms and terms[need].is_urgent):
            return answers
        return sorted(answers, key=lambda answer: (answer.rule.last_resort, answer.rule.is_for_some))

    def _is_for(self, answer: Answer, codes: frozenset[str], person: Person) -> bool:
        said = codes if person.situations else frozenset()
        return answer.rule.applies(said, person.age, self.today) and not self._endangers(answer.partner, codes)

    def _endangers(self, record: Record, codes: AbstractSet[str]) -> bool:
        """Whether a body tells, or may tell, the police of a person like this."""
        return _tells(record) and not UNDOCUMENTED.isdisjoint(codes)

    def is_urgent(self, answer: Answer) -> bool:
        """Whether an answer is to a danger."""
        return answer.need is not None and self.directory.vocabulary.term("needs", answer.need).is_urgent

    def urgent(self, person: Person) -> Mapping[str, tuple[Answer, ...]]:
        """Who answers for the dangers that a person's situations speak of, by need: before all that was asked for."""
        needs = self.directory.vocabulary.terms("needs")
        dangers = [other for other in self._called(person) if other.need and needs[other.need].is_urgent]
        return {other.need: self.responsible(other) for other in dangers if other.need}

    def also(self, person: Person) -> tuple[Person, ...]:
        """The person with each other need that their situations speak of: "no money" asks for money, whatever else is asked.

        Nothing for somebody who has named no need, since then every need is answered.
        """
        needs = self.directory.vocabulary.terms("needs")
        return tuple(other for other in self._called(person) if other.need and not needs[other.need].is_urgent)

    def _called(self, person: Person) -> Iterator[Person]:
        situations = self.directory.vocabulary.situations
        codes = known_of(person, self.directory.vocabulary)
        called = (need for code in situations if code in codes for need in situations[code].term.needs)
        for need in dict.fromkeys(called):
            if person.need not in {None, need}:
                yield replace(person, need=need)

    # --- how to reach them ----------------------------------------------------------------------------

    def contacts(self, body: Record, door: str | None = None) -> tuple[Contact, ...]:
        """The contacts by which to turn to a body, the best first.

        Those of the door; where these let nobody in (see `is_open_door`), those of the door's national
        fallback too; then the body's own.
        """
        at_door = contacts_of(body, door) if door else ()
        fallback = () if any(map(is_open_door, at_door)) else self._fallback(door)
        return (*at_door, *fallback, *contacts_of(body))

    def _fallback(self, door: str | None) -> tuple[Contact, ...]:
        term = self.directory.vocabulary.terms("doors").get(door) if door else None
        body = self.directory.partners.get(term.facts.get("national", "")) if term else None
        return contacts_of(body) if body and serves(body, self.today) else ()

    def is_within_reach(self, body: Record, door: str | None = None) -> bool:
        """Whether one can call or visit a body here, by the door, its fallback, or the body's own contacts."""
        return is_reachable(body, door) or any(map(is_open_door, self._fallback(door)))

    # --- what there is --------------------------------------------------------------------------------

    def offers(self, person: Person) -> tuple[Match, ...]:
        """The offers here that fit a person.

        First those that can be reached; of them guidance that somebody gives or writes in the language,
        then whatever is had in the language, then the nearest. The last resort is last.
        """
        led = [(offer, self.through(offer, person)) for offer in self.fitting(person)]
        return self.matches(led, person.language)

    def matches(self, offers: Iterable[tuple[Offer, tuple[Record, ...]]], language: str) -> tuple[Match, ...]:
        """Offers, each with what leads to it, as they are had in a language; in the order of ``offers``."""
        return tuple(sorted([self._match(*offer, language) for offer in offers], key=self._order_of_offers))

    def _order_of_offers(self, match: Match) -> tuple[bool, bool, bool, int, int, str]:
        offer = match.offer
        leads = GUIDANCE in offer.needs and match.how >= How.TRANSLATION
        return not match.through, offer.last_resort, not leads, -match.how, self.distance(offer.service_area), offer.id

    def fitting(self, person: Person) -> tuple[Offer, ...]:
        """The offers here that fit a person, as they come."""
        vocabulary = self.directory.vocabulary
        codes = known_of(person, vocabulary)
        fitting = (o for o in self.open_offers if fits(o, person, codes, vocabulary, self.today))
        return tuple(offer for offer in fitting if self._is_safe(offer, codes))

    def _is_safe(self, offer: Offer, codes: AbstractSet[str]) -> bool:
        """Whether some provider of an offer does not endanger a person; an offer without providers is safe."""
        return UNDOCUMENTED.isdisjoint(codes) or not self._all_tell(offer)

    def _all_tell(self, offer: Offer) -> bool:
        bodies = self.providers[offer.id].values()
        return bool(bodies) and all(map(_tells, bodies))

    def enterprises(self, person: Person) -> tuple[Enterprise, ...]:
        """The enterprises that lie here and take a person in these situations, those that speak the person's language first.

        None for somebody in danger or who may not work here, nor for another need than work.
        """
        codes = known_of(person, self.directory.vocabulary)
        if not self._may_see_enterprises(person, codes):
            return ()
        here = self.directory.serving(self.municipality).enterprises
        found = [enterprise for enterprise in here if serves(enterprise, self.today) and takes(enterprise, person, codes)]
        return tuple(sorted(found, key=lambda enterprise: (-how_in(enterprise, person.language), enterprise.id)))

    def neighbours(self, person: Person) -> tuple[Enterprise, ...]:
        """The enterprises elsewhere that take people from here, and a person in these situations: the nearest first."""
        codes = known_of(person, self.directory.vocabulary)
        if not self._may_see_enterprises(person, codes):
            return ()
        found = [enterprise for enterprise in self._from_elsewhere if takes(enterprise, person, codes)]
        return tuple(sorted(found, key=lambda enterprise: (self.kilometres(enterprise), enterprise.id)))

    def _may_see_enterprises(self, person: Person, codes: AbstractSet[str]) -> bool:
        return person.need in {None, WORK} and codes.isdisjoint(IN_DANGER | UNDOCUMENTED)

    @cached_property
    def _from_elsewhere(self) -> tuple[Enterprise, ...]:
        """The open enterprises that lie in other municipalities and whose service area reaches here."""
        there = (e for e in self.directory.enterprises.values() if e.service_area and self._covers(e.service_area))
        return tuple(e for e in there if serves(e, self.today) and self.municipality not in self.directory.municipalities_of(e))

    def kilometres(self, record: Record) -> float:
        """How far a record lies from here, between points inside the two municipalities; infinite when that is not known."""
        municipalities = self.directory.vocabulary.municipalities
        here = municipalities.get(self.municipality)
        places = [municipalities[code] for code in self.directory.municipalities_of(record)]
        return min((here.kilometres_to(place) for place in places), default=inf) if here else inf

    def through(self, offer: Offer, person: Person) -> tuple[Record, ...]:
        """The records whose contacts lead to an offer: its own, else its providers'; without providers, those who answer here."""
        if is_reachable(offer):
            return (offer,)
        bodies = self.providers[offer.id]
        if not offer.providers:
            bodies = {answer.partner.id: answer.partner for answer in self.responsible(person)}
        return tuple(body for body in bodies.values() if self.is_within_reach(body, offer.door))

    def how(self, offer: Offer, through: tuple[Record, ...], language: str) -> How:
        """How an offer is had in a language: the best way that the offer itself, or a provider that it is had through, gives.

        Who only shows the way to an offer that names no provider does not give it, so their languages do not count.
        """
        providers = through if offer.providers else ()
        ways = [how_in(offer, language), *(how_in(record, language) for record in providers)]
        if is_translated(offer, language, self.today):
            ways.append(How.TRANSLATION)
        if self.is_interpreted(offer, through):
            ways.append(How.INTERPRETER)
        return max(ways)

    def is_interpreted(self, offer: Offer, through: tuple[Record, ...]) -> bool:
        """Whether an offer is had through an interpreter: it says so, or an authority gives it and must book one."""
        public = any(self.must_interpret(record) for record in through) if offer.providers else False
        return bool(offer.interpretation) or offer.kind == INTERPRETER_OFFER or public

    def must_interpret(self, record: Record) -> bool:
        """Whether a body must book an interpreter where one is needed."""
        return isinstance(record, Partner) and record.kind in PUBLIC and self.has_interpreters

    @cached_property
    def has_interpreters(self) -> bool:
        """Whether the right to an interpreter with an authority is an offer that is open here."""
        return any(offer.kind == INTERPRETER_OFFER for offer in self.open_offers)

    @cached_property
    def open_offers(self) -> tuple[Offer, ...]:
        """The offers that are given here: open, and where providers are named, one of them is."""
        offers = self.directory.serving(self.municipality).offers
        return tuple(o for o in offers if serves(o, self.today) and (not o.providers or self.providers[o.id]))

    @cached_property
    def providers(self) -> Mapping[str, Mapping[str, Record]]:
        """Of each offer here, by its id: the bodies that give it to a person here, by theirs."""
        known: Mapping[str, Record] = {**self.directory.enterprises, **self.directory.partners}
        found: dict[str, dict[str, Record]] = {}
        for offer in self.directory.serving(self.municipality).offers:
            bodies = (self.resolve(known[provider]) for provider in offer.providers if provider in known)
            found[offer.id] = {body.id: body for body in bodies if body}
        return found

    def _match(self, offer: Offer, through: tuple[Record, ...], language: str) -> Match:
        """An offer as it is had in a language. It is asked for often, so it is kept."""
        key = language, id(offer), *map(id, through)  # a directory's records stay where they are
        if key not in self._kept_matches:
            self._kept_matches[key] = Match(offer, through, self.how(offer, through, language), self._all_tell(offer))
        return self._kept_matches[key]

    @cached_property
    def _kept_matches(self) -> dict[tuple[object, ...], Match]:
        return {}

    def _covers(self, areas: tuple[str, ...]) -> bool:
        return any(area in areas for area in (self.municipality, self.municipality[:2], COUNTRY))

    def distance(self, areas: tuple[str, ...]) -> int:
        """0 where the municipality itself is named, 1 where its county is, 2 where the country is."""
        near = (self.municipality, self.municipality[:2])
        return next((distance for distance, area in enumerate(near) if area in areas), len(near))


def _tells(record: Record) -> bool:
    """Whether a body tells, or may tell, the police of people without a permit."""
    return isinstance(record, Partner) and record.informs_police is not None


def responsible(directory: Directory, municipality: str, person: Person, today: date) -> tuple[Answer, ...]:
    """Who answers for a person in a municipality (by code): see `Here.responsible`. To ask more than once, keep a `Here`."""
    return Here(directory, municipality, today).responsible(person)
