"""vagvisare.reading.freeplaces: the file of free places, checked as strictly as the records."""

import difflib
import random
from datetime import date, timedelta

import pytest
import world
import yaml

from vagvisare.problems.problems import as_text
from vagvisare.reading import freeplaces
from vagvisare.reading.folders import record_file
from vagvisare.records.parts import FreePlaces

TODAY = world.TODAY
PLACES = [
    {"kind": "arbetsträning", "maximum": "15", "available": "3", "updated": "2026-11-20"},
    {"kind": "rehabilitering"},
]
WORLD = world.directory(
    world.enterprise("basta", "0140", places=PLACES), world.enterprise("kafe", "0136")
)
FILE = (
    '{"format":"1","places":{\n'
    '"basta":{"arbetsträning":{"maximum":15,"available":3,"updated":"2026-11-20"}}\n}}\n'
)


def _read(text: str) -> tuple[freeplaces.Figures, list[str]]:
    figures, problems = freeplaces.read("places.json", text.encode(), WORLD, TODAY)
    return figures, list(as_text(problems, "en"))


def test_the_file_has_what_the_records_say_and_only_that() -> None:
    assert freeplaces.as_json(freeplaces.of_directory(WORLD)) == FILE


def test_what_is_written_is_read_again() -> None:
    figures, problems = _read(FILE)
    assert problems == []
    assert figures == freeplaces.of_directory(WORLD)


def test_nobody_has_places() -> None:
    assert _read(freeplaces.as_json({})) == ({}, [])


FAULTS = {
    "cut off": (FILE[:60], "The bracket that opens here is never closed"),
    "no JSON": ("<!doctype html>", "[not-fields]"),
    "another format": (FILE.replace('"1"', '"2"'), "places.json:1:11: "),
    "no places": ('{"format":"1"}', "[missing-field]"),
    "below nought": (
        FILE.replace('"available":3', '"available":-3'),
        'places.json:2:52: "-3" is not a whole number.',
    ),
    "half a place": (
        FILE.replace('"available":3', '"available":2.5'),
        '"2.5" is not a whole number.',
    ),
    "above the maximum": (
        FILE.replace('"available":3', '"available":16'),
        "More free places (16) than places (15).",
    ),
    "no day": (
        FILE.replace(',"updated":"2026-11-20"', ""),
        "3 free places, but not as of what day.",
    ),
    "no such day": (FILE.replace("11-20", "11-31"), "[day]"),
    "a day to come": (
        FILE.replace("11-20", "11-24"),
        "places.json:2:64: The day 2026-11-24 has not been yet (today is 2026-11-23).",
    ),
    "an unknown kind": (
        FILE.replace("arbetsträning", "arbetstraning"),
        'Did you mean "arbetsträning"?',
    ),
    "an unknown enterprise": (FILE.replace("basta", "bastu"), 'Did you mean "basta"?'),
    "an unknown word": (FILE.replace("maximum", "max"), "max"),
    "the same twice": (FILE.replace("}}\n}}", '}},\n"basta":{}\n}}'), "[duplicate-key]"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_is_told_with_its_place(fault: str) -> None:
    text, expected = FAULTS[fault]
    _, problems = _read(text)
    assert len(problems) == (2 if fault == "cut off" else 1), problems
    assert problems[0].startswith("places.json:")
    assert expected in problems[0]


def test_one_figure_is_changed_and_the_others_stay() -> None:
    figures, _ = _read(FILE)
    changed = freeplaces.with_figure(figures, "kafe", "rehabilitering", FreePlaces(maximum=4))
    assert freeplaces.as_json(changed) == FILE.replace(
        "}}\n}}", '}},\n"kafe":{"rehabilitering":{"maximum":4}}\n}}'
    )
    assert figures == freeplaces.of_directory(WORLD)


@pytest.mark.parametrize(
    ("days", "age"),
    [
        (0, None),
        (30, None),
        (31, "month"),
        (91, "month"),
        (92, "quarter"),
        (183, "half-year"),
        (365, "half-year"),
        (366, "year"),
    ],
)
def test_a_figure_ages(days: int, age: str | None) -> None:
    assert freeplaces.age(TODAY - timedelta(days), TODAY) == age


def test_a_figure_of_a_day_to_come_is_not_old() -> None:
    assert freeplaces.age(date(2027, 1, 1), TODAY) is None


# --- in a record ----------------------------------------------------------------------------------

RECORD = """\
# Made by hand.
name: Café "å" # the sign says so
places:
  # the kitchen
  - kind: arbetsträning   # note
    maximum: '15'
    note:
      sv: Kök.   # later

  - {kind: anställning, available: 2, updated: "2026-01-01"} # on one line
# about sources
sources:
- title: a
"""
KITCHEN = world.enterprise(
    "kafe", "0136", places=[{"kind": "arbetsträning"}, {"kind": "anställning"}]
)


def _changed(before: str, after: str) -> list[str]:
    """The lines removed (-) and added (+)."""
    found = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in found if line.startswith(("- ", "+ "))]


def _in_record(kind: str, **figures: str) -> list[str]:
    after, _, _ = freeplaces.in_record(
        RECORD, KITCHEN, {"kind": kind, **figures}, world.real().vocabulary, TODAY
    )
    return _changed(RECORD, after)


def test_what_is_new_comes_after_the_last_line_of_its_kind() -> None:
    changed = _in_record("arbetsträning", maximum="12", available="3", updated="2026-11-20")
    assert changed == [
        "-     maximum: '15'",
        "+     maximum: '12'",
        "+     available: 3",
        "+     updated: 2026-11-20",
    ]


def test_a_kind_on_one_line_stays_on_one_line() -> None:
    assert _in_record("anställning", available="3", updated="2026-11-20", maximum="12")[1] == (
        '+   - {kind: anställning, available: 3, updated: "2026-11-20", maximum: 12} # on one line'
    )


def test_a_kind_that_is_not_there_is_added() -> None:
    assert _in_record("rehabilitering", available="3") == [
        "+   - {kind: rehabilitering, available: 3}"
    ]


@pytest.mark.parametrize("kind", ["arbetsträning", "rehabilitering"])
def test_in_every_shipped_record_only_the_places_change(kind: str) -> None:
    chance = random.Random(20261124)
    shipped = world.real()
    assert len(shipped.enterprises) > 100
    for enterprise in shipped.enterprises.values():
        before = (world.ROOT / record_file(enterprise.kind_name, enterprise.id)).read_text("utf-8")
        figures = {
            "maximum": str(chance.randrange(10, 20)),
            "available": str(chance.randrange(10)),
            "updated": "2026-11-20",
        }
        changes = {"kind": kind, **figures}
        after, place, problems = freeplaces.in_record(
            before, enterprise, changes, shipped.vocabulary, TODAY
        )
        assert (problems, place.model_dump(mode="json", include=set(figures))) == (
            [],
            _numbers(figures),
        ), enterprise.id
        was, is_now = _data(before), _data(after)
        places = {place["kind"]: place for place in is_now.pop("places")}
        others = [place for place in was.pop("places", []) if place["kind"] != kind]
        assert is_now == was, enterprise.id
        assert [places[place["kind"]] for place in others] == others, enterprise.id
        assert len(_changed(before, after)) <= 6, enterprise.id


def _numbers(figures: dict[str, str]) -> dict[str, object]:
    return {name: int(value) if value.isdigit() else value for name, value in figures.items()}


def _data(text: str) -> dict:
    return yaml.load(text, yaml.CBaseLoader)  # noqa: S506 (makes text of everything)
