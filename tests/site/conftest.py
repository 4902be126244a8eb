"""The built sites, for the tests of their files."""

from pathlib import Path

import pytest

from tests.site import sites


@pytest.fixture(scope="session")
def shipped_site() -> Path:
    """The project's own site."""
    return sites.shipped_site()


@pytest.fixture(scope="session")
def rich_site() -> Path:
    """The site of `sites.rich_root`."""
    return sites.rich_site()
