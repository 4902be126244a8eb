"""vagvisare.records.fields: the values of fields with an aspect, wherever they are in a record."""

from typing import Annotated

import pytest
from builders import an_enterprise, an_offer
from pydantic import BaseModel

from vagvisare.records.fields import Aspect, Coded, Dated, Heard, Translated, values
from vagvisare.records.kinds import KINDS, Record

SOURCES = [{"title": "x", "date": "2016"}, {"title": "y"}, {"title": "z", "date": "2017/.."}]


class Inner(BaseModel):
    """A part of a record."""

    word: Annotated[str, Heard()] | None = None
    plain: str = ""


class Outer(BaseModel):
    """A record with an aspect on a field, on items of a list, in parts, and within a map."""

    one: Annotated[str, Heard()] = ""
    several: tuple[Annotated[str, Heard()], ...] = ()
    part: Inner | None = None
    parts: tuple[Inner, ...] = ()
    by_language: dict[str, Annotated[str, Heard()]] = {}


def _found(record: BaseModel, aspect: type[Aspect]) -> dict[tuple[str | int, ...], str]:
    return {path: str(value) for path, _, value in values(record, aspect)}


def test_an_aspect_is_found_on_fields_items_and_parts_but_not_within_maps() -> None:
    outer = Outer(
        one="1",
        several=("2", "3"),
        part=Inner(word="4", plain="5"),
        parts=(Inner(), Inner(word="6")),
        by_language={"sv": "7"},
    )
    assert _found(outer, Heard) == {
        ("one",): "1",
        ("several", 0): "2",
        ("several", 1): "3",
        ("part", "word"): "4",
        ("parts", 1, "word"): "6",
    }


def test_every_date_of_a_record_is_found_and_no_other_value() -> None:
    enterprise = an_enterprise(
        founded="1994", sources=SOURCES, agreements=[{"kind": "lov", "date": "2020~"}]
    )
    assert _found(enterprise, Dated) == {
        ("sources", 0, "date"): "2016",
        ("sources", 2, "date"): "2017/..",
        ("founded",): "1994",
        ("agreements", 0, "date"): "2020~",
    }


def test_a_field_goes_by_the_name_that_the_file_has() -> None:
    offer = an_offer(**{"for": {"description": {"sv": "Alla."}}})
    assert ("for", "description") in _found(offer, Translated)
    offer = an_offer(**{"for": {"situations": ["asylsökande"]}})
    assert _found(offer, Coded)["for", "situations", 0] == "asylsökande"


def test_an_aspect_says_what_it_says_of_the_value() -> None:
    enterprise = an_enterprise(industries=["café"], swedish_level="A1")
    assert {(value, aspect.vocabulary) for _, aspect, value in values(enterprise, Coded)} == {
        ("café", "industries"),
        ("A1", "swedish-levels"),
    }


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
def test_every_code_names_its_list_in_the_schema(kind: type[Record]) -> None:
    schema = kind.model_json_schema()
    assert schema["properties"]["status"]["anyOf"][0] == {
        "type": "string",
        "vocabulary": "statuses",
    }
