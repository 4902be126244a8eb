"""No text of the site cites a law that has been repealed."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
import world

NUMBER = re.compile(r"(?<![\w:/-])(?P<number>[12][0-9]{3}:[0-9]{1,4})(?![\w:])")
"""An act as texts cite it: its number in the Swedish Code of Statutes, bare or in parentheses."""
GONE = {
    law.number for law in world.real().laws.values() if law.number and not law.holds(world.TODAY)
}
REPLACED = frozenset({"2001:453"})
"""The Social Services Act until 2025-07-01: refused whatever the register says."""


@pytest.mark.parametrize(
    "page", sorted((world.ROOT / "docs").rglob("*.md")), ids=lambda path: "/".join(path.parts[-2:])
)
def test_a_page_cites_no_repealed_law(page: Path) -> None:
    cited = {match["number"] for match in NUMBER.finditer(page.read_text(encoding="utf-8"))}
    assert not cited & (GONE | REPLACED)


def citing(files: Iterable[Path]) -> set[str]:
    """Those that cite a repealed law by its number."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in files}
    return {
        name
        for name, text in texts.items()
        for match in NUMBER.finditer(text)
        if match["number"] in GONE | REPLACED
    }


def test_no_record_cites_a_repealed_law_by_number() -> None:
    folders = ("enterprises", "offers", "partners", "projects", "responsibility", "vocabulary")
    directory = world.ROOT / "directory"
    assert (
        citing(path for folder in folders for path in (directory / folder).glob("*.yml")) == set()
    )


def test_no_word_of_the_interface_cites_a_repealed_law() -> None:
    package = world.ROOT / "src/vagvisare"
    catalogues = [*(package / "locale").rglob("*.po"), *(package / "site/theme").rglob("*.html")]
    assert len(catalogues) > 10
    assert citing(catalogues) == set()


@pytest.mark.parametrize(
    "text",
    ["Socialtjänstlagen (2001:453)", "enligt 2001:453 4 kap. 1 §", "SFS 2001:453, 4 kap."],
)
def test_a_number_is_a_citation_wherever_it_stands(text: str) -> None:
    assert [match["number"] for match in NUMBER.finditer(text)] == ["2001:453"]
