"""vagvisare.records.responsibility: about whom a rule is."""

from datetime import date

import pytest
from world import TODAY, decisions, rule

from vagvisare.records.responsibility import Rule


def _rule(**fields: object) -> Rule:
    return decisions("svenska", rule("a", **fields)).rules["a"]


@pytest.mark.parametrize(
    ("fields", "codes", "applies"),
    [
        ({}, {"asylsökande"}, True),
        ({"for": ["asylsökande"]}, {"asylsökande"}, True),
        ({"for": ["asylsökande"]}, {"nyanländ"}, False),
        ({"for": ["asylsökande"]}, set(), True),  # what is not known rules nothing out
        ({"all": ["nyanländ", "arbetslös"]}, {"nyanländ"}, False),
        ({"all": ["nyanländ", "arbetslös"]}, {"nyanländ", "arbetslös"}, True),
        ({"except": ["asylsökande"]}, {"asylsökande", "nyanländ"}, False),
    ],
)
def test_a_rule_is_about_those_in_its_situations(
    fields: dict[str, list[str]], codes: set[str], *, applies: bool
) -> None:
    assert _rule(**fields).applies(frozenset(codes), None, TODAY) is applies


@pytest.mark.parametrize(("age", "applies"), [(15, False), (16, True), (29, True), (30, False)])
def test_both_ends_of_an_age_are_in_it(age: int, *, applies: bool) -> None:
    young = _rule(minimum_age="16", maximum_age="29")
    assert young.applies(frozenset(), age, TODAY) is applies
    assert young.applies(frozenset(), None, TODAY)


def test_a_rule_holds_on_its_days() -> None:
    coming = _rule(valid={"from": "2027-01-01"})
    assert not coming.applies(frozenset(), None, TODAY)
    assert coming.applies(frozenset(), None, date(2027, 1, 1))
