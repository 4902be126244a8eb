"""The browser, and the built sites served on loopback."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.visits import Visit, launch
from tests.site import sites


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def shipped() -> Iterator[str]:
    """The address of the project's own site."""
    with sites.served(sites.shipped_site()) as address:
        yield address


@pytest.fixture(scope="session")
def rich() -> Iterator[str]:
    """The address of the site of `sites.rich_root`."""
    with sites.served(sites.rich_site()) as address:
        yield address


@pytest.fixture
def visit(browser: Browser, shipped: str, rich: str) -> Iterator[Callable[..., Visit]]:
    """Opens tabs: ``visit("sv/offers/", width=360)``; afterwards none of them may have complained or left the site.

    ``of="rich"`` is the other site; all else is given to the browser's context.
    """
    opened: list[Visit] = []

    def open_tab(where: str, of: str = "shipped", **facts: object) -> Visit:
        found = Visit(browser, {"shipped": shipped, "rich": rich}[of], **facts)
        opened.append(found)
        found.go(where)
        return found

    yield open_tab
    faults = [fault for one in opened for fault in one.faults]
    for one in opened:
        one.close()
    assert faults == []
