"""What the real offers and rules say: ages, figures, sources, and whom they are not for."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
import world

from vagvisare.records.directory import Directory
from vagvisare.records.kinds import Offer

PENSION = 67
"""The age from which the law counts a person as old (riktåldern), from 2026-01-01."""
YOUTH = 35
"""No support for the young has a limit above this age."""
OLD_FIGURES = world.TODAY.year - 3
"""Until this year a figure of money is too old to be told as what somebody pays or gets."""
OPINION = ("friatider.se", "samnytt.se", "samnytt.news", "nordfront.se")
"""Sites that argue for something and are no source of what the law gives."""


@pytest.fixture(scope="module")
def directory() -> Directory:
    return world.real()


def open_offers(directory: Directory) -> Iterator[Offer]:
    for offer in directory.offers.values():
        if offer.status not in world.CLOSED:
            yield offer


def test_no_limit_of_age_is_left_from_before_2026(directory: Directory) -> None:
    """At 65, and before it at 64: both were the law until the target age became 67."""
    limits = {
        offer.id: offer.for_.maximum_age for offer in open_offers(directory) if offer.for_
    } | {
        name: rule.maximum_age
        for decisions in directory.responsibility.values()
        for name, rule in decisions.rules.items()
    }
    assert {
        name: age
        for name, age in limits.items()
        if age is not None and not (age <= YOUTH or age >= PENSION - 1)
    } == {}


def test_an_offer_is_not_for_those_whom_it_is_for(directory: Directory) -> None:
    for offer in open_offers(directory):
        if offer.for_ and offer.not_for:
            both = set(offer.for_.situations) & set(offer.not_for.situations)
            assert both == set(), offer.id


def test_a_sum_that_somebody_pays_or_gets_is_of_these_years(directory: Directory) -> None:
    for offer in open_offers(directory):
        told = (offer.cost or {}).get("sv", "")
        years = {int(year) for year in re.findall(r"\b20[0-2]\d\b", told)}
        assert {year for year in years if year < OLD_FIGURES} == set(), offer.id


def test_what_the_law_gives_is_not_told_by_a_site_of_opinion(directory: Directory) -> None:
    records = [*directory.offers.values(), *directory.partners.values()]
    hosts = {
        record.id: {urlsplit(str(source.url)).hostname or "" for source in record.sources}
        for record in records
    }
    assert {
        name: opinion
        for name, found in hosts.items()
        if (opinion := [host for host in found if host.removeprefix("www.") in OPINION])
    } == {}


def test_an_authority_s_site_is_asked_for_safely(directory: Directory) -> None:
    open_sites = {
        partner.id
        for partner in directory.partners.values()
        if partner.kind == "statlig-myndighet"
        for contact in partner.contacts
        if str(contact.website or "").startswith("http://")
    }
    assert open_sites == set()


def test_an_association_does_not_decide_about_a_person(directory: Directory) -> None:
    """Finsam 7 §: it supports and pays; the four that form it decide."""
    offer = directory.offers["samordningsforbund-insats"]
    assert offer.for_
    assert (offer.for_.minimum_age, offer.for_.maximum_age) == (None, None)
    assert offer.responsible
    assert "beslutar inte om enskilda" in offer.responsible["sv"]
