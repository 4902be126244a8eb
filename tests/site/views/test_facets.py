"""vagvisare.site.views.facets and vagvisare.site.search.lists: filters, and their script's data."""

import json
import re

import pytest

from tests.site import sites
from vagvisare.reading.loading import load
from vagvisare.records.directory import Directory
from vagvisare.records.termlists import facets_of
from vagvisare.site.facts.reader import Reader
from vagvisare.site.html import interface
from vagvisare.site.pages import addresses
from vagvisare.site.pages.pages import (
    Page,
    all_pages,
    enterprises_by_industry,
    is_there,
    pages_showing,
)
from vagvisare.site.search import lists
from vagvisare.site.search.columns import findable, kind_of
from vagvisare.site.views import facets

LANGUAGES = sites.LANGUAGES


@pytest.fixture(scope="module")
def directory() -> Directory:
    return load(sites.ROOT, today=sites.TODAY).directory


@pytest.fixture(scope="module")
def readers(directory: Directory) -> dict[str, Reader]:
    words = {code: interface.load(sites.LOCALE, code) for code in LANGUAGES}
    return {
        code: Reader(
            directory, directory.vocabulary.languages[code], words[code], "..", sites.TODAY
        )
        for code in LANGUAGES
    }


def test_the_facets_that_officials_ask_for_are_there() -> None:
    asked = (
        "municipalities counties associations industries situations languages swedish-levels "
        "place-kinds free referrals"
    )
    assert {*asked.split(), "agreements", "legal-forms", "freshness"} <= {
        facet.name for facet in facets_of("enterprises")
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", lists.KINDS)
def test_few_are_open_and_those_that_say_nothing_come_last(
    kind: str, language: str, readers: dict[str, Reader]
) -> None:
    found = facets.choices(kind, readers[language])
    assert {facet.name for facet in found} == {facet.name for facet in facets_of(kind)}
    assert [facet.opened for facet in found] == [True] * facets.OPEN + [False] * (
        len(found) - facets.OPEN
    )
    assert [facet.stated for facet in found] == sorted(
        (facet.stated for facet in found), reverse=True
    )
    assert all(facet.options for facet in found if facet.stated and facet.name != "municipalities")
    labels = [str(option.label) for facet in found for option in facet.options]
    assert all(labels)


def test_a_choice_of_those_that_say_nothing_is_there_where_some_do(
    readers: dict[str, Reader],
) -> None:
    by_name = {facet.name: facet for facet in facets.choices("enterprises", readers["sv"])}
    assert by_name["legal-forms"].options[-1].code == facets.NOT_STATED
    assert facets.NOT_STATED not in {option.code for option in by_name["freshness"].options}
    assert not by_name["swedish-levels"].stated


@pytest.fixture(scope="module")
def files(readers: dict[str, Reader]) -> dict[str, str]:
    return dict(lists.files(readers.values()))


@pytest.mark.parametrize("kind", lists.KINDS)
def test_the_order_file_has_the_records_of_the_columns(
    kind: str, files: dict[str, str], directory: Directory
) -> None:
    order = json.loads(files[f"lists/{kind}.json"])
    kinds = [kind_of(record) for record in findable(directory)]
    assert kinds[order["first"] : order["first"] + len(order["ids"])] == [kind] * kinds.count(kind)
    assert [directory.of_kind(kind)[name].id for name in order["ids"]] == order["ids"]
    assert sorted(order["names"]) == list(range(len(order["ids"])))


def test_names_come_in_swedish_order(files: dict[str, str]) -> None:
    order = json.loads(files["lists/enterprises.json"])
    named = [order["ids"][place] for place in order["names"]]
    assert (
        named.index("bla-vagen-i-jordbro") < named.index("bonorna") < named.index("yalla-trappan")
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_municipality_can_be_chosen(language: str, files: dict[str, str]) -> None:
    places = json.loads(files[f"lists/municipalities-{language}.json"])
    assert len(places) == 290
    assert [place[2] for place in places[:2] + places[-2:]] == [
        "Ale",
        "Alingsås",
        "Övertorneå",
        "Övertorneå",
    ] or places[-1][2] > "Ö"
    assert all(
        re.fullmatch(r"\d{4}", place[0]) and place[1] and 55 < place[3] < 70 and 10 < place[4] < 25
        for place in places
    )


def test_the_map_has_every_municipality(files: dict[str, str]) -> None:
    assert len(set(re.findall(r'data-code="(\d{4})"', json.loads(files["lists/map.json"])))) == 290


# --- a page for each industry ---------------------------------------------------------------------


def test_every_industry_that_has_an_enterprise_has_a_page(directory: Directory) -> None:
    industries = [page.of for page in all_pages(directory) if page.kind == "industry"]
    assert set(industries) == {
        code for enterprise in directory.enterprises.values() for code in enterprise.industries
    }
    where = {addresses.of_industry(code) for code in directory.vocabulary.terms("industries")}
    assert len(where) == len(directory.vocabulary.terms("industries"))
    assert all(re.fullmatch(r"industries/[a-z0-9-]+/", address) for address in where)


def test_an_enterprise_shows_on_the_pages_of_its_industries(directory: Directory) -> None:
    enterprise = directory.enterprises["bla-vagen-i-jordbro"]
    shown = {page.of for page in pages_showing(directory, enterprise) if page.kind == "industry"}
    assert shown == set(enterprise.industries)
    assert all(enterprise in enterprises_by_industry(directory)[code] for code in shown)
    assert is_there(directory, Page("industry", "café"))
    assert not is_there(directory, Page("industry", "drönare"))
