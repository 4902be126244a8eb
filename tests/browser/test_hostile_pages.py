"""Records full of hostile strings, in a real browser: nothing runs, opens or loads."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.visits import Visit

PAGES = (
    *(
        "enterprises/hostile/",
        "partners/hostile/",
        "offers/hostile/",
        "projects/hostile/",
        "municipalities/danderyd/",
        "counties/01/",
    ),
    *("partners/", "offers/", "projects/", "enterprises/_0/", "municipalities/malmo/"),
)


def _harmless(opened: Visit) -> bool:
    """Whether nothing has run: the attacks would all set ``window.xss``."""
    return opened.page.evaluate("typeof window.xss") == "undefined" and opened.faults == []


@pytest.mark.parametrize("language", ["sv", "ar"])
@pytest.mark.parametrize("where", PAGES)
def test_nothing_runs(where: str, language: str, visit: Callable[..., Visit]) -> None:
    opened = visit(f"{language}/{where}", of="rich")
    assert (
        "window.xss=1" in opened.page.locator("main").inner_text() or "«" in opened.page.content()
    )
    opened.page.evaluate(
        "document.querySelectorAll('details').forEach(details => details.open = true)"
    )
    opened.page.evaluate(
        """() => document.querySelectorAll('main *').forEach(element => {
            for (const name of ['mouseover', 'focus', 'click', 'error', 'load'])
              element.dispatchEvent(new Event(name));
        })"""
    )
    for address in opened.page.locator("main a").evaluate_all(
        "links => links.map(link => String(link.getAttribute('href')))"
    ):
        assert address.startswith(("https://", "http://", "mailto:", "tel:", "sms:", "../", "#")), (
            address
        )
    assert opened.page.locator("main :is(script, img, iframe, style, textarea, title)").count() == 0
    assert _harmless(opened)


def test_the_attack_would_be_noticed(visit: Callable[..., Visit]) -> None:
    """The same string as HTML does run, so the other tests look at the right thing."""
    opened = visit("sv/enterprises/hostile/", of="rich")
    text = opened.page.locator("h1").inner_text()
    opened.page.locator("h1").evaluate("(element, text) => element.innerHTML = text", text)
    opened.page.wait_for_function("window.xss === 1")
    opened.faults.clear()


@pytest.mark.parametrize("language", ["sv", "ar", "so"])
def test_the_search_shows_hostile_names_as_text(language: str, visit: Callable[..., Visit]) -> None:
    opened = visit(f"{language}/search/", of="rich")
    opened.page.locator("#query").fill("xss")
    expect(opened.page.locator("#results a").first).to_be_visible()
    assert opened.page.locator("#results a").count() >= 4
    assert "<script>window.xss=1</script>" in opened.page.locator("#results").inner_text()
    assert opened.page.locator("#results :is(script, img, svg, iframe)").count() == 0
    assert _harmless(opened)


def test_a_hostile_address_of_the_search_page_is_only_words(visit: Callable[..., Visit]) -> None:
    opened = visit(
        "sv/search/#words=%3Cimg%20src%3Dx%20onerror%3D%22window.xss%3D1%22%3E", of="rich"
    )
    assert opened.page.locator("#query").input_value() == '<img src=x onerror="window.xss=1">'
    assert opened.page.locator("main img").count() == 0
    assert _harmless(opened)
