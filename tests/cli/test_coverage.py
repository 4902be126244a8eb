"""The command ``vagvisare coverage``: its output, and when it fails."""

import json
from pathlib import Path

import pytest
from builders import RECORDS, a_root, write
from click.testing import CliRunner, Result
from world import CONTACT, rule

from vagvisare.cli import main

SITE_LANGUAGES = ("sv", "en", "ar", "so")
LISTED = "[{locale: sv}, {locale: en}, {locale: ar}, {locale: so}]"


def _root(tmp_path: Path, contacts: list[dict[str, str]], extra: str) -> Path:
    haninge = RECORDS["partners/haninge-kommun"] | {"contacts": contacts}
    kommunen = {"name": "Kommunen", "kind": "kommun", "service_area": ["SE"]}
    records = {"partners/haninge-kommun": haninge, "partners/kommunen": kommunen}
    root = a_root(tmp_path, {**RECORDS, **records})
    last = {"rules": {"kommunen": rule("kommunen", last_resort="yes")}}
    write(root, "directory/responsibility/alla.yml", last)
    write(root, "mkdocs.yml", f"plugins: [i18n: {{languages: {LISTED}}}]\nextra: {extra}\n")
    return root


def _run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["coverage", "--root", str(root), *arguments])


def test_it_tells_and_keeps_the_promise(tmp_path: Path) -> None:
    root = _root(tmp_path, CONTACT, "{promise: {municipalities: [0136]}}")
    result = _run(root)
    assert (result.exit_code, result.stderr) == (0, "The promise to 1 municipalities holds.\n")
    assert result.stdout.startswith("2 municipalities x ")
    assert "0140 Nykvarn" in result.stdout, "what is not promised is told, and fails nothing"
    assert "0140" not in _run(root, "--municipality", "haninge").stdout
    rows = _run(
        root, "--format", "csv", "--municipality", "0136", "--language", "sv"
    ).stdout.splitlines()
    assert rows[1:]
    assert {row.split(",", 4)[4] for row in rows[1:]} == {"last-resort,0,haninge-kommun,"}
    assert json.loads(_run(root, "--format", "json").stdout)["languages"] == list(SITE_LANGUAGES)


def test_pairs_are_told_instead_as_text(tmp_path: Path) -> None:
    result = _run(_root(tmp_path, CONTACT, "{promise: {municipalities: [0136]}}"), "--pairs")
    first, *lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert " pairs of situations x " in first
    assert any(line.startswith("last-resort ") for line in lines)
    assert any(line.endswith(": nobody (1 municipalities)") for line in lines), "Nykvarn's"


def test_it_fails_where_a_promise_is_broken(tmp_path: Path) -> None:
    result = _run(_root(tmp_path, [], "{promise: {municipalities: [0136, 0140]}}"))
    assert result.exit_code == 1
    assert (
        "promised, but 0136 Haninge: asylsökande, svenska (sv, en, ar, so): nobody" in result.stderr
    )
    assert "more\n" not in result.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--municipality", "Haninge"], 'There is no municipality "Haninge". Did you mean 0136?'),
        (["--municipality", "9999"], 'There is no municipality "9999".'),
        (["--language", "xx"], 'There is no language "xx".'),
        (["--pairs", "--format", "csv"], "--pairs is written as text only"),
    ],
)
def test_wrong_use(tmp_path: Path, arguments: list[str], words: str) -> None:
    result = _run(_root(tmp_path, CONTACT, "{}"), *arguments)
    assert result.exit_code == 2
    assert words in result.stderr


def test_a_promised_code_that_is_none_is_wrong_use(tmp_path: Path) -> None:
    result = _run(_root(tmp_path, CONTACT, "{promise: {municipalities: ['94']}}"))
    assert result.exit_code == 2
    assert "no municipality has the code 94" in result.stderr


def test_errors_in_the_directory_are_told_instead(tmp_path: Path) -> None:
    root = _root(tmp_path, CONTACT, "{}")
    write(root, "directory/partners/fel.yml", "name: X\n")
    result = _run(root)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "[missing-field]" in result.stderr
