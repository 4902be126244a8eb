"""Benchmark of the first search, beside other engines on the same records.

``python -m benchmarks.search``; see README.md. Slow means the conditions of the design
measurements: 1.44 Mbit/s, 562 ms before each answer, a processor slowed four times.
"""

import argparse
import gzip
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import Error as BrowserError

from benchmarks.searchsites import ENGINES, Made, directory_of
from tests.browser.visits import launch
from tests.site.sites import Handler, served

KILOBYTE = 1000
LATENCY, SPEED, SLOWER = 562, 1.44e6 / 8, 4
"""Milliseconds before an answer, bytes per second, and the factor that slows the processor."""
WORDS = "lokalvård"
"""A trade as spelled in names and texts, because plain engines know no synonyms."""
CARDS = 10
PATIENCE = 150_000
"""Milliseconds before a search is given up."""
SENT: list[tuple[str, int]] = []
"""Path and bytes of every answer of the server, those to workers included."""
FRAME = (".html", ".css", ".svg", "/")
"""What a page loads besides search: itself, its style, its icons."""
PACKED = (".html", ".js", ".json", ".css", ".svg")
"""What static hosts send compressed. Pagefind's own files are already compressed."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Cost of a first search with a cold cache.

    ``bytes``: all that the server sends until ten cards are shown, without the page, its style and
    icons. ``opened``: seconds from opening an address that contains the words. ``typed``: seconds
    from entering the words on the open page (ours only).
    """

    bytes: int
    opened: float
    typed: float | None


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("--records", type=int, nargs="+", default=[300, 10_000, 50_000])
    parser.add_argument("--engines", nargs="+", choices=list(ENGINES), default=list(ENGINES))
    options = parser.parse_args(arguments)
    heads = (
        "engine",
        "records",
        "kB until ten cards",
        "opened, s",
        "typed, s",
        "all counts, ms",
        "index, s",
        "work, s",
    )
    print(_line(heads), _line(["---"] * len(heads)), sep="\n")
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for number in options.records:
            directory = directory_of(number)
            for name in options.engines:
                with tempfile.TemporaryDirectory(prefix="vagvisare-search-") as folder:
                    made = ENGINES[name](directory, Path(folder))
                    print(_row(browser, name, number, Path(folder), made), flush=True)


def _row(browser: Browser, name: str, number: int, folder: Path, made: Made) -> str:
    index = [f"{made.seconds:.2f}", f"{made.work:.2f}"]
    with served(folder, _Host) as address:
        try:
            figures = _first_search(browser, address, made)
            counts = f"{_counts(browser, address, made):.1f}" if name == "vagvisare" else "-"
        except BrowserError as error:
            return _line(
                [name, f"{number:,}", str(error).splitlines()[0][:60], "-", "-", "-", *index]
            )
    typed = "-" if figures.typed is None else f"{figures.typed:.2f}"
    return _line(
        [
            name,
            f"{number:,}",
            f"{figures.bytes / KILOBYTE:.1f}",
            f"{figures.opened:.2f}",
            typed,
            counts,
            *index,
        ]
    )


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


# --- measuring ------------------------------------------------------------------------------------


def _first_search(browser: Browser, address: str, made: Made) -> Figures:
    with _slow_page(browser) as page:
        SENT.clear()
        page.goto(address + made.page % quote(WORDS), wait_until="commit")
        opened = _until_shown(page)
        total = sum(size for path, size in SENT if not path.endswith(FRAME))
    if not made.page.startswith("sv/"):
        return Figures(total, opened, None)
    with _slow_page(browser) as page:
        # Whoever comes to the page has not touched the box yet.
        page.add_init_script("HTMLElement.prototype.focus = () => {}")
        page.goto(address + made.page.partition("#")[0])
        page.evaluate(
            "words => { window.from = performance.now();"
            " const box = document.getElementById('query'); box.value = words;"
            " box.form.requestSubmit() }",
            WORDS,
        )
        return Figures(total, opened, _until_shown(page) - page.evaluate("window.from") / 1000)


def _until_shown(page: Page) -> float:
    """Seconds on the page's own clock until ten cards are shown."""
    script = (
        f"document.querySelectorAll('#results .card').length >= {CARDS} ? performance.now() : 0"
    )
    handle = page.wait_for_function(script, timeout=PATIENCE, polling="raf")
    return float(handle.json_value()) / 1000


def _counts(browser: Browser, address: str, made: Made) -> float:
    """Milliseconds to count all facets on the slowed processor.

    The slowest of three choices, each the median of nine runs.
    """
    with _slow_page(browser, network=False) as page:
        page.goto(address + made.page % quote(WORDS))
        _until_shown(page)
        return float(
            page.evaluate(
                """async () => {
                  const script = document.querySelector('script[src$="/search.js"]').src
                    .replace('search.js', 'columns.js');
                  const { load } = await import(script);
                  const columns = await load(document.getElementById('search').dataset.folder);
                  const trades = { industries: ['café', 'lokalvård'] };
                  const choices = [
                    {}, trades, { ...trades, counties: ['12'], kinds: ['enterprises'] },
                  ];
                  const median = choice => [...Array(9)].map(() => {
                    const from = performance.now();
                    columns.counts(choice);
                    return performance.now() - from;
                  }).sort((a, b) => a - b)[4];
                  return Math.max(...choices.map(median));
                }"""
            )
        )


@contextmanager
def _slow_page(browser: Browser, *, network: bool = True) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    if network:
        slow = {
            "offline": False,
            "latency": LATENCY,
            "downloadThroughput": SPEED,
            "uploadThroughput": SPEED,
        }
        session.send("Network.emulateNetworkConditions", slow)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    yield page
    context.close()


# --- serving --------------------------------------------------------------------------------------


class _Host(Handler):
    """Serves like a static host: text compressed, connections kept alive."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # noqa: N802 (http.server calls it so)
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            return self.send_error(404)
        content = path.read_bytes()
        self.send_response(200)
        if path.suffix in PACKED:
            content = gzip.compress(content, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        SENT.append((self.path, len(content)))
        return None


if __name__ == "__main__":
    main()
