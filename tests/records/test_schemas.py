"""vagvisare.records.schemas: the schemas for editors say what the models say, and are right."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.site.sites import ROOT
from vagvisare.records.kinds import KINDS, Record
from vagvisare.records.schemas import path, schema
from vagvisare.yaml.yamlfile import read

EVERY = pytest.mark.parametrize("model", KINDS.values(), ids=KINDS.keys())
GOOD = {"name": "A", "summary": {"sv": "B"}, "sources": [{"url": "https://www.exempel.se/"}]}


def _validator(model: type[Record]) -> Draft202012Validator:
    return Draft202012Validator(json.loads(schema(model)))


def _data(file: Path) -> dict[str, Any]:
    document, problems = read(file.name, file.read_bytes())
    assert document, problems
    return document.data


@EVERY
def test_the_files_are_fresh(model: type[Record]) -> None:
    """After changing a model, run ``make schemas``."""
    assert (ROOT / path(model)).read_text("utf-8") == schema(model)


def test_no_file_is_left_of_a_kind_that_has_gone() -> None:
    assert {file.stem for file in (ROOT / "schemas").iterdir()} == {*KINDS}


@EVERY
def test_every_record_of_the_directory_fits(model: type[Record]) -> None:
    validator = _validator(model)
    Draft202012Validator.check_schema(validator.schema)
    for file in sorted((ROOT / "directory" / model.kind_name).glob("*.yml")):
        assert [error.message for error in validator.iter_errors(_data(file))] == [], file.name


@pytest.mark.parametrize(
    "fields",
    [
        {"nmae": "A"},
        {"summary": "B"},
        {"summary": {"en": "B"}},
        {"sources": []},
        {"contacts": [{"phone": "08-555 12 34"}]},
        {"confirmed": {"date": "2026-11-23"}},
        {"locations": [{"municipality": "0136", "latitude": 80}]},
        {"id": "a"},
    ],
    ids=str,
)
def test_what_the_check_refuses_of_a_form_does_not_fit(fields: dict[str, Any]) -> None:
    validator = _validator(KINDS["enterprises"])
    assert validator.is_valid(GOOD)
    assert not validator.is_valid({**GOOD, **fields})


def test_numbers_may_be_quoted_and_years_may_not_be() -> None:
    figures = [{"value": 12, "date": 2024}, {"value": "12", "date": "2024"}]
    assert _validator(KINDS["enterprises"]).is_valid(
        {**GOOD, "employees": figures, "places": [{"kind": "x", "maximum": "3"}]}
    )


def test_a_code_names_its_list() -> None:
    fields = json.loads(schema(KINDS["enterprises"]))["properties"]
    assert fields["industries"]["items"]["vocabulary"] == "industries"
    assert fields["status"]["vocabulary"] == "statuses"
