"""vagvisare.yamlitems: one value changes, and everything around it stays as it was."""

import difflib
import random
from pathlib import Path

import pytest
import yaml

from tests.site import sites
from vagvisare.yamlitems import with_item

FIGURES = {"available": "3", "maximum": "12", "updated": "2026-11-20"}
RECORD = """\
# Made by hand.
name: Café "å" # the sign says so
places:
  # the kitchen
  - kind: arbetsträning   # note
    maximum: '15'
    note:
      sv: Kök.   # later

  - {kind: arbetspraktik, available: 2, updated: "2026-01-01"} # on one line
# about sources
sources:
- title: a
"""


def _changed(before: str, after: str) -> list[str]:
    """The lines that went (-) and came (+)."""
    found = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in found if line.startswith(("- ", "+ "))]


def test_a_value_in_quotes_stays_in_quotes() -> None:
    after = with_item(RECORD, "places", "kind", "arbetsträning", {"maximum": "12"})
    assert _changed(RECORD, after) == ["-     maximum: '15'", "+     maximum: '12'"]


def test_what_is_missing_comes_after_the_last_line_of_its_item() -> None:
    after = with_item(RECORD, "places", "kind", "arbetsträning", FIGURES)
    assert _changed(RECORD, after)[2:] == ["+     available: 3", "+     updated: 2026-11-20"]
    assert after.index("sv: Kök.   # later") < after.index("available: 3") < after.index("arbetspraktik")


def test_an_item_on_one_line_stays_on_one_line() -> None:
    after = with_item(RECORD, "places", "kind", "arbetspraktik", FIGURES)
    assert _changed(RECORD, after)[1] == (
        '+   - {kind: arbetspraktik, available: 3, updated: "2026-11-20", maximum: 12} # on one line'
    )


def test_an_item_that_is_not_there_is_added_to_the_list() -> None:
    after = with_item(RECORD, "places", "kind", "rehabilitering", {"available": "3"})
    assert _changed(RECORD, after) == ["+   - kind: rehabilitering", "+     available: 3"]
    assert after.index("# on one line") < after.index("rehabilitering") < after.index("# about sources")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("name: a\nsources: []\n", "name: a\nplaces:\n  - kind: x\n    available: 3\nsources: []\n"),
        ("name: a\r\n# b\r\nsources: []\r\n", "name: a\r\nplaces:\r\n  - kind: x\r\n    available: 3\r\n# b\r\nsources: []\r\n"),
        ("places: [{kind: y}]\nsources: []", "places: [{kind: y}, {kind: x, available: 3}]\nsources: []"),
        ("sources: []\nplaces:\n- kind: x", "sources: []\nplaces:\n- kind: x\n  available: 3"),
        (
            "places:\n- kind: x\n  note: |\n    a\n    b\nb: c\n",
            "places:\n- kind: x\n  note: |\n    a\n    b\n  available: 3\nb: c\n",
        ),
    ],
)
def test_every_form_of_a_list(before: str, after: str) -> None:
    assert with_item(before, "places", "kind", "x", {"available": "3"}) == after


RECORDS = sorted((sites.ROOT / "directory/enterprises").glob("*.yml"))


@pytest.mark.parametrize("kind", ["arbetsträning", "rehabilitering"])
def test_in_every_shipped_record_only_the_places_change(kind: str) -> None:
    chance = random.Random(20261124)
    for path in RECORDS:
        before = path.read_text("utf-8")
        figures = {"maximum": str(chance.randrange(10, 20)), "available": str(chance.randrange(10)), "updated": "2026-11-20"}
        after = with_item(before, "places", "kind", kind, figures)
        was, is_now = _data(before), _data(after)
        places = {place["kind"]: place for place in is_now.pop("places")}
        others = [place for place in was.pop("places", []) if place["kind"] != kind]
        assert is_now == was, path
        assert {name: places[kind][name] for name in figures} == figures, path
        assert [places[place["kind"]] for place in others] == others, path
        assert with_item(after, "places", "kind", kind, figures) == after, path
        assert len(_changed(before, after)) <= 6, path


def _data(text: str) -> dict:
    return yaml.load(text, yaml.CBaseLoader)  # noqa: S506 (makes text of everything)


def test_there_are_records_to_look_at() -> None:
    assert len(RECORDS) > 100
    assert Path(RECORDS[0]).is_file()
