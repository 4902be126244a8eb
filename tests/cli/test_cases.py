"""The command ``vagvisare cases``: its output, and when it fails."""

import json
from pathlib import Path

from click.testing import CliRunner, Result
from world import ROOT

from vagvisare.cli import main

SOUND = {
    "id": "sound",
    "situations": ["asylsökande"],
    "need": "försörjning",
    "municipality": "0136",
    "first": "migrationsverket",
}


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["cases", "--root", str(ROOT), *map(str, arguments)])


def _file(tmp_path: Path, *entries: object) -> Path:
    path = tmp_path / "cases.json"
    path.write_text(json.dumps({"cases": entries}), "utf-8")
    return path


def test_the_cases_of_the_repository_hold() -> None:
    result = _run()
    assert result.exit_code == 0, result.output
    number = len(list((ROOT / "tests/cases").glob("*.yml")))
    assert result.output.splitlines()[-1] == f"{number} of {number} cases hold"


def test_one_that_fails_is_told_with_what_was_expected(tmp_path: Path) -> None:
    wrong = {
        **SOUND,
        "id": "wrong",
        "first": "csn",
        "must_offer": ["barnbidrag"],
        "must_never_show": ["a map"],
    }
    result = _run(_file(tmp_path, wrong, SOUND))
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        "FAIL wrong",
        "     first: expected csn, got migrationsverket",
        "     must offer barnbidrag: not there",
        "     note: must never show a map: nothing in the directory is called so",
        "ok   sound",
        "1 of 2 cases hold",
    ]


def test_what_cannot_be_read_fails_in_words_and_the_next_is_tried(tmp_path: Path) -> None:
    result = _run(_file(tmp_path, {**SOUND, "id": "odd", "situations": ["måne"]}, SOUND))
    assert result.exit_code == 1
    assert "FAIL odd\n     situations: there is no 'måne'" in result.output
    assert "ok   sound" in result.output


def test_a_file_that_is_none_of_cases_fails_in_words(tmp_path: Path) -> None:
    path = tmp_path / "cases.yml"
    path.write_text("a: [", "utf-8")
    result = _run(path, _file(tmp_path, SOUND))
    assert (result.exit_code, result.output.splitlines()[-1]) == (1, "1 of 2 cases hold")
    assert f"FAIL {path}: cannot be read as YAML" in result.output
    assert "Traceback" not in result.output


def test_verbose_says_what_each_is_told(tmp_path: Path) -> None:
    result = _run(_file(tmp_path, SOUND), "--verbose")
    assert "     told: migrationsverket, asylrattscentrum" in result.output
    assert "offers: dagersattning" in result.output


def test_weight_names_what_these_cases_do_not_need_and_fails(tmp_path: Path) -> None:
    result = _run(_file(tmp_path, SOUND), "--weight")
    assert result.exit_code == 1
    assert (
        "dead weight: overklaga/csn-overklaga: without it no case fails and no outcome changes"
        in result.stdout.splitlines()
    )
