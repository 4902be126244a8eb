"""Takes README's pictures of the built site: ``screenshots/<language>.png``. The browser is the one of VAGVISARE_BROWSER."""

import os
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PAGES = {"ar": "ar/municipalities/malmo/", "sv": "sv/enterprises/basta-nykvarn/"}
WIDTH, HEIGHT = 1280, 800
LARGEST = 200_000
"""Bytes: README must open quickly."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing: the terminal is for what went wrong."""


def main() -> None:
    """Takes every picture. Ends the program with a message when one is too large."""
    folder = ROOT / "screenshots"
    folder.mkdir(exist_ok=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(ROOT / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["VAGVISARE_BROWSER"], args=["--no-sandbox"])
        for language, page in PAGES.items():
            take(browser, f"http://127.0.0.1:{server.server_port}/{page}", folder / f"{language}.png")
        browser.close()
    server.shutdown()


def take(browser: Browser, address: str, file: Path) -> None:
    """One picture of the top of a page, in light colours."""
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
