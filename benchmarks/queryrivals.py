"""Other search engines, asked the same queries over the same records in the asker's language."""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser

from benchmarks.answers import Answer
from benchmarks.generate import REPOSITORY
from benchmarks.querysets import address
from benchmarks.searchsites import TODAY, Made, lunr, minisearch, pagefind
from tests.site.sites import served
from vagvisare.reading.loading import load
from vagvisare.records.directory import Directory

RIVALS: Mapping[str, Callable[[Directory, Path, str], Made]] = {
    "minisearch": minisearch,
    "lunr": lunr,
    "pagefind": pagefind,
}


@cache
def _directory() -> Directory:
    return load(REPOSITORY, today=TODAY).directory


@contextmanager
def rival(browser: Browser, name: str, language: str) -> Iterator[Callable[[str], Answer]]:
    """A function that asks the engine, which has the records' texts in one language."""
    with tempfile.TemporaryDirectory(prefix="vagvisare-rival-") as place:
        folder = Path(place)
        made = RIVALS[name](_directory(), folder, language)
        with served(folder) as base:
            page = browser.new_page()
            page.goto(base + made.page % quote("a"))
            page.wait_for_function("() => Boolean(window.ask)", timeout=60_000)
            yield lambda typed: _answer(
                page.evaluate("typed => window.ask(typed)", typed), language
            )
            page.close()


def _answer(found: list[str], language: str) -> Answer:
    """The first ten, as places of one address each."""
    ours = (address(one.removeprefix("/").removeprefix(f"{language}/")) for one in found)
    return Answer(tuple((one,) for one in ours))
