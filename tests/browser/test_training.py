"""Places to train near a municipality, as people find and read them, without script."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.visits import NARROWEST, Visit
from tests.site import sites

ASK_FIRST = "Call or write before you go there."


@pytest.fixture(scope="session")
def few() -> Iterator[str]:
    """The address of the site of a few municipalities."""
    with sites.served(sites.few_site()) as address:
        yield address


@pytest.fixture
def go(visit: Callable[..., Visit]) -> Callable[..., Visit]:
    """Visits the site of a few municipalities without script."""
    return lambda where: visit(where, of="few", width=NARROWEST, java_script_enabled=False)


def test_a_municipality_leads_to_its_places_and_each_has_somebody_to_call(
    go: Callable[..., Visit],
) -> None:
    page = go("so/municipalities/stockholm/").page
    page.locator("#enterprises ~ p a[href$='/training/']").click()
    page.wait_for_url("**/so/municipalities/stockholm/training/")
    places = page.locator(".training")
    assert places.count() > 3
    for index in range(places.count()):
        assert places.nth(index).locator("a[href^='tel:']").count() > 0, index
    asked = places.first.locator(".ways")
    expect(asked.locator("a[href$='/municipalities/stockholm/']")).to_be_visible()
    expect(asked.locator("a[href$='/partners/arbetsformedlingen/']")).to_be_visible()


def test_where_there_is_none_the_nearest_three_come_by_distance(
    go: Callable[..., Visit],
) -> None:
    page = go("en/municipalities/ostersund/training/").page
    expect(page.locator("#here ~ .empty")).to_be_visible()
    away = [
        int(one.get_attribute("data-kilometres") or "") for one in page.locator(".training").all()
    ]
    assert len(away) == 3
    assert away == sorted(away)
    assert away[0] > 100


def test_the_sentence_names_the_place_in_both_languages(go: Callable[..., Visit]) -> None:
    page = go("ar/municipalities/haninge/training/").page
    place = page.locator(".training", has_text="Yalla Rinkeby").last
    expect(place.locator(".phrase__swedish")).to_have_text(
        re.compile("Jag vill arbetsträna på Yalla Rinkeby")
    )
    expect(place.locator(".phrase p").first).to_contain_text("Yalla Rinkeby")


def test_nobody_is_told_to_call_where_no_number_is_known() -> None:
    site = sites.few_site() / "en" / "enterprises"
    pages = [page.read_text("utf-8") for page in sorted(site.glob("*/index.html"))]
    told = [page for page in pages if ASK_FIRST in page]
    assert told
    assert not [page for page in told if "tel:" not in _own(page) and "mailto:" not in _own(page)]


def _own(page: str) -> str:
    """What a record's page says of the record itself, without the way to help in danger."""
    return page[page.index("<article") : page.index("</article>")]
