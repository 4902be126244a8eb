"""Expected cases: a person, and what the answer must begin with, name, offer and never show.

A case is written in codes and ids by somebody who knows the law, and says what the guidance must
give. The form is described in CONTRIBUTING.md ("Write a case").
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from vagvisare.guidance.answering import Answer
from vagvisare.guidance.guidance import Here, Match
from vagvisare.guidance.person import Person
from vagvisare.records.directory import Directory

ENTERPRISES = "enterprises"
"""What a case writes for any enterprise."""
NEIGHBOURS = "neighbours"
"""What a case writes for the bodies and contacts of another municipality."""
OR = " or "
"""Separates bodies of which one is enough."""


@dataclass(frozen=True, slots=True)
class Case:
    """A person, and what the guidance must and must not tell them.

    Bodies are written ``<partner>`` or ``<partner>/<door>``, a rule by its id where only one of a
    body's reasons will do, offers by their id. ``first`` is the body that must lead; everything in
    ``must_name`` and ``must_offer`` must appear, nothing in ``must_never_show`` may. ``why`` is for
    people: the law that says so. ``faults`` are what could not be read.
    """

    name: str
    person: Person
    municipality: str
    first: str | None
    must_name: tuple[str, ...]
    must_offer: tuple[str, ...]
    must_never_show: tuple[str, ...]
    why: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """What the guidance tells a person, in order, by id.

    Bodies are written ``<partner>/<door>``, or ``<partner>`` where no door is named.
    """

    bodies: tuple[str, ...]
    offers: tuple[str, ...]
    enterprises: tuple[str, ...]
    leads: tuple[str, ...] = ()
    """The names of the one body that leads: by its role and by its own id."""
    rules: tuple[str, ...] = ()
    """The rules that say so, by id."""

    @property
    def everything(self) -> frozenset[str]:
        """All of it; a body also without its door."""
        plain = {body.partition("/")[0] for body in self.bodies}
        return frozenset({*self.bodies, *plain, *self.offers, *self.enterprises, *self.rules})


def told(directory: Directory, case: Case, today: date) -> Told:
    """What the guidance tells a case's person, in the order in which a page has it.

    First about the dangers that their situations raise, then about the need they named, then about
    other needs that their situations raise: whoever answers, and then all offers.
    """
    here = Here(directory, case.municipality, today)
    dangers = (replace(case.person, need=need) for need in here.urgent(case.person))
    asked = (*dangers, case.person, *here.also(case.person))
    answers = [answer for person in asked for answer in here.responsible(person)]
    offers = _once(match for person in asked for match in here.offers(person))
    enterprises = (*here.enterprises(case.person), *here.neighbours(case.person))
    names = [name for answer in answers for name in _names(answer)]
    bodies = dict.fromkeys([*names, *_providers(offers, here)])
    leads = tuple(_names(answers[0])) if answers else ()
    rules = tuple(dict.fromkeys(answer.name for answer in answers))
    return Told(
        tuple(bodies),
        tuple(match.offer.id for match in offers),
        tuple(e.id for e in enterprises),
        leads,
        rules,
    )


def _once(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Each offer once, where it came first."""
    found: dict[str, Match] = {}
    for match in matches:
        found.setdefault(match.offer.id, match)
    return tuple(found.values())


def _names(answer: Answer) -> Iterator[str]:
    """The names that cases may use for a body: the one that the rule names, and its own id.

    Each with its door, if the rule has one.
    """
    for partner in dict.fromkeys((answer.named.id, answer.partner.id)):
        yield f"{partner}/{answer.door}" if answer.door else partner


def _providers(offers: Iterable[Match], here: Here) -> Iterator[str]:
    """The providers of the offers: named with them, after everybody who answers."""
    for match in offers:
        for provider in match.offer.providers:
            named = here.directory.partners.get(provider)
            for record in (named, here.resolve(named) if named else None):
                if record:
                    yield f"{record.id}/{match.offer.door}" if match.offer.door else record.id


def failures(directory: Directory, case: Case, today: date) -> Iterator[str]:
    """What a case expects and does not get, or gets and must never get, one a line.

    If the case has faults, only these are given.
    """
    if case.faults:
        yield from case.faults
        return
    given = told(directory, case, today)
    if case.first and not _is_first(case.first, given):
        got = given.bodies[0] if given.bodies else "nobody"
        yield f"first: expected {case.first}, got {got}{_unknown_body(case.first, directory)}"
    for body in case.must_name:
        if not _is_among(body, given):
            yield f"must name {body}: not there{_unknown_body(body, directory)}"
    for offer in case.must_offer:
        if offer not in given.offers:
            yield (
                f"must offer {offer}: not there"
                f"{'' if offer in directory.offers else ' (no offer of the directory)'}"
            )
    for thing in case.must_never_show:
        if shown := _shown(thing, given, directory, case):
            yield f"must never show {thing}: {shown}"


def _unknown_body(written: str, directory: Directory) -> str:
    known = any(
        one.partition("/")[0] in directory.partners or one in _rules(directory)
        for one in written.split(OR)
    )
    return "" if known else " (no body of the directory)"


def _rules(directory: Directory) -> frozenset[str]:
    return frozenset(
        name for decisions in directory.responsibility.values() for name in decisions.rules
    )


def _is_first(body: str, given: Told) -> bool:
    return any(_is_body(one, lead) for one in body.split(OR) for lead in given.leads)


def _is_among(body: str, given: Told) -> bool:
    return any(
        one in given.rules or any(_is_body(one, named) for named in given.bodies)
        for one in body.split(OR)
    )


def _is_body(asked: str, given: str) -> bool:
    """Whether a given body is the one asked for; a case that names no door accepts any."""
    return asked in {given, given.partition("/")[0]}


def _shown(thing: str, given: Told, directory: Directory, case: Case) -> str | None:
    """What is shown of a forbidden thing; None if nothing is."""
    if thing.endswith(" first"):
        body = thing.removesuffix(" first")
        leads = _is_first(body, given) or given.offers[:1] == (body,)
        return "it leads" if leads else None
    if thing == ENTERPRISES:
        return ", ".join(given.enterprises) or None
    if thing == NEIGHBOURS:
        return ", ".join(_of_others(given, directory, case)) or None
    return "it is there" if thing in given.everything else None


def _of_others(given: Told, directory: Directory, case: Case) -> Iterator[str]:
    """The bodies of other municipalities and counties."""
    own = {case.municipality, case.municipality[:2]}
    for body in given.bodies:
        partner = directory.partners.get(body.partition("/")[0])
        if partner and partner.represents and partner.represents not in own:
            yield body


# --- what a case names ----------------------------------------------------------------------------


def notes(directory: Directory, case: Case) -> Iterator[str]:
    """What a case must never show and the directory does not have, one a line.

    Such a thing cannot be shown, so nothing was tested.
    """
    for thing in case.must_never_show:
        if not _is_known(thing.removesuffix(" first"), directory):
            yield f"must never show {thing}: nothing in the directory is called so"


def _is_known(thing: str, directory: Directory) -> bool:
    plain = thing.partition("/")[0]
    known = {**directory.offers, **directory.partners, **directory.enterprises}
    return thing in {ENTERPRISES, NEIGHBOURS} or plain in known or thing in _rules(directory)


def municipality_of(directory: Directory, written: str) -> str | None:
    """The code of a municipality as cases write it: ``2305``, ``bracke`` or ``Bräcke (2305)``."""
    municipalities = directory.vocabulary.municipalities
    if (found := re.search(r"[0-9]{4}", written)) and found[0] in municipalities:
        return found[0]
    return next(
        (code for code, m in municipalities.items() if written in {m.id, m.swedish_name}), None
    )
