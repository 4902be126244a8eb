"""The search box and the list of municipalities, in the words and marks that people type."""

import unicodedata
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visits import NARROW, Visit

FOUND = {
    "a trade": ("sv", "städning", "enterprises/"),
    "a trade without marks": ("sv", "stadning", "enterprises/"),
    "a trade, its mark apart": ("sv", unicodedata.normalize("NFD", "städning"), "enterprises/"),
    "a café without its accent": ("sv", "cafe", "enterprises/"),
    "a name": ("sv", "yalla trappan", "enterprises/yalla-trappan/"),
    "a name in capitals": ("so", "YALLA", "enterprises/yalla-trappan/"),
    "a place": ("sv", "Malmö", "municipalities/malmo/"),
    "a place without marks": ("so", "malmo", "municipalities/malmo/"),
    "an alias": ("sv", "sfi", "offers/sfi/"),
    "an Arabic trade": ("ar", "تنظيف", "enterprises/"),
    "an Arabic trade with vowels": ("ar", "تَنْظِيف", "enterprises/"),
    "an Arabic place": ("ar", "مالمو", "municipalities/malmo/"),
    "an Arabic word on a Swedish page": ("sv", "تنظيف", "enterprises/"),
    "an Arabic need": ("ar", "مترجم", "offers/tolk/"),
    "a Somali trade": ("so", "nadaafad", "enterprises/"),
    "a Somali need": ("so", "turjubaan", "offers/tolk/"),
    "a Swedish word on an Arabic page": ("ar", "tolk", "offers/tolk/"),
    "two words": ("sv", "café malmö", "enterprises/"),
}


def _search(page: Page, words: str) -> list[str]:
    """The addresses of what is found, without that of the language."""
    page.locator("#query").fill(words)
    expect(page.locator("#results a").first).to_be_visible()
    return [str(link.get_attribute("href")).removeprefix("../") for link in page.locator("#results a").all()]


@pytest.mark.parametrize("case", FOUND)
def test_what_people_type_is_found(case: str, visit: Callable[..., Visit]) -> None:
    language, words, expected = FOUND[case]
    opened = visit(f"{language}/search/")
    found = _search(opened.page, words)
    assert any(where == expected or (where.startswith(expected) and expected.count("/") == 1) for where in found), found[:5]
    opened.page.locator("#results a").first.click()
    opened.page.wait_for_url(f"**/{language}/{found[0]}")


def test_a_word_narrows_what_the_other_finds(visit: Callable[..., Visit]) -> None:
    page = visit("sv/search/").page
    many, few = _search(page, "café"), _search(page, "café malmö")
    assert 0 < len(few) < len(many)


@pytest.mark.parametrize("language", ["sv", "ar", "so"])
def test_results_are_told_and_can_be_followed(language: str, visit: Callable[..., Visit]) -> None:
    opened = visit(f"{language}/search/?q=malmö", width=NARROW)
    expect(opened.page.locator("#results a").first).to_be_visible()
    expect(opened.page.locator("#search-status[role=status]")).not_to_be_empty()
    assert opened.axe() == []
    assert opened.overflow() <= 0
    assert opened.page.locator("#results li").count() == opened.page.locator("#results li a").count()


@pytest.mark.parametrize("language", ["sv", "ar", "so"])
def test_nothing_found_is_said_in_the_reader_s_language(language: str, visit: Callable[..., Visit]) -> None:
    page = visit(f"{language}/search/").page
    page.locator("#query").fill("qqqxyz")
    expect(page.locator("#search-status")).to_have_text(str(page.locator("#search").get_attribute("data-none")))
    assert page.locator("#results a").count() == 0
    page.locator("#query").fill("")
    expect(page.locator("#search-status")).to_be_empty()


def test_a_search_that_cannot_be_loaded_says_so_and_tries_again(visit: Callable[..., Visit]) -> None:
    opened = visit("so/search/")
    opened.page.route("**/so.json", lambda route: route.abort())
    opened.page.locator("#query").fill("malmo")
    expect(opened.page.locator("#search-status")).to_have_text(str(opened.page.locator("#search").get_attribute("data-failed")))
    assert all("so.json" in fault or "ERR_FAILED" in fault for fault in opened.faults)
    opened.faults.clear()
    opened.page.unroute("**/so.json")
    assert "municipalities/malmo/" in _search(opened.page, "malmö")


def test_the_index_is_asked_for_by_nobody_who_does_not_search(visit: Callable[..., Visit]) -> None:
    opened = visit("sv/enterprises/yalla-trappan/")
    assert not [address for address in opened.requests if ".json" in address]


@pytest.mark.parametrize(
    ("language", "words", "left"),
    [("sv", "malmö", 1), ("sv", "MALMO", 1), ("ar", "مالمو", 1), ("so", "malmo", 1), ("sv", "qqq", 0), ("sv", "", 290)],
)
def test_the_list_of_municipalities_is_narrowed(language: str, words: str, left: int, visit: Callable[..., Visit]) -> None:
    page = visit(f"{language}/municipalities/").page
    page.locator("#filter").fill(words)
    expect(page.locator(".county li:visible")).to_have_count(left)
    counties = 21 if left == 290 else left
    expect(page.locator(".county:visible")).to_have_count(counties)
    none = str(page.locator("#filter").get_attribute("data-none"))
    expect(page.locator("#filter-status")).to_have_text("" if left else none)


def test_enter_leads_to_the_only_municipality_left(visit: Callable[..., Visit]) -> None:
    page = visit("ar/municipalities/").page
    page.locator("#filter").press_sequentially("malm")
    page.locator("#filter").press("Enter")
    page.wait_for_url("**/ar/municipalities/malmo/")
