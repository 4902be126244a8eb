"""The list of municipalities, narrowed by the words and marks that people type."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.visits import Visit


@pytest.mark.parametrize(
    ("language", "words", "left"),
    [
        ("sv", "malmö", 1),
        ("sv", "MALMO", 1),
        ("ar", "مالمو", 1),
        ("so", "malmo", 1),
        ("sv", "qqq", 0),
        ("sv", "", 290),
    ],
)
def test_the_list_of_municipalities_is_narrowed(
    language: str, words: str, left: int, visit: Callable[..., Visit]
) -> None:
    page = visit(f"{language}/municipalities/").page
    page.locator("#filter").fill(words)
    expect(page.locator(".county li:visible")).to_have_count(left)
    counties = 21 if left == 290 else left
    expect(page.locator(".county:visible")).to_have_count(counties)
    none = str(page.locator("#filter").get_attribute("data-none"))
    expect(page.locator("#filter-status")).to_have_text("" if left else none)


def test_enter_leads_to_the_only_municipality_left(visit: Callable[..., Visit]) -> None:
    page = visit("ar/municipalities/").page
    page.locator("#filter").press_sequentially("malmö")
    page.locator("#filter").press("Enter")
    page.wait_for_url("**/ar/municipalities/malmo/")
