"""A municipality: who answers for each need there and because of what, and everything that serves it."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from vagvisare.directory import COUNTRY, Directory
from vagvisare.guidance import Answer, Here, Person
from vagvisare.records import Offer, Partner
from vagvisare.site import addresses
from vagvisare.site.pages import Page, in_order
from vagvisare.site.reader import Reader
from vagvisare.site.views.view import View

_ROLES = ("kommun", "region")
"""Kinds of partner that stand for every municipality or region as such: on a municipality's page its own are shown."""


def municipality(page: Page, reader: Reader) -> View:
    """The page of a municipality."""
    directory = reader.directory
    shown = directory.vocabulary.municipalities[page.of]
    service = directory.serving(page.of)
    associations = [p for p in service.partners if p.kind == "samordningsförbund"]
    local = [p for p in service.partners if p.kind != "samordningsförbund" and COUNTRY not in p.service_area]
    national = [p for p in service.partners if COUNTRY in p.service_area and p.kind not in _ROLES]
    facts = {
        "municipality": shown,
        "record": service.municipality,
        "region": service.region,
        "enterprises": in_order(service.enterprises, reader.language),
        "associations": in_order(associations, reader.language),
        "local": in_order(local, reader.language),
        "national": in_order(national, reader.language),
        "needs": _needs(directory, page.of, reader),
        "projects": [p for p in directory.projects.values() if page.of in p.municipalities],
    }
    county = (reader.plain_place(shown.county), addresses.of_county(shown.county))
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
    for offer in in_order(offers, reader.language):
        if offer.status in (None, "active") and isinstance(offer, Offer):
            for need in offer.needs or [""]:
                found.setdefault(need, []).append(offer)
    return [(need, group) for need, group in found.items() if group]
