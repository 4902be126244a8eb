"""Setup for a whole run: the option for the browser's fonts, and the removal of old test sites."""

import pytest

from tests.site.kept import forget_older


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--fonts",
        choices=("liberation", "noto", "dejavu"),
        default="noto",
        help="the fonts that the browser has",
    )


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):  # once, not in every process of pytest-xdist
        forget_older()
