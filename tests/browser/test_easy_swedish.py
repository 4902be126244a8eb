"""Easy Swedish instead of ordinary: set by a switch, kept between pages, nothing else stored."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.visits import NARROWEST, Visit

KEPT = (
    "Object.entries({...localStorage, ...sessionStorage})"
    ".concat(document.cookie ? [document.cookie] : [])"
)
ORDINARY, EASY = "Grundläggande undervisning i svenska", "Du får lära dig svenska från början."


def _seen(page: Page) -> tuple[bool, bool]:
    lead = page.locator(".lead")
    return lead.get_by_text(ORDINARY).is_visible(), lead.get_by_text(EASY).is_visible()


def test_the_switch_shows_the_other_text_and_is_kept_until_it_is_switched_off(
    visit: Callable[..., Visit],
) -> None:
    opened = visit("sv/offers/sfi/")
    page = opened.page
    switch = page.locator("#easy")
    assert _seen(page) == (True, False)
    assert page.evaluate(KEPT) == []
    assert opened.axe() == []
    assert switch.bounding_box()["height"] >= 44
    switch.focus()
    page.keyboard.press("Enter")
    expect(switch).to_have_attribute("aria-pressed", "true")
    assert _seen(page) == (False, True)
    assert opened.axe() + opened.axe_in_dark() == []
    assert page.evaluate(KEPT) == [["vagvisare-easy-swedish", "on"]]
    page.emulate_media(media="print")
    assert _seen(page) == (False, True)
    page.emulate_media(media="screen")
    opened.go("sv/offers/")
    expect(page.locator("#easy")).to_have_attribute("aria-pressed", "true")
    assert page.locator("[data-record=sfi]").inner_text().count(EASY) == 1
    opened.go("ar/offers/sfi/")
    assert page.locator("#easy, .easy, .ordinary").count() == 0
    opened.go("sv/offers/sfi/")
    assert _seen(page) == (False, True)
    page.locator("#easy").click()
    assert _seen(page) == (True, False)
    assert page.evaluate(KEPT) == []
    page.go_back()
    page.go_back()
    expect(page.locator("#easy")).to_have_attribute("aria-pressed", "false")


def test_what_scripts_show_and_what_a_word_means_follow_the_switch(
    visit: Callable[..., Visit],
) -> None:
    opened = visit("sv/search/#words=sfi")
    page = opened.page
    card = page.locator(".found", has_text="Svenska för invandrare (sfi)").first
    expect(card).to_contain_text(ORDINARY)
    page.locator("#easy").click()
    assert card.get_by_text(EASY).is_visible()
    assert not card.get_by_text(ORDINARY).is_visible()
    opened.go("sv/offers/#needs=svenska")
    card = page.locator("#results .card", has_text="Svenska för invandrare (sfi)")
    expect(card).to_have_count(1)
    assert EASY in page.locator("#results").inner_text()
    opened.go("sv/offers/sfi/")
    page.locator("[popovertarget=w-behöver-mer-svenska]").click()
    explained = page.locator("#w-behöver-mer-svenska").inner_text().split("\n")
    assert explained[:2] == ["Behöver mer svenska.", "Du behöver kunna mer svenska."]


def test_no_text_changes_once_the_page_is_painted(visit: Callable[..., Visit]) -> None:
    opened = visit("sv/offers/sfi/")
    opened.page.locator("#easy").click()
    opened.page.add_init_script(
        "new PerformanceObserver(l => (window.shifts ??= []).push(...l.getEntries()))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    opened.page.reload(wait_until="networkidle")
    assert opened.page.evaluate("window.shifts?.length ?? 0") == 0
    assert _seen(opened.page) == (False, True)


def test_where_the_device_keeps_nothing_the_switch_holds_for_the_page(
    visit: Callable[..., Visit],
) -> None:
    opened = visit("sv/offers/sfi/")
    opened.page.add_init_script(
        "Object.defineProperty(window, 'localStorage',"
        " {get() { throw new DOMException('', 'SecurityError'); }})"
    )
    opened.page.reload()
    opened.page.locator("#easy").click()
    assert _seen(opened.page) == (False, True)


def test_without_script_both_can_be_read(visit: Callable[..., Visit]) -> None:
    opened = visit("sv/offers/sfi/", width=NARROWEST, java_script_enabled=False)
    assert _seen(opened.page) == (True, True)
    assert opened.page.locator(".lead .easy__label").inner_text() == "Lätt svenska:"
    assert not opened.page.locator("#easy").is_visible()
