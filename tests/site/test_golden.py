"""A record's page and a card, kept as files and compared byte for byte.

So changes of the mark-up show in a review. After an intended change:
``WRITE_GOLDEN=1 pytest tests/site/test_golden.py``, then read the difference.
"""

import os
from pathlib import Path

import pytest

from tests.site import sites
from vagvisare.site.building.build import Build
from vagvisare.site.pages.pages import Page

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    records: dict[str, str | Path] = {
        "enterprises/rich": GOLDEN.parents[1] / "hostile" / "enterprises" / "rich.yml"
    }
    records |= {"offers/kurs": GOLDEN / "kurs.yml", "partners/skolan": GOLDEN / "skolan.yml"}
    records["responsibility/svenska"] = GOLDEN / "svenska.yml"
    return sites.a_build(sites.a_root(tmp_path_factory.mktemp("golden"), records, places=("1280",)))


@pytest.mark.parametrize("language", ["sv", "ar"])
@pytest.mark.parametrize(
    ("page", "name"),
    [(Page("record", "enterprises/rich"), "rich"), (Page("card", "offers/kurs"), "card")],
    ids=["record", "card"],
)
def test_a_page_is_as_it_was(page: Page, name: str, language: str, build: Build) -> None:
    _, html = build.renderers[language].page(page)
    kept = GOLDEN / f"{name}.{language}.html"
    if os.environ.get("WRITE_GOLDEN"):
        kept.write_bytes(html.encode())
    assert html.encode() == kept.read_bytes(), (
        f"The page is not as {kept.relative_to(sites.ROOT)} has it. If that is meant:"
        " WRITE_GOLDEN=1 .venv/bin/pytest tests/site/test_golden.py, then read the difference."
    )
