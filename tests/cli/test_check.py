"""The command ``vagvisare check``: its output, its streams and its exit status."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from builders import a_root, write
from click.testing import CliRunner, Result

from vagvisare.cli import main

FAULTY = (
    "name: Kafé Ett\nsummary: {sv: Café.}\n"
    "sources: [{url: https://www.exempel.se/}]\nindustries: [lokalvard]\n"
)
OLD = FAULTY.replace(
    "industries: [lokalvard]", "places: [{kind: arbetsträning, updated: 2019-01-01}]"
)


FILES = 32
"""The files of the good directory: a list or a law that the project adds is one more."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A good directory."""
    return a_root(tmp_path)


def _check(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", "--root", str(root), *arguments])


def test_a_clean_directory(root: Path) -> None:
    result = _check(root)
    assert (result.exit_code, result.stdout, result.stderr) == (
        0,
        "",
        f"Inga problem i {FILES} filer.\n",
    )
    assert _check(root, "--language", "en").stderr == f"No problems in {FILES} files.\n"


def test_an_error(root: Path) -> None:
    write(root, "directory/enterprises/kafe.yml", FAULTY)
    result = _check(root)
    assert result.exit_code == 1
    assert result.stdout == (
        "directory/enterprises/kafe.yml:4:14: Okänd bransch ”lokalvard”. "
        "Menade du ”lokalvård”? [unknown-term]\n"
    )
    assert result.stderr == f"1 fel i {FILES + 1} filer.\n"


def test_warnings_only(root: Path) -> None:
    write(root, "directory/enterprises/kafe.yml", OLD)
    result = _check(root)
    assert (result.exit_code, result.stderr) == (0, f"1 varning i {FILES + 1} filer.\n")


def test_errors_and_warnings(root: Path) -> None:
    write(root, "directory/enterprises/kafe.yml", OLD)
    write(root, "directory/enterprises/kafe-tva.yml", FAULTY + "x: y\n")
    assert _check(root).stderr == f"2 fel och 1 varning i {FILES + 2} filer.\n"
    assert (
        _check(root, "--language", "en").stderr == f"2 errors and 1 warning in {FILES + 2} files.\n"
    )


@pytest.mark.parametrize(
    ("path", "exit_code"),
    [
        ("directory/partners", 0),
        ("directory/enterprises", 1),
        ("directory/enterprises/kafe.yml", 1),
        ("directory", 1),
        (".", 1),
    ],
)
def test_paths_say_what_is_told(root: Path, path: str, exit_code: int) -> None:
    write(root, "directory/enterprises/kafe.yml", FAULTY)
    assert _check(root, path).exit_code == exit_code
    assert _check(root, str(root / path)).exit_code == exit_code


def test_a_path_as_seen_from_here(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root / "directory/enterprises")
    result = _check(root, "basta-nykvarn.yml")
    assert (result.exit_code, result.stderr) == (0, "Inga problem i 1 fil.\n")


def test_the_root_is_here_unless_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    assert CliRunner().invoke(main, ["check"]).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["finns-inte.yml"], "Det finns ingen fil eller mapp finns-inte.yml."),
        (["--language", "en", "finns-inte.yml"], "There is no file or folder finns-inte.yml."),
        (["/etc"], "/etc ligger inte i "),
        (["--format", "xml"], "xml"),
        (["--language", "de"], "de"),
        (["--root", "/finns/inte"], "/finns/inte"),
    ],
)
def test_wrong_use(root: Path, arguments: list[str], words: str) -> None:
    result = _check(root, *arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert result.stdout == ""


def test_a_root_without_a_directory(tmp_path: Path) -> None:
    result = _check(tmp_path)
    assert result.exit_code == 2
    assert "Det finns ingen mapp directory" in result.stderr


def test_json(root: Path) -> None:
    write(root, "directory/enterprises/kafe.yml", FAULTY)
    result = _check(root, "--format", "json")
    assert (result.exit_code, result.stderr) == (1, "")
    assert [problem["code"] for problem in json.loads(result.stdout)] == ["unknown-term"]
    assert json.loads(_check(root, "--format", "json", "directory/partners").stdout) == []


def test_github(root: Path) -> None:
    write(root, "directory/enterprises/kafe.yml", FAULTY)
    result = _check(root, "--format", "github", "--language", "en")
    assert result.stdout.startswith(
        "::error file=directory/enterprises/kafe.yml,line=4,col=14,"
        "title=unknown-term::Unknown industry"
    )
    assert result.stderr == ""


def test_the_catalogues_are_read_too(root: Path) -> None:
    write(root, "locale/sv/LC_MESSAGES/vagvisare.po", 'msgid "Search"\nmsgstr "{{ 1 }}"\n')
    said = [(line.split()[0], line.split()[-1]) for line in _check(root).stdout.splitlines()]
    assert said == [
        ("locale/sv/LC_MESSAGES/vagvisare.po:1:1:", f"[catalogue-{code}]")
        for code in ("cut", "mark", "mark")
    ]
    write(root, "mkdocs.yml", "plugins: [{i18n: {languages: [{locale: uk}]}}]")
    assert (
        "locale/uk/LC_MESSAGES/vagvisare.po:1:1: Webbplatsen är på det här språket"
        in _check(root).stdout
    )


def test_as_a_program(root: Path) -> None:
    write(root, "directory/enterprises/kafe.yml", FAULTY)
    command = [sys.executable, "-m", "vagvisare", "check", "--root", str(root)]
    environment = {
        "PYTHONPATH": str(Path(__file__).parents[2] / "src"),
        "PYTHONIOENCODING": "utf-8",
    }
    done = subprocess.run(
        command, capture_output=True, check=False, encoding="utf-8", env=environment
    )
    assert done.returncode == 1
    assert done.stdout.count("\n") == 1
    assert done.stderr == f"1 fel i {FILES + 1} filer.\n"
