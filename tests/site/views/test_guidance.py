"""The built pages of guidance: situations, languages, the country's guide, municipalities."""

from collections import Counter
from pathlib import Path

import pytest
import world

from tests.site import sites
from vagvisare.guidance.guidance import Here, How, Person, how_in
from vagvisare.guidance.serving import serves
from vagvisare.records.directory import COUNTRY
from vagvisare.records.kinds import Offer, Record
from vagvisare.site.building.build import Build
from vagvisare.site.facts.reader import Reader
from vagvisare.site.pages import addresses
from vagvisare.site.pages.pages import Page
from vagvisare.site.views import languages, municipality
from vagvisare.site.views.answers import gaps, shelves


@pytest.fixture(scope="module")
def build() -> Build:
    return sites.a_build(sites.ROOT)


def _reader(build: Build, language: str) -> Reader:
    renderer = build.renderers[language]
    reader = renderer._environment("../..").globals["reader"]  # noqa: SLF001 (as templates get it)
    assert isinstance(reader, Reader)
    return reader


# --- situations -----------------------------------------------------------------------------------


def test_every_situation_has_an_address_of_its_own_that_can_be_typed() -> None:
    codes = world.real().vocabulary.situations
    found = {addresses.of_situation(code) for code in codes}
    assert len(found) == len(codes)
    assert all(address.isascii() for address in found)


@pytest.mark.parametrize("language", ["sv", "so"])
def test_a_situation_s_shelves_are_those_of_guidance(build: Build, language: str) -> None:
    here = Here(world.real(), COUNTRY, sites.TODAY)
    for situation in ("asylsökande", "nollplacerad", "förälder-till-små-barn"):
        for shelf in shelves(COUNTRY, _reader(build, language), (situation,)):
            if shelf.need:
                person = Person((situation,), shelf.need, language)
                assert [match.offer.id for match in shelf.offers] == [
                    match.offer.id for match in here.offers(person)
                ]
                assert {body.partner.id for body in shelf.bodies} == {
                    answer.partner.id for answer in here.responsible(person)
                }


# --- languages ------------------------------------------------------------------------------------


def _speaks(record: Record, code: str) -> bool:
    bodies = {**world.real().partners, **world.real().enterprises}
    providers = (
        [bodies[p] for p in record.providers if p in bodies] if isinstance(record, Offer) else []
    )
    return any(how_in(one, code) >= How.TRANSLATION for one in (record, *providers))


@pytest.mark.parametrize("code", ["so", "ar", "ti", "uk", "ps"])
def test_a_language_s_page_has_everything_that_is_given_in_it(build: Build, code: str) -> None:
    given = {one.record.id for one in languages.given(build.directory, build.today).get(code, ())}
    assert given == {record.id for record in world.real() if _speaks(record, code)}
    html = (sites.shipped_site() / f"so/languages/{code}/index.html").read_text("utf-8")
    for record in world.real():
        address = addresses.of_record(world.real(), record)
        if record.id in given and (sites.shipped_site() / "so" / address / "index.html").is_file():
            assert f'href="../../../so/{addresses.of_record(world.real(), record)}"' in html


def test_what_is_missing_in_a_language_is_what_no_offer_meets(build: Build) -> None:
    view = languages.language(Page("language", "so"), _reader(build, "sv"))
    met = {need for o in world.real().offers.values() if _speaks(o, "so") for need in o.needs}
    assert set(view.facts["missing"]) == set(world.real().vocabulary.terms("needs")) - met


# --- a municipality's profile ---------------------------------------------------------------------


def test_the_profile_counts_what_is_in_the_records() -> None:
    directory = world.real()
    for code in ("0136", "1480", "2305", "0140"):
        profile = municipality.profile(directory, code, sites.TODAY)
        own = [
            e
            for e in directory.enterprises.values()
            if any(place.municipality == code for place in e.locations) and serves(e, sites.TODAY)
        ]
        assert dict(profile.industries) == Counter(
            industry for e in own for industry in e.industries
        )
        assert profile.places.unknown == len(own), (
            "no shipped enterprise has said how many places are free"
        )
        here = Here(directory, code, sites.TODAY)
        for language, spoken, written in profile.languages:
            ways = [
                here.how(match.offer, match.through, language) for match in here.offers(Person())
            ]
            assert spoken == sum(how is How.LANGUAGE for how in ways), (code, language)
            assert written <= sum(how is How.TRANSLATION for how in ways), (code, language)


def test_free_places_are_added_up_with_their_days(tmp_path: Path) -> None:
    def enterprise(name: str, places: str) -> str:
        return sites.enterprise(name, "1280", f"places: [{places}]\n")

    records = {
        "enterprises/a": enterprise(
            "A", "{kind: arbetsträning, maximum: 9, available: 3, updated: 2026-11-01}"
        ),
        "enterprises/b": enterprise(
            "B", "{kind: arbetsträning, maximum: 4, available: 0, updated: 2026-10-01}"
        ),
        "enterprises/c": enterprise("C", "{kind: arbetsträning}"),
    }
    build = sites.a_build(sites.a_root(tmp_path, records, places=("1280",)))
    places = municipality.profile(build.directory, "1280", sites.TODAY).places
    assert (places.maximum, places.available, places.unknown) == (13, 3, 1)
    assert (str(places.oldest), str(places.newest)) == ("2026-10-01", "2026-11-01")


def test_gaps_are_needs_without_anything_in_the_reader_s_language(build: Build) -> None:
    for language in sites.LANGUAGES:
        filled = shelves("0136", _reader(build, language))
        here = Here(world.real(), "0136", sites.TODAY)
        expected = {
            need
            for need, term in world.real().vocabulary.terms("needs").items()
            if not term.is_urgent  # the call is the help there
            and not any(
                match.through and match.how > How.NOT
                for match in here.offers(Person((), need, language))
            )
        }
        needs = world.real().vocabulary.terms("needs")
        urgent = {code for code, term in needs.items() if term.is_urgent}
        assert set(gaps(filled)) - urgent == expected


# --- a gap says so --------------------------------------------------------------------------------


def test_an_empty_shelf_names_who_is_responsible_the_nearest_that_takes_outsiders_and_where_to_tell(
    tmp_path: Path,
) -> None:
    records: dict[str, str | Path] = {**sites.shipped("partners/kommunen", "partners/malmo")}
    records["responsibility/alla"] = sites.HOLES["responsibility/alla"]
    records["enterprises/granne"] = sites.enterprise("Granne", "1281", "service_area: ['12']\n")
    build = sites.a_build(sites.a_root(tmp_path, records, places=("1280", "1281")))
    _, html = build.renderers["sv"].page(Page("municipality", "1280"))
    shelf = html.partition('class="need" data-need="skulder"')[2].partition(
        '<details class="need"'
    )[0]
    empty = shelf.partition('class="empty offers__none"')[2]
    assert empty.startswith(">"), "it is not hidden"
    assert ">Malmö" in empty
    assert "Granne" in empty
    assert f'href="{sites.REPORT}?title=Lucka%3A%20Malm%C3%B6%3A%20Skulder"' in empty
