"""Other ways to look: on paper, in forced colours, with big text."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator

from tests.browser.visits import NARROW, Visit

LANGUAGES = ("sv", "ar", "so")
WIDER = """
* {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important
}
p { margin-bottom: 2em !important }
"""


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


# --- on paper -------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_has_the_facts_and_no_chrome(
    scheme: str, language: str, visit: Callable[..., Visit]
) -> None:
    opened = visit(f"{language}/enterprises/rich/", of="rich", color_scheme=scheme)
    page = opened.page
    page.emulate_media(media="print")
    for chrome in (".top", ".trail", ".skip", ".button", ".bottom nav"):
        assert page.locator(chrome).first.is_hidden(), chrome
    for fact in ("h1", ".phone", ".hours", ".facts", ".state"):
        assert page.locator(fact).first.is_visible(), fact
    assert opened.axe("color-contrast") == []
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_paper_has_the_sources_with_their_addresses(
    language: str, visit: Callable[..., Visit]
) -> None:
    page = visit(f"{language}/enterprises/rich/", of="rich").page
    source = page.locator(".sources li").first
    assert page.locator(".sources").get_attribute("open") is None
    assert not _seen(source)
    page.emulate_media(media="print")
    assert _seen(source)
    link = source.locator("a")
    assert link.evaluate("e => getComputedStyle(e, '::after').content") != "none"
    after = link.evaluate("e => getComputedStyle(e, '::after')['content']")
    address = "https://verkstan.example/arsredovisning/2025/sida/om/ekonomin.pdf"
    assert address in after or "attr(href)" in after


def _seen(element: Locator) -> bool:
    facts = "{contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true}"
    return bool(
        element.evaluate(f"e => e.checkVisibility({facts}) && e.getBoundingClientRect().height > 0")
    )


def test_paper_has_the_offers_of_every_need(language: str, visit: Callable[..., Visit]) -> None:
    page = visit(f"{language}/municipalities/malmo/").page
    page.emulate_media(media="print")
    cards = page.locator(".need .card")
    assert cards.count() > 10
    assert all(_seen(card) for card in cards.all())


@pytest.mark.parametrize("where", ["", "offers/sfi/", "municipalities/malmo/"])
def test_a_page_can_be_printed(where: str, language: str, visit: Callable[..., Visit]) -> None:
    paper = visit(f"{language}/{where}").page.pdf(format="A4")
    assert paper.startswith(b"%PDF")
    assert paper.count(b"/Type /Page\n") + paper.count(b"/Type /Page ") < 20


# --- forced colours -------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_keep_buttons_icons_and_focus(
    scheme: str, language: str, visit: Callable[..., Visit]
) -> None:
    opened = visit(
        f"{language}/enterprises/rich/",
        of="rich",
        forced_colors="active",
        color_scheme=scheme,
        width=NARROW,
    )
    page = opened.page
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    assert page.evaluate(
        "[...document.querySelectorAll('*')].every("
        "e => getComputedStyle(e).forcedColorAdjust !== 'none' || e.closest('svg'))"
    )
    page.keyboard.press("Tab")
    assert opened.focus_shows()
    icon = page.locator("[popovertarget=menu] svg")
    assert icon.evaluate(
        "e => getComputedStyle(e).fill !== getComputedStyle(e.parentElement).backgroundColor"
    )
    page.locator("[popovertarget=menu]").click()
    assert page.locator("#menu").evaluate(
        "e => getComputedStyle(e).borderTopStyle !== 'none'"
        " && parseFloat(getComputedStyle(e).borderTopWidth) >= 1"
    )
    assert opened.axe("color-contrast") == []


# --- big text -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "where", ["", "municipalities/malmo/", "offers/sfi/", "search/", "social-enterprises/"]
)
def test_text_twice_as_big_fits(where: str, language: str, visit: Callable[..., Visit]) -> None:
    """WCAG 2.2, 1.4.4, with the reader's own base size of 32 px on a narrow screen."""
    opened = visit(f"{language}/{where}", width=640)
    opened.page.add_style_tag(content="html { font-size: 200% !important }")
    assert opened.overflow() <= 0


@pytest.mark.parametrize("where", ["", "enterprises/rich/", "offers/sfi/", "municipalities/malmo/"])
def test_text_spacing_can_be_widened(
    where: str, language: str, visit: Callable[..., Visit]
) -> None:
    """WCAG 2.2, 1.4.12: nothing is cut off or pushed out."""
    opened = visit(f"{language}/{where}", of="rich", width=NARROW)
    opened.page.add_style_tag(content=WIDER)
    assert opened.overflow() <= 0
    cut = opened.page.evaluate(
        """() => [...document.querySelectorAll('main *')]
            .filter(e => e.checkVisibility() && !e.closest('.hidden'))
            .filter(e => getComputedStyle(e).overflow === 'hidden')
            .filter(e => e.scrollHeight > e.clientHeight + 1)
            .map(e => e.outerHTML.slice(0, 100))"""
    )
    assert cut == []
