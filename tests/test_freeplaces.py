"""vagvisare.freeplaces: the file of free places, read with the same eyes as the records."""

from datetime import date, timedelta

import pytest
import world

from vagvisare import freeplaces
from vagvisare.problems import as_text
from vagvisare.records import FreePlaces

TODAY = world.TODAY
PLACES = [{"kind": "arbetsträning", "maximum": "15", "available": "3", "updated": "2026-11-20"}, {"kind": "rehabilitering"}]
WORLD = world.directory(world.enterprise("basta", "0140", places=PLACES), world.enterprise("kafe", "0136"))
FILE = '{"format":"1","places":{\n"basta":{"arbetsträning":{"maximum":15,"available":3,"updated":"2026-11-20"}}\n}}\n'


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
    "below nought": (FILE.replace('"available":3', '"available":-3'), 'places.json:2:52: "-3" is not a whole number.'),
    "half a place": (FILE.replace('"available":3', '"available":2.5'), '"2.5" is not a whole number.'),
    "above the maximum": (FILE.replace('"available":3', '"available":16'), "More free places (16) than places (15)."),
    "no day": (FILE.replace(',"updated":"2026-11-20"', ""), "3 free places, but not as of what day."),
    "no such day": (FILE.replace("11-20", "11-31"), "[day]"),
    "a day to come": (
        FILE.replace("11-20", "11-24"),
        "places.json:2:64: The day 2026-11-24 has not been yet (today is 2026-11-23).",
    ),
    "an unknown kind": (FILE.replace("arbetsträning", "arbetstraning"), 'Did you mean "arbetsträning"?'),
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
    assert freeplaces.as_json(changed) == FILE.replace("}}\n}}", '}},\n"kafe":{"rehabilitering":{"maximum":4}}\n}}')
    assert figures == freeplaces.of_directory(WORLD)


@pytest.mark.parametrize(
    ("days", "age"),
    [(0, None), (30, None), (31, "month"), (91, "month"), (92, "quarter"), (183, "half-year"), (365, "half-year"), (366, "year")],
)
def test_a_figure_ages(days: int, age: str | None) -> None:
    assert freeplaces.age(TODAY - timedelta(days), TODAY) == age


def test_a_figure_of_a_day_to_come_is_not_old() -> None:
    assert freeplaces.age(date(2027, 1, 1), TODAY) is None
