"""Browser visits to the site: keeps console messages and requests, and checks pages with axe."""

import os
import shutil
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Playwright, Request, Response

from tests.site import sites

NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
"""The first is headless Chromium, which opens a tab in a quarter of the time."""
ARGUMENTS = (
    *(
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
    ),
    *("--disable-component-update", "--disable-sync", "--font-render-hinting=none"),
)
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
WIDE, NARROW, NARROWEST = 1280, 360, 320
"""Widths in CSS pixels; the narrowest also equals 1280 at 400 % (WCAG 2.2, 1.4.10)."""


def launch(playwright: Playwright, fonts: Path | None = None) -> Browser:
    """Starts the browser of VAGVISARE_BROWSER, else Chromium or Chrome in PATH, else Playwright's.

    ``fonts`` is fontconfig's configuration; without it the browser has the machine's fonts.
    """
    path = os.environ.get("VAGVISARE_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)
    environment: dict[str, str | float | bool] = {
        **os.environ,
        **({"FONTCONFIG_FILE": str(fonts)} if fonts else {}),
    }
    return playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS), env=environment)


@cache
def _axe() -> str:
    file = sites.node_modules() / "axe-core" / "axe.min.js"
    assert file.is_file(), "axe-core is missing: npm ci --ignore-scripts"
    return file.read_text("utf-8")


class Visit:
    """A tab with its own cookies and cache. ``faults`` are what went wrong on its pages."""

    def __init__(
        self, browser: Browser, base: str, width: int = WIDE, height: int = 800, **facts: Any
    ) -> None:
        facts = {"reduced_motion": "reduce", "color_scheme": "light"} | facts
        self.base = base
        self.faults: list[str] = []
        self.requests: list[str] = []
        self._context = browser.new_context(viewport={"width": width, "height": height}, **facts)
        self._context.route(
            lambda address: not address.startswith(base), lambda route: route.abort()
        )
        self._context.on("request", self._requested)
        self._context.on("response", self._answered)
        self.page = self._context.new_page()
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.faults.append(f"{self.page.url}: {error}"))
        self.page.on("dialog", self._asked)

    def go(self, where: str) -> None:
        """Opens a page of the site."""
        self.page.goto(self.base + where)

    def close(self) -> None:
        """Closes the tab."""
        self._context.close()

    def _requested(self, request: Request) -> None:
        self.requests.append(request.url)
        if not request.url.startswith(self.base):
            self.faults.append(f"{self.page.url}: asks for {request.url}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.faults.append(f"{self.page.url}: {response.status} for {response.url}")

    def _asked(self, dialog: Dialog) -> None:
        self.faults.append(f"{self.page.url}: dialog {dialog.message}")
        dialog.dismiss()

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.faults.append(f"{self.page.url}: {message.type}: {message.text}")

    # --- looking ----------------------------------------------------------------------------------

    def axe(self, *only: str) -> list[str]:
        """Axe's violations of the rules in ``only``, else of RULES: each with its first nodes."""
        if not self.page.evaluate("typeof axe === 'object'"):
            self.page.evaluate(_axe())
        run = (
            {"type": "rule", "values": list(only)}
            if only
            else {"type": "tag", "values": list(RULES)}
        )
        found = self.page.evaluate(
            "run => axe.run({runOnly: run, resultTypes: ['violations']})", run
        )
        return [_in_words(violation) for violation in found["violations"]]

    def axe_in_dark(self) -> list[str]:
        """What axe says about contrast in dark colours."""
        self.page.emulate_media(color_scheme="dark")
        found = self.axe("color-contrast", "link-in-text-block")
        self.page.emulate_media(color_scheme="light")
        return [f"dark: {fault}" for fault in found]

    def overflow(self) -> int:
        """The number of pixels by which the page is wider than the window."""
        return int(
            self.page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
        )

    def focused(self) -> str:
        """The focused element, as ``tag#id.class: text``."""
        return str(
            self.page.evaluate(
                "(e => `${e.localName}${e.id ? '#' + e.id : ''}"
                "${e.className ? '.' + e.className : ''}: ${e.textContent.trim()}`)"
                "(document.activeElement)"
            )
        )

    def focus_shows(self) -> bool:
        """Whether the focused element is visible, uncovered and outlined by at least 2 pixels."""
        return bool(self.page.evaluate(_FOCUS_SHOWS))


_FOCUS_SHOWS = """() => {
  const element = document.activeElement, style = getComputedStyle(element);
  const rects = [...element.getClientRects()], box = rects[0];
  if (!box || !element.matches(':focus-visible')) return false;
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return false;
  const top = document.elementFromPoint(x, y);
  const uncovered = element === top || element.contains(top);
  return uncovered && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
}"""


def _in_words(violation: dict[str, Any]) -> str:
    nodes = [
        f"{node['html'][:160]} ({' '.join(map(str, node['target']))}: "
        f"{node.get('failureSummary', '')[:200]})"
        for node in violation["nodes"][:3]
    ]
    return f"{violation['id']} ×{len(violation['nodes'])}: {'; '.join(nodes)}"
