"""Faults found by Pydantic are reported where the editor wrote them, one problem for each."""

from typing import Annotated

import pytest
from builders import a_vocabulary
from pydantic import AfterValidator, BaseModel, Field

from vagvisare.reading.validation import validate
from vagvisare.records.kinds import Enterprise, Offer
from vagvisare.yaml.yamlfile import read

BASE = "summary: {sv: Café.}\nsources: [{url: https://www.exempel.se/}]\n"


def _problems(text: str, model: type[BaseModel] = Enterprise) -> list[tuple[int, int, str]]:
    document, problems = read("a.yml", (BASE + text).encode())
    assert document is not None
    record, faults = validate(document, model, a_vocabulary(), id="a")
    assert (record is None) >= bool(faults)
    return [
        (problem.line - 2, problem.column, problem.code) for problem in sorted(problems + faults)
    ]


def test_a_whole_record_is_read() -> None:
    assert _problems("name: A\nfor: [långtidsarbetslös]\n") == []


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ('""', (1, 7, "empty-value")),
        ("[A]", (1, 7, "not-text")),
        ("{sv: A, xx: B}", (1, 15, "unknown-term")),
        ("{en: A}", (1, 7, "swedish-missing")),
        ('{sv: ""}', (1, 12, "empty-value")),
        ("{sv: [A]}", (1, 12, "not-text")),
    ],
)
def test_a_name_in_either_form_gives_one_problem(name: str, problem: tuple[int, int, str]) -> None:
    assert _problems(f"name: {name}\n") == [problem]


def test_all_faults_of_a_record_are_told() -> None:
    assert _problems("name: A\nphone: x\nindustries: [x, café, y]\n") == [
        (2, 1, "unknown-field"),
        (3, 14, "unknown-term"),
        (3, 23, "unknown-term"),
    ]


def test_names_that_only_python_has_are_not_fields() -> None:
    assert _problems("name: A\nfor_: [långtidsarbetslös]\n") == [(2, 1, "unknown-field")]


def test_an_empty_value_is_not_told_twice() -> None:
    assert _problems("name:\n") == [(1, 1, "empty-value")]
    assert _problems("name: A\ncontacts:\n  - phone:\n") == [(3, 5, "empty-value")]
    assert _problems("name: A\ndescription:\n  sv:\n") == [(3, 3, "empty-value")]
    assert _problems("name: A\naliases: [~, B]\n") == [(2, 11, "empty-value")]


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("places: [{kind: arbetsträning, maximum: ٣}]", "whole-number"),
        ("places: [{kind: arbetsträning, maximum: -1}]", "whole-number"),
        (f"places: [{{kind: arbetsträning, maximum: {'9' * 5000}}}]", "whole-number"),
        ("places: [{kind: arbetsträning, maximum: [1]}]", "not-text"),
        ("locations: [{latitude: nan}]", "out-of-bounds"),
        ("locations: [{latitude: [1]}]", "not-text"),
        ("confirmed: {date: 20261123, by: organisationen}", "day"),
        ("confirmed: {date: 2026-W47-1, by: organisationen}", "day"),
        ("confirmed: {date: [1], by: organisationen}", "not-text"),
        ("schedule: [{days: [monday], opens: ٠٩:٠٠, closes: 16:00}]", "clock"),
        ("schedule: [{days: monday, opens: 09:00, closes: 16:00}]", "not-a-list"),
        ("schedule: [{days: [], opens: 09:00, closes: 16:00}]", "too-few"),
        ("translations: {en: {summary: {from: x, by: robot}}}", "not-one-of"),
        ("translations: {en: summary}", "not-a-map"),
        ("translations: {en: {summary: machine}}", "not-a-map"),
        ("confirmed: {date: 2026-01-01, by: organisationen, every: 0}", "out-of-bounds"),
        ("founded: ２０１６", "when"),
        ("contacts: [{website: 'javascript:alert(1)'}]", "address"),
        ("contacts: [{website: 'https://a.se/\"onclick'}]", "address"),
    ],
)
def test_values_that_python_would_let_through(field: str, code: str) -> None:
    assert [problem[2] for problem in _problems(f"name: A\n{field}\n")] == [code]


def test_faults_in_deep_places_have_their_own_lines() -> None:
    group = "for:\n  description: {sv: X}\n  situations:\n    - x\n"
    text = (
        f"name: A\nkind: tolk\n{group}application_process:\n  - {{sv: Ring.}}\n  - {{en: Call.}}\n"
    )
    assert _problems(text, Offer) == [(6, 7, "unknown-situation"), (9, 5, "swedish-missing")]


def test_a_fault_of_an_unforeseen_kind_is_told_too() -> None:
    class Other(BaseModel):
        id: str
        summary: object
        sources: object
        name: Annotated[str, Field(pattern="^B")]

    assert _problems("name: A\n", Other) == [(1, 7, "invalid-value")]


def test_a_validator_that_fails_plainly_is_told_too() -> None:
    def refuse(_value: str) -> str:
        raise ValueError

    class Other(BaseModel):
        id: str
        summary: object
        sources: object
        name: Annotated[str, AfterValidator(refuse)]

    assert _problems("name: A\n", Other) == [(1, 7, "invalid-value")]
