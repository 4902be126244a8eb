"""The site's promise, and that it can be broken."""

from datetime import date

import pytest
import world
from world import TODAY, decisions, directory, municipality, offer, partner, role, rule

from vagvisare.guidance.coverage import BROKEN
from vagvisare.guidance.promise import Promise, broken, promise, promised
from vagvisare.reading.configuration import configuration
from vagvisare.reading.loading import load

LANGUAGES = ("sv", "so")
SHIPPED = promise(configuration(world.ROOT).promise)
HANINGE = "0136"


def test_the_shipped_promise_holds_for_the_municipalities_of_the_projects() -> None:
    assert len(promised(world.real(), SHIPPED)) == 18
    assert broken(world.real(), SHIPPED, LANGUAGES, TODAY) == ()


def test_with_all_offers_removed_it_fails_loudly() -> None:
    whole = world.real()
    for name in whole.offers:
        whole = whole.with_entry("offers", name, None)
    (line,) = broken(whole, SHIPPED, LANGUAGES, TODAY)
    assert "per cent of all combinations are answered, and 75 are promised" in line


def test_with_all_rules_but_the_last_resort_removed_it_fails_too() -> None:
    whole = world.real()
    for name, listed in whole.responsibility.items():
        if listed.need:
            whole = whole.with_entry("responsibility", name, None)
    assert broken(whole, SHIPPED, LANGUAGES, TODAY)


def test_a_municipality_s_own_body_that_goes_is_told_by_name() -> None:
    lines = broken(world.without(world.real(), "partners", "bracke"), SHIPPED, LANGUAGES, TODAY)
    assert len(lines) == 22, "ten situations, ten pairs, and how many more of each"
    assert lines[0].startswith("2305 Bräcke: ")
    assert lines[10].startswith("… and ")
    assert lines[11].endswith(": nobody (1 municipalities)")


def test_what_is_never_to_be_is_what_the_promise_says() -> None:
    whole = directory(
        role(),
        decisions(None, rule("kommunen", last_resort="yes")),
        municipality("haninge", HANINGE),
    )
    assert broken(whole, Promise((HANINGE,)), LANGUAGES, TODAY) == ()
    assert broken(whole, Promise((HANINGE,), frozenset({"last-resort"})), LANGUAGES, TODAY)
    assert broken(whole, Promise((HANINGE,), answered=1), LANGUAGES, TODAY)
    helped = whole.with_entry("offers", "kurs", offer("kurs", contacts=world.CONTACT))
    assert broken(helped, Promise((HANINGE,), answered=1), LANGUAGES, TODAY), (
        "an offer without a rule is no answer"
    )


def test_it_is_read_as_it_is_written() -> None:
    assert promise(None) == Promise()
    written = {"municipalities": ["0136"], "never": ["nobody"], "answered": "60.5"}
    assert promise(written) == Promise(("0136",), frozenset({"nobody"}), 60.5)
    assert promise({}).never == BROKEN


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (["0136"], "has the fields municipalities, never and answered"),
        ({"answred": "60"}, "answred is none of them"),
        ({"never": ["gap"]}, "gap is no outcome. Outcomes: answered-in-language"),
        ({"never": "nobody"}, "never: in mkdocs.yml is a list"),
        ({"answered": "all"}, "a number from 0 to 100"),
        ({"answered": "101"}, "a number from 0 to 100"),
    ],
)
def test_what_is_no_promise_is_told(written: object, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        promise(written)


def test_a_code_that_is_no_municipality_is_told() -> None:
    with pytest.raises(ValueError, match="136"):
        promised(world.real(), Promise(("136",)))


@pytest.mark.parametrize("day", [date(2026, 12, 31), date(2027, 1, 1)])
def test_the_turn_of_the_year_needs_no_edit(day: date) -> None:
    loaded = load(world.ROOT, today=day)
    assert not [problem for problem in loaded.problems if problem.severity == "error"]
    assert broken(loaded.directory, SHIPPED, ("so",), day) == ()


def test_it_holds_for_two_situations_at_once_too() -> None:
    whole = directory(
        role(),
        municipality("haninge", HANINGE),
        partner("af"),
        partner("csn"),
        decisions(None, rule("kommunen", last_resort="yes")),
        decisions(
            "svenska",
            rule("af", **{"except": ["studerande"]}),
            rule("csn", **{"except": ["flykting"]}),
        ),
    )
    lines = broken(whole, Promise((HANINGE,)), LANGUAGES, TODAY)
    assert "flykting + studerande, svenska: not-us (1 municipalities)" in lines
    assert all(" + " in line for line in lines), "each of the two alone is answered"
