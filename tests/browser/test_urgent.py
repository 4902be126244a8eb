"""Help in danger: two taps from every kind of page, what a call is like, and the way out."""

from collections.abc import Callable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.browser.visits import NARROWEST, Visit
from tests.site import sites

SWEDEN = ZoneInfo("Europe/Stockholm")
AWAY = "https://www.smhi.se/"
KINDS = {
    "home": "",
    "prose": "your-money/",
    "guide": "guide/",
    "municipalities": "municipalities/",
    "municipality": "municipalities/haninge/",
    "county": "counties/01/",
    "situations": "situations/",
    "situation": "situations/flykting/",
    "languages": "languages/",
    "language": "languages/so/",
    "list": "offers/",
    "enterprise": "enterprises/basta-nykvarn/",
    "offer": "offers/sfi/",
    "partner": "partners/arbetsformedlingen/",
    "card": "offers/sfi/card/",
    "card of a municipality": "municipalities/haninge/card/",
    "search": "search/",
    "glossary": "glossary/",
    "coverage": "coverage/",
    "translations": "translations/",
    "questions": "questions/",
    "industry": "industries/cafe/",
}
WATCHED = ("urgent/", "situations/valdsutsatt/", "partners/kvinnofridslinjen/card/")


@pytest.fixture(scope="session")
def few() -> Iterator[str]:
    """The address of the site of a few municipalities."""
    with sites.served(sites.few_site()) as address:
        yield address


@pytest.fixture
def go(visit: Callable[..., Visit]) -> Callable[..., Visit]:
    """Visits the site of a few municipalities."""
    return lambda where, **facts: visit(where, of="few", **facts)


@pytest.mark.parametrize("code", sites.LANGUAGES)
def test_two_taps_call_from_every_kind_of_page_without_script(
    code: str, go: Callable[..., Visit]
) -> None:
    opened = go("", width=NARROWEST, has_touch=True, java_script_enabled=False)
    for kind, where in KINDS.items():
        opened.go(f"{code}/{where}")
        way = opened.page.locator("a[href$='/urgent/']").first
        assert way.get_attribute("href") is not None, kind
        way.tap()
        opened.page.wait_for_url(f"**/{code}/urgent/")
        numbers = opened.page.locator("main a[href^='tel:']")
        assert numbers.count() > 5, kind
        numbers.nth(1).tap(trial=True)


def test_a_number_is_a_button_and_says_what_the_call_is_like(go: Callable[..., Visit]) -> None:
    opened = go("en/urgent/", width=NARROWEST)
    line = opened.page.locator(".body", has_text="Kvinnofridslinjen").first
    assert line.locator(".phone").bounding_box()["height"] >= 44
    for fact in ("Day and night", "Free", "Does not show on the bill", "With an interpreter"):
        expect(line).to_contain_text(fact)
    expect(opened.page.locator(".danger p", has_text="We do not know:").first).to_be_visible()
    expect(line).not_to_contain_text("We do not know")
    expect(opened.page.locator("main")).to_contain_text("stays in the phone's list of calls")
    assert opened.overflow() <= 0
    assert opened.axe() == []


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (datetime(2026, 11, 26, 17, 59, tzinfo=SWEDEN), "Closed now"),  # a Thursday
        (datetime(2026, 11, 26, 21, 30, tzinfo=SWEDEN), "Open now"),
        (datetime(2026, 11, 27, 5, 59, tzinfo=SWEDEN), "Open now"),  # since the evening before
        (datetime(2026, 11, 27, 6, 0, tzinfo=SWEDEN), "Closed now"),
        (datetime(2026, 12, 24, 21, 30, tzinfo=SWEDEN), "Public holiday"),
        (datetime(2027, 3, 26, 21, 30, tzinfo=SWEDEN), "Public holiday"),  # Good Friday
        (datetime(2027, 6, 25, 21, 30, tzinfo=SWEDEN), "Public holiday"),  # Midsummer's eve
    ],
)
def test_hours_are_held_against_the_clock_in_sweden(
    moment: datetime, said: str, go: Callable[..., Visit]
) -> None:
    opened = go("", timezone_id="Asia/Tokyo")
    opened.page.clock.set_fixed_time(moment)
    opened.go("en/partners/jourhavande-medmanniska/")
    expect(opened.page.locator(".hours").first).to_contain_text(said)


@pytest.mark.parametrize("where", WATCHED)
def test_the_way_out_replaces_the_page_in_the_history(where: str, go: Callable[..., Visit]) -> None:
    opened = go("so/", width=NARROWEST)
    opened.page.route(f"{AWAY}**", lambda route: route.fulfill(body="<title>Väder</title>"))
    opened.go(f"so/{where}")
    before = opened.page.evaluate("history.length")
    opened.page.locator("[data-leave]").first.click()
    opened.page.wait_for_url(f"{AWAY}**")
    assert opened.page.evaluate("history.length") == before
    opened.page.go_back()
    assert opened.page.url == f"{opened.base}so/"
    opened.faults.clear()  # the visit off the site was asked for


def test_the_way_out_stays_in_sight_and_is_on_no_other_page(go: Callable[..., Visit]) -> None:
    opened = go("ar/urgent/", width=NARROWEST)
    opened.page.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
    expect(opened.page.locator("[data-leave]")).to_be_in_viewport()
    for where in ("offers/sfi/", "partners/arbetsformedlingen/card/", "situations/flykting/"):
        opened.go(f"ar/{where}")
        expect(opened.page.locator(".leave:visible")).to_have_count(0)


def test_a_municipality_has_it_once_somebody_speaks_of_violence(
    go: Callable[..., Visit],
) -> None:
    page = go("sv/municipalities/haninge/#situation=våldsutsatt&need=skydd-mot-våld").page
    expect(page.locator("#leave")).to_be_visible()
    page.goto(page.url.partition("#")[0] + "#situation=flykting&need=svenska")
    expect(page.locator("#leave")).to_be_hidden()
    expect(page.locator(".need[data-need='skydd-mot-våld'] [data-leave]")).to_have_count(1)
    expect(page.locator(".need[data-need='svenska'] [data-leave]")).to_have_count(0)
