"""The frame by keyboard, wide and narrow: skip link, menu, search opener, language switcher."""

from collections.abc import Callable

import pytest

from tests.browser.visits import NARROW, WIDE, Visit

LANGUAGES = ("sv", "ar", "so")
WHERE = "enterprises/yalla-trappan/"
MOST = 25
"""More stops than this before reaching something are too many."""


def _stops(visit: Visit, until: str, key: str = "Tab") -> list[str]:
    """Presses a key until the focus matches ``until``; the focus must show at every stop."""
    stops: list[str] = []
    for _ in range(MOST):
        visit.page.keyboard.press(key)
        stops.append(visit.focused())
        assert visit.focus_shows(), f"the focus does not show: {stops}"
        if visit.page.evaluate("selector => document.activeElement.matches(selector)", until):
            return stops
    raise AssertionError(f"{until} is not reached: {stops}")


@pytest.fixture(
    params=[(language, width) for language in LANGUAGES for width in (WIDE, NARROW)],
    ids=lambda p: f"{p[0]}-{p[1]}",
)
def opened(request: pytest.FixtureRequest, visit: Callable[..., Visit]) -> Visit:
    """A record's page in a language at a width."""
    language, width = request.param
    return visit(f"{language}/{WHERE}", width=width)


def _width(visit: Visit) -> int:
    return int(visit.page.viewport_size["width"])  # type: ignore[index]


def test_the_first_stop_leads_past_the_top(opened: Visit) -> None:
    assert len(_stops(opened, ".skip")) == 1
    opened.page.keyboard.press("Enter")
    assert opened.page.evaluate("document.activeElement.id") == "content"
    opened.page.keyboard.press("Tab")
    assert opened.page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_order_of_stops_is_that_of_the_page(opened: Visit) -> None:
    """Reading order: from the top and, within a line, in the language's direction."""
    _stops(
        opened, "[popovertarget=languages]" if _width(opened) == WIDE else "[popovertarget=menu]"
    )
    places = opened.page.evaluate(
        """() => [...document.querySelectorAll('.top a, .top button')]
            .filter(e => e.checkVisibility())
            .map(e => e.getBoundingClientRect())
            .map(r => [Math.round(r.top), Math.round(r.left)])"""
    )
    sign = -1 if opened.page.locator("html").get_attribute("dir") == "rtl" else 1
    assert places == sorted(places, key=lambda place: (place[0], sign * place[1]))


def test_the_menu_opens_leads_on_and_closes(opened: Visit) -> None:
    menu = opened.page.locator("#menu")
    if _width(opened) == NARROW:
        assert not menu.is_visible()
        _stops(opened, "[popovertarget=menu]")
        opened.page.keyboard.press("Enter")
        assert menu.is_visible()
        _stops(opened, "#menu a")
        opened.page.keyboard.press("Escape")
        assert not menu.is_visible()
        assert opened.page.evaluate("document.activeElement.matches('[popovertarget=menu]')")
        opened.page.keyboard.press("Space")
        assert menu.is_visible()
    _stops(opened, "#menu a[href$='/offers/']")
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_url("**/offers/")


def test_the_search_is_reached_and_takes_the_words(opened: Visit) -> None:
    _stops(opened, "button.top__search")
    opened.page.keyboard.press("Enter")
    assert opened.page.evaluate("document.activeElement.id") == "box-words"
    assert opened.focus_shows()
    opened.page.keyboard.type("Malmö")
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_url("**/search/#words=*")
    opened.page.locator("#results a").first.wait_for()
    _stops(opened, "#results a")
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_url(lambda address: "/search/" not in address)


def test_the_language_switcher_opens_keeps_the_page_and_closes(opened: Visit) -> None:
    box = opened.page.locator("#languages")
    _stops(opened, "[popovertarget=languages]")
    opened.page.keyboard.press("Enter")
    assert box.is_visible()
    opened.page.keyboard.press("Escape")
    assert not box.is_visible()
    assert opened.page.evaluate("document.activeElement.matches('[popovertarget=languages]')")
    opened.page.keyboard.press("Enter")
    _stops(opened, "#languages a[lang=en]")
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_url(f"**/en/{WHERE}")
    assert opened.page.locator("html").get_attribute("lang") == "en"


def _buttons(visit: Visit) -> dict[str, bool]:
    """The buttons that open something, as screen readers are told: name, and whether expanded."""
    session = visit.page.context.new_cdp_session(visit.page)
    return {
        node["name"]["value"]: fact["value"]["value"]
        for node in session.send("Accessibility.getFullAXTree")["nodes"]
        if node.get("role", {}).get("value") == "button" and not node["ignored"]
        for fact in node["properties"]
        if fact["name"] == "expanded"
    }


def test_the_state_of_the_buttons_is_told(opened: Visit) -> None:
    before = _buttons(opened)
    assert len(before) > (2 if _width(opened) == WIDE else 3), (
        "search, languages, on a phone the menu, and the words of the glossary"
    )
    assert not any(before.values())
    assert all(name.strip() for name in before)
    opened.page.locator("[popovertarget=languages]").click()
    after = _buttons(opened)
    assert len(after) == len(before)
    assert sum(after.values()) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "where",
    ["", "municipalities/malmo/", "counties/12/", "offers/", "offers/sfi/", "search/", "about/"],
)
def test_the_switcher_keeps_every_kind_of_page(
    where: str, language: str, visit: Callable[..., Visit]
) -> None:
    opened = visit(f"{language}/{where}")
    other = "so" if language != "so" else "ar"
    opened.page.locator("[popovertarget=languages]").click()
    opened.page.locator(f"#languages a[lang={other}]").click()
    opened.page.wait_for_url(f"**/{other}/{where}")
    html = opened.page.locator("html")
    assert (html.get_attribute("lang"), html.get_attribute("dir")) == (
        other,
        "rtl" if other == "ar" else "ltr",
    )
    assert opened.page.locator("#languages a[aria-current]").get_attribute("lang") == other


def test_boxes_of_a_municipality_open_by_keyboard(visit: Callable[..., Visit]) -> None:
    opened = visit("so/municipalities/malmo/", width=NARROW)
    opened.page.locator("summary").first.focus()
    opened.page.keyboard.press("Enter")
    assert opened.page.locator("details").first.get_attribute("open") is not None
    opened.page.keyboard.press("Tab")
    assert opened.page.evaluate(
        "document.querySelector('details').contains(document.activeElement)"
    )
