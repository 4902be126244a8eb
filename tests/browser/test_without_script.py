"""Without JavaScript: menu, lists and languages work, and nothing is shown that needs it."""

from collections.abc import Callable

import pytest

from tests.browser.visits import NARROW, NARROWEST, Visit
from tests.site import sites

LANGUAGES = ("sv", "ar", "so")


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def plain(visit: Callable[..., Visit]) -> Callable[..., Visit]:
    """Visits with JavaScript off."""
    return lambda where, **facts: visit(where, java_script_enabled=False, **facts)


def test_script_is_off(plain: Callable[..., Visit]) -> None:
    opened = plain("sv/municipalities/")
    opened.page.locator(".county").first.wait_for()
    assert opened.page.locator("#filter").is_hidden()


def test_the_menu_opens_and_leads_on(language: str, plain: Callable[..., Visit]) -> None:
    opened = plain(f"{language}/offers/sfi/", width=NARROW)
    assert opened.page.locator("#menu").is_hidden()
    opened.page.locator("[popovertarget=menu]").click()
    opened.page.locator("#menu a[href$='/enterprises/']").click()
    opened.page.wait_for_url(f"**/{language}/enterprises/")


def test_the_language_can_be_changed(language: str, plain: Callable[..., Visit]) -> None:
    opened = plain(f"{language}/offers/sfi/", width=NARROW)
    opened.page.locator("[popovertarget=languages]").click()
    opened.page.locator("#languages a[lang=en]").click()
    opened.page.wait_for_url("**/en/offers/sfi/")


def test_the_way_in_leads_to_a_municipality_s_help(
    language: str, plain: Callable[..., Visit]
) -> None:
    opened = plain("", width=NARROW)
    opened.page.locator(f"main a[lang={language}]").click()
    opened.page.locator(".door--help a").click()
    assert opened.page.locator(".county li:visible").count() == 290
    opened.page.locator(".county a[href$='/municipalities/malmo/']").click()
    box = opened.page.locator(".need").first
    card = box.locator(".card a").first
    assert not card.is_visible()
    box.locator("> summary").click()
    card.click()
    opened.page.wait_for_url(f"**/{language}/offers/*/")
    assert opened.page.locator(".phone, .ways a, .where a").count() > 0


def test_the_search_page_shows_lists_and_no_dead_box(
    language: str, plain: Callable[..., Visit]
) -> None:
    opened = plain(f"{language}/search/")
    assert opened.page.locator("#query").is_hidden()
    links = opened.page.locator("main nav ul a")
    assert links.count() == 5
    links.nth(1).click()
    opened.page.wait_for_url(f"**/{language}/enterprises/")
    assert opened.page.locator(".card").count() > 50


def test_lists_by_letter_lead_on(plain: Callable[..., Visit]) -> None:
    opened = plain("so/enterprises/", of="rich")
    assert opened.page.locator(".card").count() == 0
    opened.page.locator(".letters a").last.click()
    assert opened.page.locator(".card").count() > 3
    assert opened.page.locator(".letters a[aria-current=page]").text_content() == "Ö"


@pytest.mark.parametrize("code", sites.LANGUAGES)
@pytest.mark.parametrize(
    "where", ["", "offers/sfi/", "municipalities/malmo/", "situations/", "about/", "search/"]
)
def test_two_taps_lead_to_a_number_in_danger(
    code: str, where: str, plain: Callable[..., Visit]
) -> None:
    opened = plain(f"{code}/{where}", width=NARROWEST, has_touch=True)
    assert opened.page.locator(".danger-strip a[href='tel:112']").is_visible()
    opened.page.locator(".danger-strip a[href$='/urgent/']").tap()
    opened.page.wait_for_url(f"**/{code}/urgent/")
    numbers = opened.page.locator("main a[href^='tel:']:visible")
    assert numbers.first.get_attribute("href") == "tel:112"
    assert numbers.count() > 5
    numbers.nth(1).tap(trial=True)
    assert opened.overflow() <= 0
