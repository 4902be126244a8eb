"""Keeping a municipality on the phone: only when asked, without network, renewed, and gone."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.visits import NARROWEST, Visit
from tests.site import sites

KINDS = (
    "",
    "sv/",
    "sv/keep/",
    "sv/urgent/",
    "sv/search/#words=tolk",
    "sv/municipalities/haninge/#situation=flykting&need=svenska",
    "sv/guide/",
    "sv/offers/",
    "sv/offers/sfi/",
    "sv/offers/sfi/card/#need=svenska",
    "sv/partners/kvinnofridslinjen/",
    "sv/enterprises/basta-nykvarn/",
    "sv/situations/flykting/",
    "sv/coverage/",
    "sv/glossary/",
    "sv/your-money/",
)
STORED = """async () => ({
  caches: await caches.keys(),
  local: Object.keys(localStorage),
  session: Object.keys(sessionStorage),
  databases: (await indexedDB.databases()).map(({name}) => name),
  cookies: document.cookie,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
RENEWED = """async () => {
  const found = await caches.match(location.href);
  const names = await caches.keys();
  return names.length === 1 && (await found.text()).includes("6067999");
}"""
NOTHING = {
    "caches": [],
    "local": [],
    "session": [],
    "databases": [],
    "cookies": "",
    "workers": 0,
}


@pytest.fixture(scope="session")
def few(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site in a folder of its host."""
    host = tmp_path_factory.mktemp("host")
    (host / "below").symlink_to(sites.few_site(), target_is_directory=True)
    with sites.served(host) as address:
        yield f"{address}below/"


def _keep(page: Page, place: str = "municipalities/haninge/") -> None:
    page.locator("#keep-place").select_option(place)
    page.locator("#keep button").click()
    expect(page.locator("#kept")).to_be_visible(timeout=60_000)


def _wait(page: Page, until: str) -> None:
    """Waits for what a function of the page says in the end (20 seconds at most)."""
    end = time.monotonic() + 20
    while not page.evaluate(until):
        assert time.monotonic() < end, until
        page.wait_for_timeout(100)


def _kept(page: Page) -> list[str]:
    """The addresses in every cache."""
    found: list[str] = page.evaluate(
        "async () => (await Promise.all((await caches.keys()).map(async name => "
        "(await (await caches.open(name)).keys()).map(({url}) => url)))).flat()"
    )
    return found


def test_nothing_is_stored_unasked_on_any_kind_of_page(
    visit: Callable[..., Visit],
) -> None:
    opened = visit("", of="few")
    for where in KINDS:
        opened.go(where)
        opened.page.wait_for_load_state("networkidle")
        assert opened.page.evaluate(STORED) == NOTHING, where
        assert opened.page.context.cookies() == []


def test_a_kept_municipality_answers_without_network(visit: Callable[..., Visit]) -> None:
    opened = visit("ar/municipalities/haninge/", of="few", width=NARROWEST)
    page = opened.page
    page.locator("a[href*='/keep/#municipality=haninge']").click()
    assert page.locator("#keep-place").input_value() == "municipalities/haninge/"
    expect(page.locator(".keep__size")).to_contain_text("ميغابايت")
    assert page.evaluate(STORED) == NOTHING
    page.locator("#keep button").click()
    expect(page.locator("#kept")).to_be_visible(timeout=60_000)
    page.context.set_offline(True)
    opened.go("ar/municipalities/haninge/#situation=flykting&need=svenska")
    expect(page.locator("[data-step=answer]")).to_be_visible()
    card = page.locator(".need[data-need=svenska] .card-link").first.get_attribute("href") or ""
    page.goto(urljoin(page.url.partition("#")[0], card))
    expect(page.locator(".showcard h1")).to_be_visible()
    page.locator("a[href$='/urgent/']").first.click()
    expect(page.locator("main a[href='tel:116016']").first).to_be_visible()
    opened.go("ar/search/#words=sfi")
    expect(page.locator("main .card, main .result").first).to_be_visible()
    opened.go("ar/")
    expect(page.locator("main h1")).to_be_visible()
    opened.go("ar/projects/")
    expect(page.locator("#keep-status")).not_to_be_empty()
    assert page.url.endswith("/ar/keep/#away")
    page.context.set_offline(False)
    opened.faults[:] = [one for one in opened.faults if "ERR_INTERNET_DISCONNECTED" not in one]


def test_it_says_its_size_and_goes_again(visit: Callable[..., Visit]) -> None:
    opened = visit("en/keep/", of="few")
    page = opened.page
    expect(page.locator("#keep button")).to_be_disabled()
    page.locator("#keep-place").select_option("municipalities/haninge/")
    expect(page.locator(".keep__size")).to_contain_text("MB")
    said = float(page.locator(".keep__size").inner_text().split()[2])
    _keep(page)
    stored = page.evaluate(
        "async () => { let sum = 0; for (const name of await caches.keys()) { const cache = "
        "await caches.open(name); for (const one of await cache.keys()) if (!one.url.endsWith("
        "'kept.json')) sum += (await (await cache.match(one)).arrayBuffer()).byteLength; } "
        "return sum / 1e6; }"
    )
    assert said == pytest.approx(stored, abs=0.06)
    assert opened.axe() == []
    page.locator("#forget").click()
    expect(page.locator("#keep-status")).to_contain_text("Nothing is left")
    assert page.evaluate(STORED) == NOTHING


def test_no_visited_page_is_noted(visit: Callable[..., Visit]) -> None:
    opened = visit("sv/keep/", of="few")
    _keep(opened.page)
    before = sorted(_kept(opened.page))
    for where in ("sv/projects/", "sv/offers/", "sv/municipalities/tyreso/"):
        opened.go(where)
    assert sorted(_kept(opened.page)) == before
    assert not [one for one in before if "tyreso/" in one or "/so/" in one]


def test_a_failed_keeping_leaves_nothing(visit: Callable[..., Visit]) -> None:
    opened = visit("sv/keep/", of="few")
    page = opened.page
    page.locator("#keep-place").select_option("municipalities/haninge/")
    expect(page.locator("#keep button")).to_be_enabled()
    page.context.route("**/urgent/", lambda route: route.fulfill(status=503, body=""))
    page.locator("#keep button").click()
    expect(page.locator("#keep-status")).to_contain_text("Inget ligger kvar")
    assert page.evaluate(STORED) == NOTHING
    opened.faults.clear()  # the browser tells of the 503 that was made here


def test_a_new_build_renews_what_is_kept_and_fetches_only_that(
    browser: Browser, tmp_path: Path
) -> None:
    root = sites.a_root(tmp_path / "root", sites.HOLES, places=("0136", "0138", "0140"))
    site = sites.build_site(root, tmp_path / "site")
    with sites.served(site) as address:
        opened = Visit(browser, address)
        opened.go("sv/keep/")
        _keep(opened.page)
        record = sites.record_path(root, "partners/haninge")
        record.write_text(record.read_text("utf-8").replace("6067000", "6067999"), "utf-8")
        sites.build_site(root, site)
        opened.requests.clear()
        opened.go("sv/municipalities/haninge/")
        _wait(opened.page, RENEWED)
        asked = [one.removeprefix(address) for one in opened.requests]
        assert "assets/keep-sv.json" in asked
        assert not [one for one in asked if "urgent" in one]
        opened.page.context.set_offline(True)
        opened.go("sv/municipalities/haninge/")
        expect(opened.page.locator("a[href='tel:+4686067999']").first).to_be_attached()
        expect(opened.page.locator("a[href='tel:+4686067000']")).to_have_count(0)
        opened.close()
