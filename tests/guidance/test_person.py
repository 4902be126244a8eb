"""What follows from a person's answers."""

import pytest
import world

from vagvisare.guidance.person import Person, can_be, known_of


def _known(*situations: str, **fields: object) -> frozenset[str]:
    return known_of(Person(situations, **fields), world.real().vocabulary)  # type: ignore[arg-type]


def test_what_a_situation_implies_is_followed_to_the_end() -> None:
    assert _known("kvotflykting") == {"kvotflykting", "flykting", "utländsk-bakgrund"}
    assert "sjuk-eller-aktivitetsersättning" in _known("aktivitetsersättning")


def test_a_need_tells_of_the_person_too() -> None:
    assert _known(need="svenska") == {"behöver-mer-svenska"}
    assert "våldsutsatt" in _known("hemlös", need="skydd-mot-våld")


@pytest.mark.parametrize(("age", "holds"), [(17, True), (18, False), (66, False), (67, False)])
def test_an_age_decides_whatever_was_said(age: int, *, holds: bool) -> None:
    assert ("under-18" in _known("under-18", age=age)) is holds
    assert ("fyllt-67" in _known("hemlös", age=age)) is (age >= 67)


def test_whoever_has_outgrown_an_age_has_outgrown_what_only_people_of_that_age_are_in() -> None:
    assert "ensamkommande-barn" in _known("ensamkommande-barn", "asylsökande", age=17)
    assert _known("ensamkommande-barn", "asylsökande", age=18) == _known("asylsökande", age=18)
    months = {"months_since_permit": 40}
    assert "etableringsprogrammet" in _known("etableringsprogrammet", **months), "no age, no loss"


def test_newly_arrived_is_who_has_had_a_permit_of_that_kind_for_three_years_at_most() -> None:
    months = world.real().vocabulary.situations["nyanländ"].term.months
    assert months == 36
    assert "nyanländ" in _known("flykting", months_since_permit=months)
    assert "nyanländ" not in _known("flykting", "nyanländ", months_since_permit=months + 1)


def test_what_excludes_each_other_is_no_person() -> None:
    vocabulary = world.real().vocabulary
    assert not can_be(vocabulary, "under-18", "fyllt-67")
    assert not can_be(vocabulary, "asylsökande", "utan-tillstånd")
    assert can_be(vocabulary, "asylsökande", "våldsutsatt")


def test_nothing_that_was_said_is_excluded_by_what_the_need_implies() -> None:
    vocabulary = world.real().vocabulary
    assert vocabulary.compatible(frozenset({"fyllt-67", "förälder"}), frozenset({"under-18"})) == {
        "förälder"
    }
    assert vocabulary.compatible(frozenset({"under-18"}), frozenset({"fyllt-67"})) == frozenset()
