"""Files of cases as people write them: YAML or JSON.

Bodies may go by other words, and faults are reported in words.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from world import TODAY, real

from vagvisare.guidance.cases import Case, failures
from vagvisare.reading.casefiles import LIMIT, CaseError, cases_of, files_of
from vagvisare.reading.casewords import Spellings

ENTRY = {"situations": ["flykting"], "need": "svenska", "municipality": "0136"}


def _read(tmp_path: Path, text: str, name: str = "cases.yml") -> list[Case]:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return list(cases_of(path, real()))


def _one(tmp_path: Path, **fields: Any) -> Case:
    return _read(tmp_path, json.dumps({**ENTRY, **fields}))[0]


def test_a_case_in_yaml_says_who_where_and_what() -> None:
    (case,) = cases_of(Path(__file__).parent.parent / "cases/c01.yml", real())
    assert (case.name, case.municipality, case.first) == ("c01", "2305", "kommunen/socialtjänst")
    assert (case.person.need, case.person.language, case.person.age) == ("försörjning", "so", 38)
    assert (case.person.months_since_permit, case.faults) == (60, ())


def test_a_list_of_cases_in_json_is_read_with_its_nulls(tmp_path: Path) -> None:
    entries = [
        {
            **ENTRY,
            "id": "C1",
            "age": None,
            "months_since_permit": None,
            "municipality": "Bräcke (2305)",
            "confidence": "high",
        },
        {**ENTRY, "municipality": "haninge", "age": 30, "language": "ti"},
    ]
    first, second = _read(
        tmp_path, json.dumps({"meta": {"today": "2026-11-27"}, "cases": entries}), "cases.json"
    )
    assert (first.name, first.municipality, first.person.age) == ("C1", "2305", None)
    assert (second.name, second.municipality, second.person.age, second.person.language) == (
        "cases 2",
        "0136",
        30,
        "ti",
    )


@pytest.mark.parametrize(
    ("field", "value", "fault"),
    [
        (
            "situations",
            ["flykting", "måne"],
            "situations: there is no 'måne'; directory/vocabulary/situations.yml lists them",
        ),
        ("need", "måne", "need: there is no 'måne'; directory/vocabulary/needs.yml lists them"),
        (
            "municipality",
            "Atlantis",
            "municipality: there is no 'Atlantis'; write its code, as \"0136\"",
        ),
        ("age", "old", "age: 'old' is no whole number; write as 34"),
        ("age", "9" * 5000, f"age: {'9' * 5000!r} is no whole number; write as 34"),
        ("first", ["112"], "first: write one word or number, no list"),
        ("must_name", [["112"]], "must_name: write a list of words, as [flykting, nyanländ]"),
    ],
)
def test_what_cannot_be_read_fails_that_case_alone(
    tmp_path: Path, field: str, value: Any, fault: str
) -> None:
    broken, sound = _read(tmp_path, json.dumps([{**ENTRY, field: value}, ENTRY]))
    assert list(failures(real(), broken, TODAY)) == [fault]
    assert sound.faults == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[1, 2]", 'write one case, or a list of cases under "cases:"'),
        ("cases: many", 'write one case, or a list of cases under "cases:"'),
        ("a: [", "cannot be read as YAML"),
        ("[" * 100_000, "cannot be read as YAML"),
        ("x" * (LIMIT + 1), "larger than 1000 kB"),
    ],
)
def test_a_file_that_is_none_of_cases_is_refused_in_words(
    tmp_path: Path, text: str, said: str
) -> None:
    with pytest.raises(CaseError, match=said):
        _read(tmp_path, text)


def test_a_folder_gives_its_files_of_cases_in_order(tmp_path: Path) -> None:
    for name in ("b.yml", "a.json", "notes.txt"):
        (tmp_path / name).write_text("{}", "utf-8")
    assert [path.name for path in files_of((tmp_path,))] == ["a.json", "b.yml"]


# --- other words ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "bodies"),
    [
        ("arbetsformedlingen", ["arbetsformedlingen"]),
        ("Arbetsförmedlingen", ["arbetsformedlingen"]),
        ("kommunen/skola", ["kommunen/skola"]),
        ("kommun (socialtjänst)", ["kommunen/socialtjänst"]),
        ("kommun (socialtjänsten)", ["kommunen/socialtjänst"]),
        ("kommun (socialtjänst) in the new municipality", ["kommunen/socialtjänst"]),
        ("kommun (KAA)", ["kommunen/kaa"]),
        ("kommun (LSS-handläggare)", ["kommunen/lss"]),
        ("region (rehabkoordinator)", ["regionen/rehabkoordinator"]),
        ("region via 1177", ["regionen/vårdråd"]),
        ("socialjour", ["kommunen/socialjour"]),
        ("the employer", ["arbetsgivaren"]),
        ("migrationsverket (own permit)", ["migrationsverket"]),
        ("förvaltningsrätten (through the municipality)", ["forvaltningsratten"]),
        ("112 / 116 016", ["112 or kvinnofridslinjen"]),
        ("112 / bris 116 111", ["112 or bris"]),
        ("alfa-kassan or own a-kassa", ["alfa-kassan or a-kassan"]),
        ("civil society (Red Cross, Stadsmission)", ["roda-korset", "sveriges-stadsmissioner"]),
        ("the moon", ["the moon"]),
    ],
)
def test_bodies_are_read_as_people_write_them(written: str, bodies: list[str]) -> None:
    assert list(Spellings(real()).bodies(written)) == bodies


@pytest.mark.parametrize(
    ("written", "thing"),
    [
        ("kommun (socialtjänst) first", "kommunen/socialtjänst first"),
        ("nystartsjobb first", "nystartsjobb first"),
        ("nystartsjobb yet (six of nine months are needed)", "nystartsjobb"),
        ("nystartsjobb on the ground of prison", "nystartsjobb"),
        ("barnbidrag as a right", "barnbidrag"),
        ("aldreforsorjningsstod now", "aldreforsorjningsstod"),
        ("kommun (socialtjänst) as payer", "kommunen-forsorjningsstod"),
        ("an enterprise", "enterprises"),
        ("010-223 57 60 (for professionals)", "heder-prof"),
        ("police", "11414"),
        ("KAA", "kaa"),
        ("a map or address", "a map or address"),
    ],
)
def test_what_must_never_be_shown_is_read_as_people_write_it(written: str, thing: str) -> None:
    assert Spellings(real()).thing(written) == thing


def test_an_offer_is_known_by_its_other_names(tmp_path: Path) -> None:
    assert _one(tmp_path, must_offer=["svenska för invandrare", "sfi", "måne"]).must_offer == (
        "sfi",
        "sfi",
        "måne",
    )
