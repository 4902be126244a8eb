"""Dead weight: rules and offers whose loss changes no case and no outcome."""

from dataclasses import replace
from typing import Any

from world import ROOT, TODAY, directory, municipality, offer, partner, real, role, rule
from world import decisions as decided

from vagvisare.guidance.cases import Case
from vagvisare.guidance.person import Person
from vagvisare.guidance.weight import Scales, Weight
from vagvisare.reading.casefiles import cases_of, files_of
from vagvisare.records.directory import Directory

HANINGE = "0136"
NO_CASE = Case("x", Person(("flykting",), "svenska"), HANINGE, None, (), (), ())


def _weights(whole: Directory, **expected: Any) -> dict[str, Weight]:
    scales = Scales(whole, TODAY, [replace(NO_CASE, **expected)], (HANINGE,))
    return {weight.name: weight for weight in scales.weights()}


def _small() -> Directory:
    rare = rule("kommunen", **{"for": ["flykting"], "all": ["sjukpenning"]})
    first = rule("kommunen", **{"for": ["flykting", "asylsökande"]})
    alone = rule("af", **{"for": ["studerande"]})
    again = rule("af", **{"for": ["asylsökande"]})
    twice = decided("svenska", first, rare, alone, again)
    offers = (offer("sfi", providers=["kommunen"]), offer("cafe", providers=["kommunen"]))
    return directory(role(), municipality("haninge", HANINGE), partner("af"), twice, *offers)


def test_the_only_rule_about_somebody_changes_an_outcome() -> None:
    weights = _weights(_small())
    assert weights["svenska/c"] == Weight("svenska/c", changes_case=False, changes_outcome=True)
    assert not weights["svenska/c"].is_dead


def test_what_says_again_what_another_says_is_dead() -> None:
    assert [name for name, weight in _weights(_small()).items() if weight.is_dead] == [
        "svenska/b",
        "svenska/d",
        "offers/sfi",
        "offers/cafe",
    ]


def test_a_case_gives_a_rule_and_an_offer_weight() -> None:
    ill = Person(("flykting", "sjukpenning"), "svenska")
    weights = _weights(_small(), person=ill, must_name=("b",), must_offer=("cafe",))
    assert [name for name, weight in weights.items() if weight.changes_case] == [
        "svenska/b",
        "offers/cafe",
    ]
    assert [name for name, weight in weights.items() if weight.is_dead] == [
        "svenska/d",
        "offers/sfi",
    ]


def test_no_rule_and_no_offer_of_the_directory_is_dead_weight() -> None:
    cases = [case for path in files_of((ROOT / "tests/cases",)) for case in cases_of(path, real())]
    weights = [*Scales(real(), TODAY, cases, (HANINGE,)).weights()]
    assert len(weights) > 200
    assert [weight.name for weight in weights if weight.is_dead] == []


def test_what_is_not_for_persons_or_is_closed_is_not_weighed() -> None:
    whole = directory(
        offer("lou", audience=["handläggare"]), offer("gone", status="inactive"), offer("cafe")
    )
    assert list(_weights(whole)) == ["offers/cafe"]
