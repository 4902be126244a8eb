"""The browser, and the built sites served on loopback."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.fonts import configured
from tests.browser.visits import Visit, launch
from tests.site import sites


@pytest.fixture(scope="session")
def browser_with(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Browser]]:
    """Gives Chromium with a set of fonts, by its name in `FONTS`; each is started once."""
    with sync_playwright() as playwright:
        started: dict[str, Browser] = {}

        def browser(fonts: str) -> Browser:
            if fonts not in started:
                started[fonts] = launch(
                    playwright, configured(fonts, tmp_path_factory.mktemp(fonts))
                )
            return started[fonts]

        yield browser
        for one in started.values():
            one.close()


@pytest.fixture(scope="session")
def fonts(request: pytest.FixtureRequest) -> str:
    """The font set of a test's browser: that of --fonts, unless the test parametrizes it."""
    return str(request.config.getoption("--fonts"))


@pytest.fixture
def browser(browser_with: Callable[[str], Browser], fonts: str) -> Browser:
    """Chromium with the fonts of the test."""
    return browser_with(fonts)


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
def visit(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Callable[..., Visit]]:
    """Opens tabs, as ``visit("sv/offers/", width=360)``; the test fails if one has ``faults``.

    ``of`` is the fixture with a site's address, for instance "rich"; the rest goes to the browser's
    context.
    """
    opened: list[Visit] = []

    def open_tab(where: str, of: str = "shipped", **facts: object) -> Visit:
        found = Visit(browser, request.getfixturevalue(of), **facts)
        opened.append(found)
        found.go(where)
        return found

    yield open_tab
    faults = [fault for one in opened for fault in one.faults]
    for one in opened:
        one.close()
    assert faults == []
