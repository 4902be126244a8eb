"""What each kind of page shows: the template that makes it, and what the template is given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from vagvisare.directory import COUNTRY, Directory
from vagvisare.guidance import Answer, Here, Person
from vagvisare.records import Enterprise, Offer, Partner, Project, Record
from vagvisare.site import addresses
from vagvisare.site.interface import message
from vagvisare.site.order import sort_key
from vagvisare.site.pages import Page, enterprises_by_county, in_order, letters, listed
from vagvisare.site.reader import Reader


@dataclass(frozen=True)
class View:
    """A page before it is rendered: plain title and description, breadcrumbs as (name, address), template and facts."""

    title: str
    description: str
    template: str
    facts: Mapping[str, Any]
    trail: tuple[tuple[str, str], ...]
    record: Record | None = None
    script: str | None = None


def view(page: Page, reader: Reader) -> View:
    """What a page shows to a reader. Raises KeyError for a page that the directory does not have."""
    return _VIEWS[page.kind](page, reader)


KIND_NAMES = {
    "enterprises": message("Social enterprises"),
    "partners": message("Who is who"),
    "offers": message("Support"),
    "projects": message("Projects"),
}
"""The names of the lists, as messages of the interface."""

_LEADS = {
    "enterprises": message("Enterprises that exist so that people can work: cafés, workshops, gardens and more."),
    "partners": message("Authorities, municipalities, regions, advisers and associations: what each of them does."),
    "offers": message("What you can get: Swedish, work, health, money, an interpreter and more."),
    "projects": message("What has been tried before, and what came of it."),
}


def _kind_trail(kind: str, reader: Reader) -> tuple[tuple[str, str], ...]:
    return ((reader.translate(KIND_NAMES[kind]), addresses.of_index(kind)),)


def _record(page: Page, reader: Reader) -> View:
    kind, _, record_id = page.of.partition("/")
    record = reader.directory.of_kind(kind)[record_id]
    return View(
        title=reader.plain_name(record),
        description=reader.line(record.summary),
        template=f"{type(record).__name__.lower()}.html",
        facts={"record": record, **_relations(reader.directory, record)},
        trail=_kind_trail(kind, reader),
        record=record,
    )


def _relations(directory: Directory, record: Record) -> dict[str, Any]:
    match record:
        case Enterprise():
            return {"parent": directory.enterprises.get(record.part_of or ""), "units": directory.units.get(record.id, ())}
        case Partner():
            return {
                "offers": in_order(directory.offers_by_provider.get(record.id, ())),
                "projects": directory.projects_by_partner.get(record.id, ()),
                "associations": in_order(directory.associations_of.get(record.id, ())),
                "members": [directory.partners[m] for m in record.members if m in directory.partners],
            }
        case Project() | Offer() | _:
            return {"partners": directory.partners}


def _index(page: Page, reader: Reader) -> View:
    by_letter = letters(reader.directory, page.of)
    return View(
        title=reader.translate(KIND_NAMES[page.of]),
        description=reader.translate(_LEADS[page.of]),
        template="index.html",
        facts={
            "kind": page.of,
            "letters": tuple(by_letter),
            "number": len(listed(reader.directory, page.of)),
            "groups": () if by_letter else _groups(page.of, reader),
            "counties": _counties(reader.directory) if page.of == "enterprises" else (),
        },
        trail=(),
    )


def _groups(kind: str, reader: Reader) -> list[tuple[Any, list[Record]]]:
    """The records of a list below the headings that serve its readers best: county, kind of partner, kind of support."""
    directory = reader.directory
    found: dict[str, list[Record]] = {}
    for record in in_order(listed(directory, kind)):
        match record:
            case Enterprise():
                heading = next(iter(directory.counties_of(record)), "")
            case Partner() | Offer():
                heading = record.kind
            case _:
                heading = ""
        found.setdefault(heading, []).append(record)
    if kind == "enterprises":
        places = directory.vocabulary.counties
        order = sorted(found, key=lambda code: sort_key(places[code].name["sv"]) if code else "~")
        return [(reader.place(code) if code else reader.translate("Place not known"), found[code]) for code in order]
    list_name = "partner-kinds" if kind == "partners" else "offer-kinds"
    terms = directory.vocabulary.terms(list_name)
    return [(reader.term(list_name, code) if code else "", found[code]) for code in (*terms, "") if code in found]


def _counties(directory: Directory) -> list[tuple[str, int]]:
    """The counties with how many enterprises lie in each, in alphabetical order."""
    number = [(county, len(enterprises)) for county, enterprises in enterprises_by_county(directory).items()]
    names = directory.vocabulary.counties
    return sorted(number, key=lambda item: sort_key(names[item[0]].name["sv"]))


def _letter(page: Page, reader: Reader) -> View:
    by_letter = letters(reader.directory, page.of)
    title = f"{reader.translate(KIND_NAMES[page.of])}: {page.letter.upper()}"
    return View(
        title=title,
        description=reader.translate(_LEADS[page.of]),
        template="letter.html",
        facts={"kind": page.of, "records": by_letter[page.letter], "letters": tuple(by_letter), "letter": page.letter},
        trail=_kind_trail(page.of, reader),
    )


_ROLES = ("kommun", "region")
"""Kinds of partner that stand for every municipality or region as such: on a municipality's page its own are shown."""


def _municipality(page: Page, reader: Reader) -> View:
    directory = reader.directory
    municipality = directory.vocabulary.municipalities[page.of]
    service = directory.serving(page.of)
    associations = [p for p in service.partners if p.kind == "samordningsförbund"]
    local = [p for p in service.partners if p.kind != "samordningsförbund" and COUNTRY not in p.service_area]
    national = [p for p in service.partners if COUNTRY in p.service_area and p.kind not in _ROLES]
    facts = {
        "municipality": municipality,
        "record": service.municipality,
        "region": service.region,
        "enterprises": in_order(service.enterprises),
        "associations": in_order(associations),
        "local": in_order(local),
        "national": in_order(national),
        "needs": _needs(directory, page.of, reader),
        "projects": [p for p in directory.projects.values() if page.of in p.municipalities],
    }
    county = (reader.plain_place(municipality.county), addresses.of_county(municipality.county))
    place = reader.plain_place(page.of)
    return View(
        title=place,
        description=reader.translate("Who helps you in %(place)s: contacts, support and social enterprises.", place=place),
        template="municipality.html",
        facts=facts,
        trail=((reader.translate("Municipalities"), "municipalities/"), county),
        record=service.municipality,
    )


Bodies = tuple[tuple[Partner, tuple[Answer, ...]], ...]
"""Those who answer for a need, each with its answers, in the order in which to turn to them."""


def _needs(directory: Directory, municipality: str, reader: Reader) -> list[tuple[str, Bodies, list[Offer]]]:
    """For each need: who answers for it here, and the offers that meet it. What nobody answers for nor meets is left out."""
    answering = _answering(directory, municipality, reader.today)
    offers = dict(_offers_by_need(_here(directory, municipality, reader.today).open_offers, reader))
    needs = [*answering, *(need for need in offers if not need)]
    found = [(need, answering.get(need, ()), offers.get(need, [])) for need in needs]
    return [row for row in found if row[1] or row[2]]


@lru_cache(maxsize=512)
def _here(directory: Directory, municipality: str, today: date) -> Here:
    """Guidance in a municipality: the same in every language, so it is made for the first and kept."""
    return Here(directory, municipality, today)


@lru_cache(maxsize=512)
def _answering(directory: Directory, municipality: str, today: date) -> Mapping[str, Bodies]:
    """Who answers in a municipality, by need."""
    here = _here(directory, municipality, today)
    return {need: _by_body(here.responsible(Person(need=need))) for need in directory.vocabulary.terms("needs")}


def _by_body(answers: Sequence[Answer]) -> Bodies:
    """Answers below the body that gives them; a body's final responsibility stands apart, and so last."""
    found: dict[tuple[str, bool], list[Answer]] = {}
    for answer in answers:
        found.setdefault((answer.partner.id, answer.rule.final), []).append(answer)
    return tuple((group[0].partner, tuple(group)) for group in found.values())


def _offers_by_need(offers: tuple[Offer, ...], reader: Reader) -> list[tuple[str, list[Offer]]]:
    """Offers that are open today, below each need that they meet."""
    needs = reader.directory.vocabulary.terms("needs")
    found: dict[str, list[Offer]] = {need: [] for need in needs}
    for offer in in_order(offers):
        if offer.status in (None, "active") and isinstance(offer, Offer):
            for need in offer.needs or [""]:
                found.setdefault(need, []).append(offer)
    return [(need, group) for need, group in found.items() if group]


def _municipalities(page: Page, reader: Reader) -> View:  # noqa: ARG001 (there is one page of this kind)
    vocabulary = reader.directory.vocabulary
    counties = sorted(vocabulary.counties.values(), key=lambda county: sort_key(county.name["sv"]))
    groups = [(county.code, _municipalities_in(reader.directory, county.code)) for county in counties]
    return View(
        title=reader.translate("Find who helps you"),
        description=reader.translate("Choose your municipality. See who is responsible and how to reach them."),
        template="municipalities.html",
        facts={"groups": groups},
        trail=(),
        script="find",
    )


def _municipalities_in(directory: Directory, county: str) -> list[Any]:
    found = [m for m in directory.vocabulary.municipalities.values() if m.county == county]
    return sorted(found, key=lambda municipality: sort_key(municipality.swedish_name))


def _county(page: Page, reader: Reader) -> View:
    directory = reader.directory
    county = directory.vocabulary.counties[page.of]
    place = reader.plain_place(page.of)
    return View(
        title=place,
        description=reader.translate("Municipalities, the region and social enterprises in %(place)s.", place=place),
        template="county.html",
        facts={
            "county": county,
            "region": directory.representatives.get(page.of),
            "municipalities": _municipalities_in(directory, page.of),
            "enterprises": enterprises_by_county(directory)[page.of],
            "partners": in_order(_partners_of_county(directory, page.of)),
        },
        trail=((reader.translate("Municipalities"), "municipalities/"),),
    )


def _partners_of_county(directory: Directory, county: str) -> list[Partner]:
    """The partners that sit in the county or serve a part of it, without the municipalities and the region."""
    return [
        partner
        for partner in directory.partners.values()
        if not partner.represents
        and (county in directory.counties_of(partner) or any(area[:2] == county for area in partner.service_area))
    ]


def _search(page: Page, reader: Reader) -> View:  # noqa: ARG001 (there is one page of this kind)
    return View(
        title=reader.translate("Search"),
        description=reader.translate("Search for a name, a place or a trade."),
        template="search.html",
        facts={"kinds": KIND_NAMES},
        trail=(),
        script="find",
    )


_VIEWS = {
    "record": _record,
    "index": _index,
    "letter": _letter,
    "municipality": _municipality,
    "municipalities": _municipalities,
    "county": _county,
    "search": _search,
}
