"""Expected cases: people get the answers that the law gives; a case notices if they do not."""

from dataclasses import replace
from typing import Any

import pytest
from world import (
    ROOT,
    TODAY,
    directory,
    enterprise,
    municipality,
    offer,
    partner,
    real,
    role,
    rule,
    without,
)
from world import decisions as decided

from vagvisare.guidance.cases import Case, failures, notes, told
from vagvisare.guidance.guidance import Here
from vagvisare.guidance.person import Person
from vagvisare.reading.casefiles import cases_of
from vagvisare.records.directory import Directory

HANINGE = "0136"
FILES = sorted((ROOT / "tests/cases").glob("*.yml"), key=lambda path: int(path.stem[1:]))
SAID = Person(("flykting",), "svenska")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_person_is_told_what_the_law_says(path: Any) -> None:
    for case in cases_of(path, real()):
        assert list(failures(real(), case, TODAY)) == []
        assert list(notes(real(), case)) == [], "a case of ours forbids only what could be shown"


def _small() -> Directory:
    return directory(
        role(),
        municipality("haninge", HANINGE),
        municipality("nykvarn", "0140"),
        partner("af"),
        partner("fk"),
        decided(
            "svenska", rule("kommunen", door="vuxenutbildning"), rule("af", **{"for": ["flykting"]})
        ),
        offer("sfi", providers=["kommunen"]),
        offer("cafe", providers=["fk"]),
    )


def _case(**fields: Any) -> Case:
    empty = Case("x", SAID, HANINGE, None, (), (), ())
    return replace(empty, **fields)


def test_the_bodies_are_told_by_role_and_by_name_and_those_who_give_an_offer_after_them() -> None:
    given = told(_small(), _case(), TODAY)
    assert given.bodies == (
        "kommunen/vuxenutbildning",
        "haninge/vuxenutbildning",
        "af",
        "fk",
        "kommunen",
        "haninge",
    )
    assert (given.leads, given.rules) == (
        ("kommunen/vuxenutbildning", "haninge/vuxenutbildning"),
        ("a", "b"),
    )
    assert given.offers == ("cafe", "sfi")


def test_dangers_come_first_in_the_order_of_the_needs_and_bring_their_offers() -> None:
    whole = directory(
        role(),
        partner("larm"),
        partner("jour"),
        decided("hedersförtryck", rule("jour")),
        decided("skydd-mot-våld", rule("larm")),
        decided("svenska", rule("kommunen")),
        municipality("haninge", HANINGE),
        offer("skydd", "skydd-mot-våld", providers=["larm"]),
    )
    afraid = Person(("hedersutsatt",), "svenska")
    given = told(whole, replace(_case(), person=afraid), TODAY)
    needs = [
        n for n in whole.vocabulary.terms("needs") if n in {"hedersförtryck", "skydd-mot-våld"}
    ]
    assert needs == ["skydd-mot-våld", "hedersförtryck"]
    assert given.bodies[:3] == ("larm", "jour", "kommunen")
    assert given.offers == ("skydd",)


@pytest.mark.parametrize(
    ("expected", "lines"),
    [
        ({"first": "kommunen"}, []),
        ({"first": "kommunen/vuxenutbildning"}, []),
        ({"first": "haninge"}, []),
        ({"first": "af"}, ["first: expected af, got kommunen/vuxenutbildning"]),
        ({"first": "nykvarn or kommunen"}, []),
        (
            {"first": "police"},
            ["first: expected police, got kommunen/vuxenutbildning (no body of the directory)"],
        ),
        ({"must_name": ("af", "fk", "kommunen/vuxenutbildning", "b")}, []),
        ({"must_name": ("kommunen/skola",)}, ["must name kommunen/skola: not there"]),
        ({"must_name": ("nykvarn",)}, ["must name nykvarn: not there"]),
        (
            {"must_name": ("the moon",)},
            ["must name the moon: not there (no body of the directory)"],
        ),
        ({"must_offer": ("sfi", "cafe")}, []),
        ({"must_offer": ("komvux",)}, ["must offer komvux: not there (no offer of the directory)"]),
        (
            {
                "must_never_show": (
                    "nykvarn",
                    "af first",
                    "enterprises",
                    "neighbours",
                    "kommunen/skola",
                    "komvux",
                )
            },
            [],
        ),
        ({"must_never_show": ("af",)}, ["must never show af: it is there"]),
        ({"must_never_show": ("b",)}, ["must never show b: it is there"]),
        ({"must_never_show": ("sfi",)}, ["must never show sfi: it is there"]),
        ({"must_never_show": ("kommunen first",)}, ["must never show kommunen first: it leads"]),
        ({"must_never_show": ("cafe first",)}, ["must never show cafe first: it leads"]),
        ({"faults": ("age: is none",), "first": "af"}, ["age: is none"]),
    ],
)
def test_what_a_case_expects_and_is_not_told_is_a_line(
    expected: dict[str, Any], lines: list[str]
) -> None:
    assert list(failures(_small(), _case(**expected), TODAY)) == lines


def test_a_case_fails_when_the_body_that_it_names_is_gone() -> None:
    case = _case(first="kommunen", must_name=("haninge",))
    assert list(failures(without(_small(), "partners", "haninge"), case, TODAY)) == [
        "first: expected kommunen, got af",
        "must name haninge: not there (no body of the directory)",
    ]


def test_neighbours_are_the_bodies_of_another_municipality() -> None:
    small = _small().with_entry("offers", "sfi", offer("sfi", providers=["nykvarn"]))
    assert list(failures(small, _case(must_never_show=("neighbours",)), TODAY)) == [
        "must never show neighbours: nykvarn"
    ]


def test_a_forbidden_thing_that_the_directory_does_not_have_is_noted_and_fails_nothing() -> None:
    case = _case(must_never_show=("a map", "af first"))
    assert list(failures(_small(), case, TODAY)) == []
    assert list(notes(_small(), case)) == [
        "must never show a map: nothing in the directory is called so"
    ]


# --- what was wrong once --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "situation", ["utan-tillstånd", "avslag-asyl", "våldsutsatt", "skyddad-identitet"]
)
def test_no_enterprise_is_shown_to_somebody_who_may_not_work_or_is_in_danger(
    situation: str,
) -> None:
    here = Here(
        directory(enterprise("nara", HANINGE), enterprise("granne", "0140", service_area=["01"])),
        HANINGE,
        TODAY,
    )
    work = "arbete-och-arbetsträning"
    assert here.enterprises(Person(need=work)), "there is one to show"
    assert here.neighbours(Person(need=work)), "and one nearby"
    assert (
        here.enterprises(Person((situation,), work))
        == here.neighbours(Person((situation,), work))
        == ()
    )


@pytest.mark.parametrize("codes", [["flykting", "arbetslös"], ["nyanländ", "arbetslös"]])
def test_a_right_to_be_here_hides_an_offer_only_from_those_who_cannot_have_it(
    codes: list[str],
) -> None:
    small = directory(offer("sfi", **{"for": {"situations": codes}}))
    shown = {
        code: bool(Here(small, HANINGE, TODAY).offers(Person((code, "arbetslös"))))
        for code in ("flykting", "asylsökande")
    }
    assert shown == {"flykting": True, "asylsökande": "flykting" not in codes}


def test_the_last_resort_is_the_last_offer() -> None:
    small = directory(
        partner("af"), offer("a", providers=["af"], last_resort="yes"), offer("b", providers=["af"])
    )
    assert [match.offer.id for match in Here(small, HANINGE, TODAY).offers(SAID)] == ["b", "a"]
