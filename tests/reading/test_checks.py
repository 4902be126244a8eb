"""Rules over the whole directory: what they find and what they accept."""

from datetime import date
from typing import Any

import pytest
from builders import a_directory, a_partner, a_project, an_enterprise, an_offer

from vagvisare.reading.checks import RULES, check
from vagvisare.records.kinds import Record

TODAY = date(2026, 11, 23)


def _found(*records: Record) -> list[tuple[str, tuple[str | int, ...], str]]:
    return [
        (finding.record.id, finding.path, finding.code)
        for finding in check(a_directory(*records), TODAY)
    ]


def test_a_directory_that_holds_together_is_clean() -> None:
    assert (
        _found(
            a_partner(represents="0136", service_area=["0136"], members=["haninge-kommun"]),
            an_enterprise(member_of=["haninge-kommun"], part_of="Stockholms Stadsmission"),
            an_enterprise(id="basta-vast", name="Basta Väst", part_of="basta-nykvarn"),
            an_offer(providers=["haninge-kommun", "basta-nykvarn"]),
            a_project(
                owner={"partner": "haninge-kommun", "role": "projektägare"},
                period="2012-01/2014-06",
            ),
        )
        == []
    )


def test_a_partner_without_a_service_area_is_fine() -> None:
    assert _found(a_partner(service_area=[]), an_offer(service_area=[])) == []


@pytest.mark.parametrize(
    ("record", "path"),
    [
        (an_enterprise(part_of="finns-inte"), ("part_of",)),
        (an_enterprise(member_of=["basta-nykvarn", "finns-inte"]), ("member_of", 1)),
        (a_partner(members=["finns-inte"]), ("members", 0)),
        (an_offer(providers=["finns-inte"]), ("providers", 0)),
        (a_project(owner={"partner": "finns-inte", "role": "projektägare"}), ("owner", "partner")),
        (
            a_project(partners=[{"partner": "finns-inte", "role": "projektägare"}]),
            ("partners", 0, "partner"),
        ),
    ],
)
def test_references_lead_to_records(record: Record, path: tuple[str | int, ...]) -> None:
    assert _found(record) == [(record.id, path, "unknown-record")]


@pytest.mark.parametrize(
    "span", ["2012", "2012~/..", "2012/2012", "2012-05/2012", "2012/2012-05", "2011-12/2012-01~"]
)
def test_spans_that_end_when_or_after_they_start(span: str) -> None:
    assert _found(a_project(period=span)) == []


@pytest.mark.parametrize(
    "span", ["2013/2012", "2012-05/2012-04~", "2012-05-02/2012-05-01", "2013-01/2012"]
)
def test_spans_that_end_before_they_start(span: str) -> None:
    assert _found(a_project(period=span)) == [("spira", ("period",), "end-before-start")]
    figure = {"value": "1", "date": span}
    assert _found(a_project(budget=[{"value": "1"}, figure])) == [
        ("spira", ("budget", 1, "date"), "end-before-start")
    ]


@pytest.mark.parametrize(
    ("updated", "codes"),
    [
        ("2026-11-23", []),
        ("2025-11-23", []),
        ("2025-11-22", ["old-places"]),
        ("2026-11-24", ["future-date"]),
    ],
)
def test_figures_of_places_are_of_the_last_year(updated: str, codes: list[str]) -> None:
    found = _found(an_enterprise(places=[{"kind": "arbetsträning", "updated": updated}]))
    assert [code for _, _, code in found] == codes


def test_the_same_name_in_two_municipalities_is_fine() -> None:
    def in_(municipality: str, **fields: Any) -> Record:
        return an_enterprise(locations=[{"municipality": municipality}], **fields)

    assert _found(in_("0136"), in_("0140", id="basta-vast")) == []
    assert _found(in_("0136"), in_("0136", id="basta-vast")) == [
        ("basta-vast", ("name",), "duplicate-name")
    ]


def test_a_stale_translation_is_shown_at_the_translation() -> None:
    mark = {"from": "00000000", "by": "human"}
    offer = an_offer(
        application_process=[{"sv": "Ring.", "en": "Call."}],
        translations={"en": {"application_process.0": mark}},
    )
    assert _found(offer) == [("sfi", ("application_process", 0, "en"), "stale-translation")]


def test_swedish_is_no_translation() -> None:
    marks = {"sv": {"summary": {"from": "00000000", "by": "human"}}}
    assert ("sfi", ("translations", "sv", "summary"), "translation-of-nothing") in _found(
        an_offer(translations=marks)
    )


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_says_what_it_is_in_a_line(rule: Any) -> None:
    assert rule.__doc__.endswith(".")
    assert "\n" not in rule.__doc__
