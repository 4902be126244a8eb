"""What a reader has chosen survives a change of language, "back", reload and a shared address.

It is in the address's fragment on every kind of page (fragment.js), and in no storage.
"""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visits import Visit


class State(NamedTuple):
    """A kind of page, something a reader does there, and what must be seen afterwards."""

    where: str
    chosen: Callable[[Page], object]
    seen: Callable[[Page], None]


def _tick_an_industry(page: Page) -> None:
    page.locator("#finder[data-ready]").wait_for()
    page.locator("[data-facet=industries]").evaluate("box => { box.open = true; }")
    page.locator("[data-facet=industries] li:not([data-none]) input").first.check()


def _one_industry(page: Page) -> None:
    page.locator("#finder[data-ready]").wait_for()
    expect(page.locator("#chosen .chip--chosen")).to_have_count(1)
    expect(page.locator("#choices [name=industries]:checked")).to_have_count(1)


def _want_more(page: Page) -> None:
    page.locator("#finder[data-ready]").wait_for()
    page.locator("#sort").select_option("freshness")
    page.locator("#results .more").click()


def _more_by_freshness(page: Page) -> None:
    page.locator("#finder[data-ready]").wait_for()
    expect(page.locator("#sort")).to_have_value("freshness")
    expect(page.locator("#results .card").nth(30)).to_be_attached()


def _look_for_a_word(page: Page) -> None:
    page.locator("#filter").fill("sjukpenning")


def _few_words(page: Page) -> None:
    expect(page.locator("#filter")).to_have_value("sjukpenning")
    assert 0 < page.locator(".glossary__word:not([hidden])").count() < 10


def _at_a_word(page: Page) -> None:
    assert page.evaluate("document.querySelector(':target').id") == "aktivitetsstöd"
    expect(page.locator(":target")).to_be_in_viewport()


def _look_for_a_place(page: Page) -> None:
    page.locator("#filter").fill("haninge")


def _one_place(page: Page) -> None:
    expect(page.locator(".county:not([hidden]) li:not([hidden])")).to_have_count(1)


def _search(page: Page) -> None:
    page.locator("#query").fill("haninge")
    page.locator("#results .card").first.wait_for()


def _found(page: Page) -> None:
    expect(page.locator("#query")).to_have_value("haninge")
    page.locator("#results .card").first.wait_for()


def _ask_for_coverage(page: Page) -> None:
    page.locator("#c-need").select_option(index=2)
    page.locator("#c-county").select_option("12")


def _coverage(page: Page) -> None:
    expect(page.locator("#c-county")).to_have_value("12")
    assert page.locator("#c-need").evaluate("one => one.selectedIndex") == 2


def _tick_a_line(page: Page) -> None:
    page.locator(".showcard [data-kind] input").last.check()


def _ticked_line(page: Page) -> None:
    expect(page.locator(".showcard [data-kind] input").last).to_be_checked()


def _choose_where(page: Page) -> None:
    page.locator("#where").select_option("0136")


def _where(page: Page) -> None:
    expect(page.locator("#where")).to_have_value("0136")


STATES = {
    "a narrowed list": State("enterprises/", _tick_an_industry, _one_industry),
    "a long list": State("partners/", _want_more, _more_by_freshness),
    "the glossary, narrowed": State("glossary/", _look_for_a_word, _few_words),
    "the municipalities, narrowed": State("municipalities/", _look_for_a_place, _one_place),
    "a search": State("search/", _search, _found),
    "where the holes are": State("coverage/", _ask_for_coverage, _coverage),
    "a card": State("offers/sfi/card/", _tick_a_line, _ticked_line),
    "a municipality's card": State("municipalities/haninge/card/", _tick_a_line, _ticked_line),
    "a language": State("languages/so/", _choose_where, _where),
}


@pytest.fixture(params=STATES)
def state(request: pytest.FixtureRequest) -> State:
    return STATES[str(request.param)]


@pytest.fixture
def chosen(state: State, visit: Callable[..., Visit]) -> Visit:
    """The page in Swedish, with something chosen."""
    opened: Visit = visit(f"sv/{state.where}")
    state.chosen(opened.page)
    state.seen(opened.page)
    return opened


def _in_language(page: Page, language: str) -> None:
    page.locator("[popovertarget=languages]").click()
    page.locator(f"#languages a[lang={language}]").click()
    page.wait_for_url(f"**/{language}/**")


def test_another_language_shows_the_same(state: State, chosen: Visit) -> None:
    for language in ("ar", "so", "sv"):
        _in_language(chosen.page, language)
        state.seen(chosen.page)


def test_a_reload_shows_the_same(state: State, chosen: Visit) -> None:
    chosen.page.reload()
    state.seen(chosen.page)


def test_back_shows_the_same(state: State, chosen: Visit) -> None:
    chosen.page.locator(".bottom a[href$='/about/']").click()
    chosen.page.wait_for_url("**/about/")
    chosen.page.go_back()
    state.seen(chosen.page)


def test_a_shared_address_shows_the_same(
    state: State, chosen: Visit, visit: Callable[..., Visit]
) -> None:
    shared = visit(chosen.page.url.removeprefix(chosen.base))
    state.seen(shared.page)


def test_nothing_of_it_is_stored(chosen: Visit) -> None:
    kept = "[localStorage.length, sessionStorage.length, document.cookie]"
    assert chosen.page.evaluate(kept) == [0, 0, ""]


def test_a_place_on_a_page_survives_the_change_of_language(visit: Callable[..., Visit]) -> None:
    opened = visit("sv/glossary/#aktivitetsstöd")
    _at_a_word(opened.page)
    _in_language(opened.page, "so")
    _at_a_word(opened.page)


def test_back_takes_back_what_narrowed_a_list(visit: Callable[..., Visit]) -> None:
    opened = visit("sv/enterprises/")
    _tick_an_industry(opened.page)
    _one_industry(opened.page)
    opened.page.locator("[data-view=table]").click()
    expect(opened.page.locator("[data-view=table]")).to_have_attribute("aria-pressed", "true")
    opened.page.go_back()
    expect(opened.page.locator("[data-view=cards]")).to_have_attribute("aria-pressed", "true")
    _one_industry(opened.page)
    opened.page.go_back()
    expect(opened.page.locator("#chosen .chip--chosen")).to_have_count(0)
    opened.page.go_forward()
    _one_industry(opened.page)


NO_NAMES = ("constructor", "__proto__", "toString", "%", "999999999")


@pytest.mark.parametrize("where", sorted({one.where for one in STATES.values()}))
def test_an_address_that_says_nonsense_is_harmless(where: str, visit: Callable[..., Visit]) -> None:
    opened = visit("sv/about/")
    said = ("sort", "view", "columns", "compare", "more", "show", "need", "situation", "county")
    for name in NO_NAMES:
        choices = "&".join(f"{one}={name}" for one in (*said, "municipality", "filter", name))
        opened.go(f"sv/{where}#{choices}")
        opened.page.reload()
        opened.page.wait_for_load_state("networkidle")
        assert opened.page.locator("h1").is_visible()
        assert not opened.page.locator(".finder--failed").count()
