"""Guidance: who answers for a person in a municipality and why, and which offers fit.

Offers come with how they can be had in the person's language. Everything is computed from codes and
records.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import inf

from vagvisare.guidance.answering import UNDOCUMENTED, Answer, Answering
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
from vagvisare.records.directory import Directory
from vagvisare.records.kinds import (
    Enterprise,
    Offer,
    Record,
)
from vagvisare.records.parts import Contact

GUIDANCE = "vägledning-på-mitt-språk"
"""The need for guidance in one's own language. Offers that meet it in that language lead."""
WORK = "arbete-och-arbetsträning"
"""The need that enterprises meet."""
INTERPRETER_OFFER = "tolk"
"""The kind of offer that carries the right to an interpreter with an authority."""
IN_DANGER = frozenset({"våldsutsatt", "skyddad-identitet"})
"""The situations in which no enterprise, map or address of the neighbourhood is shown."""


@dataclass(frozen=True, slots=True)
class Match:
    """An offer that fits, and how to get it.

    ``through`` are the records whose contacts lead to it, ``how`` the best way to have it in the
    person's language. ``tells``: everybody who gives it informs, or may inform, the police of
    people without a permit.
    """

    offer: Offer
    through: tuple[Record, ...]
    how: How
    tells: bool = False


@dataclass(frozen=True, eq=False)
class Here(Answering):
    """Guidance in one municipality (by code) or the whole country (``COUNTRY``), on one day.

    Make it once and ask it often.
    """

    # --- how to reach them ------------------------------------------------------------------------

    def contacts(self, body: Record, door: str | None = None) -> tuple[Contact, ...]:
        """The contacts by which to turn to a body, the best first.

        Those of the door; if these let nobody in (see `is_open_door`), those of the door's national
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
        """Whether a body can be called or visited here.

        The way in may be the door, the door's national fallback, or the body's own contacts.
        """
        key = id(body), door  # a directory's records stay where they are
        if key not in self._kept_reach:
            self._kept_reach[key] = is_reachable(body, door) or any(
                map(is_open_door, self._fallback(door))
            )
        return self._kept_reach[key]

    @cached_property
    def _kept_reach(self) -> dict[tuple[int, str | None], bool]:
        return {}

    # --- what there is ----------------------------------------------------------------------------

    def offers(self, person: Person) -> tuple[Match, ...]:
        """The offers here that fit a person, the best first.

        Those that can be reached come first, the last resort last among them. Then guidance that is
        spoken or written in the language leads, then whatever is had better in the language, then
        the nearest.
        """
        led = [(offer, self.through(offer, person)) for offer in self.fitting(person)]
        return self.matches(led, person.language)

    def matches(
        self, offers: Iterable[tuple[Offer, tuple[Record, ...]]], language: str
    ) -> tuple[Match, ...]:
        """Offers, each with what leads to it, as had in a language; in the order of `offers`."""
        return tuple(
            sorted([self._match(*offer, language) for offer in offers], key=self._order_of_offers)
        )

    def _order_of_offers(self, match: Match) -> tuple[bool, bool, bool, int, int, str]:
        offer = match.offer
        leads = GUIDANCE in offer.needs and match.how >= How.TRANSLATION
        return (
            not match.through,
            offer.last_resort,
            not leads,
            -match.how,
            self.distance(offer.service_area),
            offer.id,
        )

    def fitting(self, person: Person) -> tuple[Offer, ...]:
        """The offers here that fit a person, unsorted."""
        vocabulary = self.directory.vocabulary
        codes = known_of(person, vocabulary)
        fitting = (o for o in self.open_offers if fits(o, person, codes, vocabulary, self.today))
        return tuple(offer for offer in fitting if self._is_safe(offer, codes))

    def _is_safe(self, offer: Offer, codes: AbstractSet[str]) -> bool:
        """Whether an offer is safe for a person with these codes.

        For people without a permit it is not if all who give it here inform the police.
        """
        return UNDOCUMENTED.isdisjoint(codes) or not self._all_tell(offer)

    def _all_tell(self, offer: Offer) -> bool:
        bodies = self.providers[offer.id].values()
        return bool(bodies) and all(body.tells_police for body in bodies)

    def enterprises(self, person: Person) -> tuple[Enterprise, ...]:
        """The enterprises here that take a person in these situations.

        Those that speak the person's language come first. None for somebody in danger or who may
        not work here, nor for another need than work.
        """
        codes = known_of(person, self.directory.vocabulary)
        if not self._may_see_enterprises(person, codes):
            return ()
        here = self.directory.serving(self.municipality).enterprises
        found = [
            enterprise
            for enterprise in here
            if serves(enterprise, self.today) and takes(enterprise, person, codes)
        ]
        return tuple(
            sorted(
                found, key=lambda enterprise: (-how_in(enterprise, person.language), enterprise.id)
            )
        )

    def neighbours(self, person: Person) -> tuple[Enterprise, ...]:
        """The enterprises elsewhere that take people from here, and this person: the nearest first.

        None in the cases in which `enterprises` gives none.
        """
        codes = known_of(person, self.directory.vocabulary)
        if not self._may_see_enterprises(person, codes):
            return ()
        found = [
            enterprise for enterprise in self._from_elsewhere if takes(enterprise, person, codes)
        ]
        return tuple(
            sorted(found, key=lambda enterprise: (self.kilometres(enterprise), enterprise.id))
        )

    def _may_see_enterprises(self, person: Person, codes: AbstractSet[str]) -> bool:
        return person.need in {None, WORK} and codes.isdisjoint(IN_DANGER | UNDOCUMENTED)

    @cached_property
    def _from_elsewhere(self) -> tuple[Enterprise, ...]:
        """The open enterprises in other municipalities whose service area includes this one."""
        there = (
            e
            for e in self.directory.enterprises.values()
            if e.service_area and self.covers(e.service_area)
        )
        return tuple(
            e
            for e in there
            if serves(e, self.today)
            and self.municipality not in self.directory.municipalities_of(e)
        )

    def kilometres(self, record: Record) -> float:
        """How far a record is from here, in kilometres; infinite if that is not known.

        Measured between points inside the two municipalities.
        """
        municipalities = self.directory.vocabulary.municipalities
        here = municipalities.get(self.municipality)
        places = [municipalities[code] for code in self.directory.municipalities_of(record)]
        return min((here.kilometres_to(place) for place in places), default=inf) if here else inf

    def through(self, offer: Offer, person: Person) -> tuple[Record, ...]:
        """The records whose contacts lead to an offer.

        The offer itself if it can be reached; else those within reach of its providers, or, if it
        names none, of those who answer here.
        """
        if is_reachable(offer):
            return (offer,)
        bodies = self.providers[offer.id]
        if not offer.providers:
            bodies = {answer.partner.id: answer.partner for answer in self.responsible(person)}
        return tuple(body for body in bodies.values() if self.is_within_reach(body, offer.door))

    def how(self, offer: Offer, through: tuple[Record, ...], language: str) -> How:
        """The best way to have an offer in a language: from the offer itself or a provider.

        Whoever only shows the way to an offer that names no provider does not give it, so their
        languages do not count.
        """
        providers = through if offer.providers else ()
        ways = [how_in(offer, language), *(how_in(record, language) for record in providers)]
        if is_translated(offer, language, self.today):
            ways.append(How.TRANSLATION)
        if self.is_interpreted(offer, through):
            ways.append(How.INTERPRETER)
        return max(ways)

    def is_interpreted(self, offer: Offer, through: tuple[Record, ...]) -> bool:
        """Whether an offer is had through an interpreter.

        It says so, it is the right to an interpreter, or an authority gives it and must book one.
        """
        public = (
            any(self.must_interpret(record) for record in through) if offer.providers else False
        )
        return bool(offer.interpretation) or offer.kind == INTERPRETER_OFFER or public

    def must_interpret(self, record: Record) -> bool:
        """Whether a body must book an interpreter where one is needed."""
        return record.is_authority and self.has_interpreters

    @cached_property
    def has_interpreters(self) -> bool:
        """Whether the right to an interpreter with an authority is an offer that is open here."""
        return any(offer.kind == INTERPRETER_OFFER for offer in self.open_offers)

    @cached_property
    def open_offers(self) -> tuple[Offer, ...]:
        """The open offers given here: they name no provider, or one that gives them here."""
        offers = self.directory.serving(self.municipality).offers
        return tuple(
            o for o in offers if serves(o, self.today) and (not o.providers or self.providers[o.id])
        )

    @cached_property
    def providers(self) -> Mapping[str, Mapping[str, Record]]:
        """By the id of each offer here, the bodies that give it to a person here, by their ids."""
        known: Mapping[str, Record] = {**self.directory.enterprises, **self.directory.partners}
        found: dict[str, dict[str, Record]] = {}
        for offer in self.directory.serving(self.municipality).offers:
            bodies = (
                self.resolve(known[provider]) for provider in offer.providers if provider in known
            )
            found[offer.id] = {body.id: body for body in bodies if body}
        return found

    def _match(self, offer: Offer, through: tuple[Record, ...], language: str) -> Match:
        """An offer as it is had in a language. Asked for often, so it is cached."""
        key = language, id(offer), *map(id, through)  # a directory's records stay where they are
        if key not in self._kept_matches:
            self._kept_matches[key] = Match(
                offer, through, self.how(offer, through, language), self._all_tell(offer)
            )
        return self._kept_matches[key]

    @cached_property
    def _kept_matches(self) -> dict[tuple[object, ...], Match]:
        return {}

    def distance(self, areas: tuple[str, ...]) -> int:
        """0 if the areas name the municipality itself, 1 if they name its county, 2 otherwise."""
        near = (self.municipality, self.municipality[:2])
        return next((distance for distance, area in enumerate(near) if area in areas), len(near))


def responsible(
    directory: Directory, municipality: str, person: Person, today: date
) -> tuple[Answer, ...]:
    """Who answers for a person in a municipality (by code): see `Here.responsible`.

    To ask more than once, keep a `Here`.
    """
    return Here(directory, municipality, today).responsible(person)
