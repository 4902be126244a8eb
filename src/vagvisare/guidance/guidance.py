"""Guidance: who answers for a person in a municipality and because of what, and which offers fit, in which language.

Everything is computed from codes and records. Nobody stands in for another: where a municipality's own body is closed, missing
or decayed, no neighbour's contact takes its place. Where nobody has said which municipality it is (``COUNTRY``), the roles
themselves, "the municipality" and "the region", stand for the bodies that have them.
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cached_property
from math import inf

from vagvisare.languages.languages import SOURCE
from vagvisare.records.directory import COUNTRY, Directory
from vagvisare.records.freshness import freshness
from vagvisare.records.kinds import ASSOCIATION, Enterprise, Offer, Partner, Record
from vagvisare.records.parts import Group, Responsibility
from vagvisare.records.texts import state
from vagvisare.records.vocabulary import Vocabulary

CLOSED = frozenset({"inactive", "defunct", "temporarily_closed"})
"""The statuses of what serves no one."""
PUBLIC = frozenset({"statlig-myndighet", "länsstyrelse", "kommun", "region", "kommunalförbund", "samordningsförbund"})
"""The kinds of partner that must book an interpreter when one is needed (förvaltningslagen, 13 §)."""
GUIDANCE = "vägledning-på-mitt-språk"
"""The need for guidance in one's own language. Offers that meet it lead wherever a language has one."""
INTERPRETER_OFFER = "tolk"
"""The kind of offer that carries the right to an interpreter with an authority."""
_SPOKEN = frozenset({"staff", "phone"})


class How(IntEnum):
    """How a person is served in a language, the higher the better.

    ``LANGUAGE``: somebody speaks it, in person or on the phone. ``TRANSLATION``: there is writing in it that a human made or
    read. ``INTERPRETER``: somebody interprets. ``NOT``: nothing of it is known. In Swedish everybody is served.
    """

    NOT = 0
    INTERPRETER = 1
    TRANSLATION = 2
    LANGUAGE = 3


@dataclass(frozen=True, slots=True)
class Person:
    """What a person has said. What is left out filters nothing.

    ``situations`` and ``need`` are codes of the vocabulary, ``language`` is BCP 47, ``age`` in years.
    """

    situations: tuple[str, ...] = ()
    need: str | None = None
    language: str = SOURCE
    age: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """``partner`` answers because of ``rule``, which is number ``index`` in the record ``stands_in``: its own or the role's."""

    partner: Partner
    rule: Responsibility
    stands_in: Partner
    index: int

    @property
    def primary(self) -> bool:
        """Whether the partner answers before those who have the final responsibility."""
        return not self.rule.final


@dataclass(frozen=True, slots=True)
class Match:
    """An offer that fits; ``through`` are the records whose contacts lead to it; ``how`` it is had in the person's language."""

    offer: Offer
    through: tuple[Record, ...]
    how: How


# --- one record -----------------------------------------------------------------------------------------------------


def serves(record: Record, today: date) -> bool:
    """Whether a record serves anybody: it is not closed, and its confirmation has not decayed to ``hidden``."""
    return record.status not in CLOSED and freshness(record.confirmed, today) != "hidden"


def is_reachable(record: Record) -> bool:
    """Whether a record has a contact of its own."""
    return bool(record.contacts)


def how_in(record: Record, language: str) -> How:
    """How a record itself serves in a language."""
    if language == SOURCE:
        return How.LANGUAGE
    modes = {mode for spoken in record.languages if spoken.code == language for mode in spoken.how}
    if modes & _SPOKEN or any(language in contact.languages for contact in record.contacts):
        return How.LANGUAGE
    if "written" in modes:
        return How.TRANSLATION
    return How.INTERPRETER if "interpreter" in modes else How.NOT


def languages_of(record: Record) -> Mapping[str, How]:
    """Every language that a record itself serves in, and how at best; Swedish only where the record says so."""
    spoken = {language for contact in record.contacts for language in contact.languages}
    known = dict.fromkeys([*(one.code for one in record.languages), *sorted(spoken)])
    return {code: how_in(record, code) for code in known}


def is_translated(record: Record, language: str) -> bool:
    """Whether a human made or read the summary in a language. A machine's that nobody has read does not count, nor a stale."""
    return state(record.summary, language, record.translations.get(language, {}).get("summary")) == "current"


# --- whether a rule or an offer is for a person ---------------------------------------------------------------------


def known_of(person: Person, vocabulary: Vocabulary) -> frozenset[str]:
    """The situations of a person: those that they said, and those that these and the need imply."""
    return vocabulary.implied(person.situations, person.need)


def applies(rule: Responsibility, person: Person, codes: AbstractSet[str]) -> bool:
    """Whether a rule is about a person, as far as is known of them. ``codes`` are all that `known_of` gives."""
    if person.need is not None and rule.needs and person.need not in rule.needs:
        return False
    if not person.situations:
        return True
    return codes.isdisjoint(rule.except_) and (not rule.situations or not codes.isdisjoint(rule.situations))


def fits(offer: Offer, person: Person, codes: AbstractSet[str], vocabulary: Vocabulary) -> bool:
    """Whether an offer is for a person, as far as is known of them, and meets the need. ``codes`` are all that `known_of` gives.

    An offer for everyone (without codes) is hidden by no situation. One for some is shown to those who have any of its codes;
    where it lists residence, a known residence has to be among it.
    """
    if "person" not in offer.audience or (person.need is not None and person.need not in offer.needs):
        return False
    if person.age is not None and _excludes_age(offer, person.age):
        return False
    if not person.situations:
        return True
    if offer.not_for and not codes.isdisjoint(offer.not_for.codes):
        return False
    wanted = offer.for_.codes if offer.for_ else ()
    return not wanted or (not codes.isdisjoint(wanted) and not _is_elsewhere(offer, codes, vocabulary))


def takes(enterprise: Enterprise, person: Person, codes: AbstractSet[str]) -> bool:
    """Whether an enterprise takes a person in these situations; one that names no groups takes everyone."""
    if not person.situations or not enterprise.for_:
        return True
    return not codes.isdisjoint(enterprise.for_)


def _is_elsewhere(offer: Offer, codes: AbstractSet[str], vocabulary: Vocabulary) -> bool:
    """Whether the offer lists residence and what is known of the person's is not among it."""
    listed = offer.for_.residence if offer.for_ else ()
    known = {code for code in codes if code in vocabulary.terms("residence-statuses")}
    return bool(listed) and bool(known) and not known.intersection(listed)


def _excludes_age(offer: Offer, age: int) -> bool:
    """Whether an age is outside that of ``for`` or inside that of ``not_for``."""
    inside = not offer.for_ or _holds(offer.for_, age)
    barred = offer.not_for is not None and _has_age(offer.not_for) and _holds(offer.not_for, age)
    return barred or not inside


def _has_age(group: Group) -> bool:
    return group.minimum_age is not None or group.maximum_age is not None


def _holds(group: Group, age: int) -> bool:
    over = group.minimum_age is None or age >= group.minimum_age
    return over and (group.maximum_age is None or age <= group.maximum_age)


# --- one municipality -----------------------------------------------------------------------------------------------


def rule_areas(directory: Directory, partner: Partner) -> tuple[str, ...]:
    """The area codes that a partner's rules hold in: its service area; an association's are its members' municipalities."""
    if partner.kind != ASSOCIATION:
        return partner.service_area
    members = (directory.partners.get(member) for member in partner.members)
    represented = (member.represents for member in members if member and member.represents)
    return tuple(area for area in represented if area in directory.vocabulary.municipalities)


@dataclass(frozen=True, eq=False)
class Here:
    """Guidance in one municipality (by code), or in all the country (``COUNTRY``), on one day. Made once and asked often."""

    directory: Directory
    municipality: str
    today: date

    def resolve(self, provider: Record) -> Record | None:
        """The record that a person here meets: the role's own body here, else the record itself; None when it serves no one."""
        if not serves(provider, self.today):
            return None
        if self.municipality == COUNTRY or not (isinstance(provider, Partner) and provider.is_role):
            return provider
        area = self.municipality if provider.kind == "kommun" else self.municipality[:2]
        own = self.directory.representatives.get(area)
        return own if own and own.kind == provider.kind and serves(own, self.today) else None

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        """Everybody who answers for anything here: primary first, final last.

        Of each first those that can be reached; of these the most particular rule first, and then the nearest body.
        """
        found = []
        for partner in _with_rules(self.directory):
            if self._covers(rule_areas(self.directory, partner)) and isinstance(body := self.resolve(partner), Partner):
                found += [Answer(body, rule, partner, index) for index, rule in enumerate(partner.responsible)]
        return tuple(sorted(found, key=self.order))

    def responsible(self, person: Person) -> tuple[Answer, ...]:
        """Who answers for a person, in the order of ``answers``. A partner stands once for each of its rules that apply."""
        codes = known_of(person, self.directory.vocabulary)
        return tuple(answer for answer in self.answers if applies(answer.rule, person, codes))

    def offers(self, person: Person) -> tuple[Match, ...]:
        """The offers here that fit a person.

        First those that can be reached; of them guidance that somebody gives or writes in the language, then whatever is had in
        the language, then the nearest.
        """
        return self.matches([(offer, self.through(offer, person)) for offer in self.fitting(person)], person.language)

    def matches(self, offers: Iterable[tuple[Offer, tuple[Record, ...]]], language: str) -> tuple[Match, ...]:
        """Offers, each with what leads to it, as they are had in a language; in the order of ``offers``."""
        return tuple(sorted([self._match(*offer, language) for offer in offers], key=self._order_of_offers))

    def _order_of_offers(self, match: Match) -> tuple[bool, bool, int, int, str]:
        leads = GUIDANCE in match.offer.needs and match.how >= How.TRANSLATION
        return not match.through, not leads, -match.how, self.distance(match.offer.service_area), match.offer.id

    def fitting(self, person: Person) -> tuple[Offer, ...]:
        """The offers here that fit a person, as they come."""
        vocabulary = self.directory.vocabulary
        codes = known_of(person, vocabulary)
        return tuple(offer for offer in self.open_offers if fits(offer, person, codes, vocabulary))

    def enterprises(self, person: Person) -> tuple[Enterprise, ...]:
        """The enterprises that lie here and take a person in these situations, those that speak the person's language first."""
        here = self.directory.serving(self.municipality).enterprises
        codes = known_of(person, self.directory.vocabulary)
        found = [enterprise for enterprise in here if serves(enterprise, self.today) and takes(enterprise, person, codes)]
        return tuple(sorted(found, key=lambda enterprise: (-how_in(enterprise, person.language), enterprise.id)))

    def neighbours(self, person: Person) -> tuple[Enterprise, ...]:
        """The enterprises elsewhere that take people from here, and a person in these situations: the nearest first."""
        codes = known_of(person, self.directory.vocabulary)
        found = [e for e in self._from_elsewhere if takes(e, person, codes)]
        return tuple(sorted(found, key=lambda enterprise: (self.kilometres(enterprise), enterprise.id)))

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
        return tuple(body for body in bodies.values() if is_reachable(body))

    def how(self, offer: Offer, through: tuple[Record, ...], language: str) -> How:
        """How an offer is had in a language: the best way that the offer itself, or a provider that it is had through, gives.

        Who only shows the way to an offer that names no provider does not give it, so their languages do not count.
        """
        providers = through if offer.providers else ()
        ways = [how_in(offer, language), *(how_in(record, language) for record in providers)]
        if is_translated(offer, language):
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
            self._kept_matches[key] = Match(offer, through, self.how(offer, through, language))
        return self._kept_matches[key]

    @cached_property
    def _kept_matches(self) -> dict[tuple[object, ...], Match]:
        return {}

    def order(self, answer: Answer) -> tuple[bool, bool, int, int, str, int]:
        """What the answers are ordered by: see ``answers``."""
        rule, partner = answer.rule, answer.partner
        named = bool(rule.situations) + bool(rule.needs)
        near = self.distance(partner.service_area)
        return rule.final, not is_reachable(partner), -named, near, answer.stands_in.id, answer.index

    def _covers(self, areas: tuple[str, ...]) -> bool:
        return any(area in areas for area in (self.municipality, self.municipality[:2], COUNTRY))

    def distance(self, areas: tuple[str, ...]) -> int:
        """0 where the municipality itself is named, 1 where its county is, 2 where the country is."""
        near = (self.municipality, self.municipality[:2])
        return next((distance for distance, area in enumerate(near) if area in areas), len(near))


def responsible(directory: Directory, municipality: str, person: Person, today: date) -> tuple[Answer, ...]:
    """Who answers for a person in a municipality (by code): see `Here.responsible`. To ask more than once, keep a `Here`."""
    return Here(directory, municipality, today).responsible(person)


def _with_rules(directory: Directory) -> Iterator[Partner]:
    return (partner for partner in directory.partners.values() if partner.responsible)
