"""Takes README's pictures of the built site, ``screenshots/<language>.png``.

Run it with ``python -m scripts.screenshots``.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.fonts import configured
from tests.browser.visits import launch
from tests.site.sites import served

ROOT = Path(__file__).resolve().parent.parent
PAGES = {"ar": "ar/municipalities/malmo/", "sv": "sv/enterprises/basta-nykvarn/"}
WIDTH, HEIGHT = 1280, 800
LARGEST = 200_000
"""Bytes: README must open quickly."""


def main() -> None:
    """Takes every picture. Exits with a message if one is too large."""
    folder = ROOT / "screenshots"
    folder.mkdir(exist_ok=True)
    with (
        served(ROOT / "site") as address,
        sync_playwright() as playwright,
        tempfile.TemporaryDirectory() as fonts,
    ):
        browser = launch(playwright, configured("noto", Path(fonts)))
        for language, page in PAGES.items():
            take(browser, address + page, folder / f"{language}.png")
        browser.close()


def take(browser: Browser, address: str, file: Path) -> None:
    """Takes a picture of the top of a page, in light colours."""
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
    answer = page.goto(address)
    if answer is None or not answer.ok:
        sys.exit(f"{address} is not there.")
    page.screenshot(path=file)
    page.close()
    if file.stat().st_size > LARGEST:
        sys.exit(f"{file.name} has {file.stat().st_size} bytes: more than {LARGEST}.")


if __name__ == "__main__":
    main()
