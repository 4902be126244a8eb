"""A small record's page, kept as a file and compared byte for byte: what changes in the mark-up shows in a review.

After a change that is meant: ``WRITE_GOLDEN=1 pytest tests/site/test_golden.py``, then read the difference.
"""

import os
from pathlib import Path

import pytest

from tests.site import sites
from vagvisare.site.build import Build
from vagvisare.site.pages import Page

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    record = GOLDEN.parents[1] / "hostile" / "enterprises" / "rich.yml"
    return sites.a_build(sites.a_root(tmp_path_factory.mktemp("golden"), {"enterprises/rich": record}, places=("1280",)))


@pytest.mark.parametrize("language", ["sv", "ar"])
def test_a_record_s_page_is_as_it_was(language: str, build: Build) -> None:
    _, html = build.renderers[language].page(Page("record", "enterprises/rich"))
    kept = GOLDEN / f"rich.{language}.html"
    if os.environ.get("WRITE_GOLDEN"):
        kept.write_bytes(html.encode())
    assert html.encode() == kept.read_bytes(), (
        f"The page is not as {kept.relative_to(sites.ROOT)} has it. If that is meant:"
        " WRITE_GOLDEN=1 .venv/bin/pytest tests/site/test_golden.py, then read the difference."
    )
