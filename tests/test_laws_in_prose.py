"""No text of the site cites a law that has been repealed."""

import re
from pathlib import Path

import pytest
import world

NUMBER = re.compile(r"\((?P<number>[12][0-9]{3}:[0-9]{1,4})\)")
"""An act as prose cites it: its number in the Swedish Code of Statutes, in parentheses."""
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


def test_no_record_cites_a_repealed_law_by_number() -> None:
    folders = ("enterprises", "offers", "partners", "projects", "responsibility", "vocabulary")
    files = [
        path for folder in folders for path in (world.ROOT / "directory" / folder).glob("*.yml")
    ]
    texts = {path.name: path.read_text(encoding="utf-8") for path in files}
    assert not {
        name
        for name, text in texts.items()
        for match in NUMBER.finditer(text)
        if match["number"] in GONE | REPLACED
    }
