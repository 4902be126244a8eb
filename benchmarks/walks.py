"""Three walks on a slow phone, from the first page to a number to call: taps, seconds, words.

``make site && python -m benchmarks.walks`` walks through the site in ``site/``, in Chromium, on a
processor slowed four times and a line of 1.6 Mbit/s with 150 ms to the server (Lighthouse's slow
4G), by a server that compresses. The seconds are those that the person waits; the words are those
of the person's language that come into view, each text once, without the list of municipalities
below the box in which one types.
"""

import gzip
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect, sync_playwright

from benchmarks.generate import REPOSITORY
from tests.browser.visits import launch
from tests.site.sites import Handler, served

SITE = REPOSITORY / "site"
SLOWER = 4
LINE = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 94_000}
"""In bytes a second and milliseconds."""
TAPS, SECONDS, WORDS = 8, 10.0, 250
"""The most that a walk may take."""

SEEN = """language => {
  const inView = node => {
    const range = document.createRange();
    range.selectNodeContents(node);
    const { top, bottom, width } = range.getBoundingClientRect();
    return width > 0 && bottom > 0 && top < innerHeight;
  };
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const texts = [];
  const own = document.querySelector('.chooser') ? `[lang="${language}"]` : '*';
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    if (!parentElement.checkVisibility() || parentElement.closest('.hidden')) continue;
    if (parentElement.getBoundingClientRect().height <= 1) continue;
    if (!parentElement.closest(own) || parentElement.closest('.county')) continue;
    if (textContent.trim() && inView(walker.currentNode)) texts.push(textContent.trim());
  }
  return texts;
}"""
"""The texts in view; where the languages are chosen, only those of one."""


@dataclass(frozen=True, slots=True)
class Walk:
    """A person's way: the language's way in, what they say and answer, and where they live."""

    name: str
    language: str
    screen: ViewportSize
    says: str
    answers: tuple[str, ...]
    types: str
    place: str


WALKS = (
    Walk(
        "Arabic, Haninge",
        "ar",
        {"width": 360, "height": 740},
        "sjuk",
        ("sjuk-utan-sgi", "skydd", "flykting"),
        "هانينغه",
        "haninge",
    ),
    Walk(
        "Somali, Östersund",
        "so",
        {"width": 320, "height": 640},
        "hyra",
        ("skydd", "flykting", "etablering-avslutad"),
        "ostersund",
        "ostersund",
    ),
    Walk(
        "Easy Swedish, Malmö",
        "sv-simple",
        {"width": 360, "height": 740},
        "slut",
        ("etablering-avslutad", "skydd", "flykting"),
        "malmö",
        "malmo",
    ),
)


@dataclass(slots=True)
class Walked:
    """What a walk took: taps, seconds of waiting, words in view, and the number that it led to."""

    taps: int = 0
    seconds: float = 0.0
    words: int = 0
    number: str = ""


class Compressing(Handler):
    """Serves what is text compressed, as hosts do."""

    def do_GET(self) -> None:  # noqa: N802 (http.server calls it so)
        """Sends a file, compressed."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        content = gzip.compress(file.read_bytes())
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def main() -> None:
    """Prints a row for each walk."""
    print("| walk | taps | waiting, s | words in view | number |")
    print("|---|---|---|---|---|")
    with served(SITE, Compressing) as address, sync_playwright() as playwright:
        browser = launch(playwright)
        for one in WALKS:
            found = walk(browser, address, one)
            print(
                f"| {one.name} | {found.taps} | {found.seconds:.1f} | {found.words} "
                f"| {found.number} |",
                flush=True,
            )
        browser.close()


def walk(browser: Browser, address: str, one: Walk) -> Walked:
    """Walks from the way in to the number in view. Raises AssertionError where it leads nowhere."""
    page = browser.new_page(viewport=one.screen, has_touch=True)
    _slowed(page)
    walked, seen = Walked(), set[str]()
    page.goto(address)
    for target, shown in _steps(page, one):
        seen |= {*page.evaluate(SEEN, one.language)}
        begin = time.monotonic()
        target.tap()
        expect(shown).to_be_visible(timeout=30_000)
        walked.seconds += time.monotonic() - begin
        walked.taps += 1
    number = page.locator(".guide__lead .phone").first
    expect(number).to_be_in_viewport()
    seen |= {*page.evaluate(SEEN, one.language)}
    walked.words = sum(len(text.split()) for text in seen)
    walked.number = str(number.text_content())
    page.close()
    return walked


def _slowed(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def _steps(page: Page, one: Walk) -> Iterator[tuple[Locator, Locator]]:
    """What to tap, one thing after the other, and what must then be seen."""
    say = page.locator(f".home .sayings a[href*='from={one.says}']")
    yield page.locator(f"main a[lang={one.language}]"), say
    question, field = page.locator(".guide__step:visible .options"), page.locator("#filter")
    yield say, question
    for code in one.answers:
        yield (
            page.locator(f":is([data-ask='{code}'], [data-situation='{code}']):visible"),
            question.or_(field),
        )
    while field.or_(question).is_visible() and question.is_visible():
        yield page.locator(".guide__unknown"), question.or_(field)
    yield field, field
    field.fill(one.types)
    yield (
        page.locator(f".county a[href*='/municipalities/{one.place}/']"),
        page.locator(".guide__lead .phone").first,
    )


if __name__ == "__main__":
    main()
