"""Recordings: played beside their text without script, and in its place when read aloud.

Nothing is loaded before.
"""

import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_read_aloud import DEVICE
from tests.browser.visits import NARROWEST, Visit
from tests.site import sites

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; media-src 'self'"
)
HEARD = """
window.heard = [];
const play = HTMLMediaElement.prototype.play;
HTMLMediaElement.prototype.play = function () {
  heard.push(this.currentSrc.split('/').at(-1) || this.src.split('/').at(-1));
  return play.call(this);
};
"""


class _Strict(sites.Handler):
    """Serves with a strict Content-Security-Policy."""

    def end_headers(self) -> None:
        """Adds the policy."""
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The site with recordings, behind a strict policy."""
    with sites.served(sites.recorded_site(), _Strict) as served:
        yield served


@pytest.fixture
def tab(browser: Browser, address: str) -> Iterator[Callable[..., Visit]]:
    """Opens a tab on a device with these voices; the test fails if one has ``faults``."""
    opened: list[Visit] = []

    def open_tab(where: str, voices: str = "[]", **facts: object) -> Visit:
        found = Visit(browser, address, **facts)
        opened.append(found)
        found.page.add_init_script(HEARD + DEVICE.replace("VOICES", voices))
        found.go(where)
        return found

    yield open_tab
    faults = [fault for one in opened for fault in one.faults]
    for one in opened:
        one.close()
    assert faults == []


def _wait(page: Page, until: str) -> None:
    """Waits until a condition in the page is true.

    Playwright's own way evaluates a text, which the policy forbids.
    """
    end = time.monotonic() + 20
    while not page.evaluate(until):
        assert time.monotonic() < end, until
        page.wait_for_timeout(50)


def _names(page: Page) -> list[str]:
    return [name.split(".")[0] for name in page.evaluate("heard")]


def test_reading_aloud_plays_recordings_and_says_the_rest(tab: Callable[..., Visit]) -> None:
    opened = tab("ar/offers/sfi/", "[['ar-SA', true]]")
    page = opened.page
    assert not [asked for asked in opened.requests if "/recordings/" in asked]
    assert page.locator(".recording audio").count() == 2
    assert opened.axe() == []
    page.locator("#read-aloud").click()
    _wait(page, "heard.length === 2 && !document.querySelector('.being-read')")
    assert _names(page) == ["sfi-ar", "step-ar"]
    said = [text for _, text in page.evaluate("said")]
    assert "دروس أساسية في اللغة السويدية للبالغين المقيمين في السويد. مجانية." not in said
    assert "قدم طلبا إلى البلدية." not in said
    assert "اتصل بتعليم الكبار أو بمركز sfi في بلديتك." in said
    assert not [text for text in said if "CC BY" in text]


def test_without_a_voice_there_is_a_button_all_the_same_and_it_stops(
    tab: Callable[..., Visit],
) -> None:
    page = tab("so/privacy/", width=NARROWEST).page
    page.add_init_script("Object.defineProperty(window, 'speechSynthesis', {value: undefined})")
    page.reload()
    button = page.locator("#read-aloud")
    expect(button).to_be_visible()
    page.evaluate("document.querySelector('audio').loop = true")
    start = button.inner_text()
    button.click()
    _wait(page, "!document.querySelector('audio').paused")
    assert page.locator("article.being-read").count() == 1
    page.keyboard.press("Escape")
    assert page.evaluate("document.querySelector('audio').paused")
    assert button.inner_text() == start
    button.click()
    _wait(page, "!document.querySelector('audio').paused")
    page.evaluate("document.querySelector('audio').pause()")
    expect(button).to_have_text(start)
    assert page.locator(".being-read").count() == 0


def test_a_recording_that_cannot_be_had_is_said_instead(tab: Callable[..., Visit]) -> None:
    opened = tab("so/offers/sfi/", "[['so-SO', true]]")
    opened.page.route(
        "**/recordings/**",
        lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"),
    )
    opened.page.locator("#read-aloud").click()
    _wait(opened.page, "said.length > 20 && !document.querySelector('.being-read')")
    assert _names(opened.page) == ["sfi-so"]
    assert any(text.startswith("Casharro aasaasi ah") for _, text in opened.page.evaluate("said"))


def test_easy_swedish_is_read_where_it_is_shown(tab: Callable[..., Visit]) -> None:
    opened = tab("sv/offers/sfi/", "[['sv-SE', true]]")
    page = opened.page
    assert page.locator(".recording:visible").count() == 1
    page.locator("#easy").click()
    assert page.locator(".recording:visible").count() == 1
    assert opened.axe() + opened.axe_in_dark() == []
    page.locator("#read-aloud").click()
    _wait(page, "said.length > 20 && !document.querySelector('.being-read')")
    assert _names(page) == ["sfi-sv-simple"]
    said = " ".join(text for _, text in page.evaluate("said"))
    assert "Du behöver inte ha ett personnummer." in said
    assert "Lagen kräver inte" not in said
    assert "Lätt svenska" not in said


def test_without_script_a_recording_can_be_played_and_fits(tab: Callable[..., Visit]) -> None:
    opened = tab("ar/offers/sfi/", width=NARROWEST, java_script_enabled=False)
    player = opened.page.locator(".recording audio").first
    assert player.is_visible()
    assert player.get_attribute("preload") == "none"
    assert player.bounding_box()["height"] >= 44
    assert not [asked for asked in opened.requests if "/recordings/" in asked]
