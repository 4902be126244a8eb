"""The command as it is used: what it prints, where, and how it exits."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from builders import a_root, write
from click.testing import CliRunner, Result

from vagvisare.cli import main

FAULTY = "name: Kafé Ett\nsummary: {sv: Café.}\nsources: [{url: https://www.exempel.se/}]\nindustries: [lokalvard]\n"
OLD = FAULTY.replace("industries: [lokalvard]", "places: [{kind: arbetsträning, updated: 2019-01-01}]")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A good directory."""
    return a_root(tmp_path)


def _check(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", "--root", str(root), *arguments])


def test_a_clean_directory(root: Path) -> None:
    result = _check(root)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "Inga problem i 30 filer.\n")
    assert _check(root, "--language", "en").stderr == "No problems in 30 files.\n"


def test_an_error(root: Path) -> None:
    write(root, "directory/enterprises/kafe.yml", FAULTY)
    result = _check(root)
    assert result.exit_code == 1
    assert result.stdout == (
        "directory/enterprises/kafe.yml:4:14: Okänd bransch ”lokalvard”. Menade du ”lokalvård”? [unknown-term]\n"
    )
    assert result.stderr == "1 fel i 31 filer.\n"


def test_warnings_only(root: Path) -> None:
    write(root, "directory/enterprises/kafe.yml", OLD)
    result = _check(root)
    assert (result.exit_code, result.stderr) == (0, "1 varning i 31 filer.\n")


def test_errors_and_warnings(root: Path) -> None:
    write(root, "directory/enterprises/kafe.yml", OLD)
    write(root, "directory/enterprises/kafe-tva.yml", FAULTY + "x: y\n")
    assert _check(root).stderr == "2 fel och 1 varning i 32 filer.\n"
    assert _check(root, "--language", "en").stderr == "2 errors and 1 warning in 32 files.\n"


@pytest.mark.parametrize(
    ("path", "exit_code"),
    [("directory/partners", 0), ("directory/enterprises", 1), ("directory/enterprises/kafe.yml", 1), ("directory", 1), (".", 1)],
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
        "::error file=directory/enterprises/kafe.yml,line=4,col=14,title=unknown-term::Unknown industry"
    )
    assert result.stderr == ""


def test_as_a_program(root: Path) -> None:
    write(root, "directory/enterprises/kafe.yml", FAULTY)
    command = [sys.executable, "-m", "vagvisare", "check", "--root", str(root)]
    environment = {"PYTHONPATH": str(Path(__file__).parent.parent / "src"), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8", env=environment)
    assert done.returncode == 1
    assert done.stdout.count("\n") == 1
    assert done.stderr == "1 fel i 31 filer.\n"


# --- places -----------------------------------------------------------------------------------------------------------------

KAFE = "name: Kafé Ett\nsummary: {sv: Café.}\nplaces:\n# köket\n- kind: arbetsträning\n  maximum: 5\nsources: [{title: x}]\n"
FIGURES = '{"format":"1","places":{\n"basta-nykvarn":{"arbetsträning":{"maximum":2}}\n}}\n'


@pytest.fixture
def kafe(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A root with a record and a built site, on a day of its own."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795435200")  # 2026-11-23
    write(root, "directory/enterprises/kafe.yml", KAFE)
    write(root, "site/places.json", FIGURES)
    return root


def _places(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["places", *arguments, "--root", str(root)])


def test_free_places_are_set_in_the_record_and_nothing_else(kafe: Path) -> None:
    result = _places(kafe, "set", "kafe", "--kind", "arbetsträning", "--available", "3")
    file = kafe / "directory/enterprises/kafe.yml"
    assert (result.exit_code, result.stdout) == (0, f"{file}: Arbetsträning, 3 lediga av 5, 2026-11-23.\n")
    expected = KAFE.replace("  maximum: 5\n", "  maximum: 5\n  available: 3\n  updated: 2026-11-23\n")
    assert file.read_text("utf-8") == expected
    assert (kafe / "site/places.json").read_text("utf-8") == FIGURES
    assert _check(kafe).exit_code == 0


def test_a_built_site_shows_it_without_a_build(kafe: Path) -> None:
    site = str(kafe / "site")
    arguments = ("set", "kafe", "--kind", "arbetsträning", "--available", "2", "--maximum", "4", "--date", "2026-11-01")
    result = _places(kafe, *arguments, "--site", site, "--language", "sv")
    assert result.exit_code == 0
    lines = (kafe / "site/places.json").read_text("utf-8").splitlines()
    assert lines[1:3] == [
        FIGURES.splitlines()[1] + ",",
        '"kafe":{"arbetsträning":{"maximum":4,"available":2,"updated":"2026-11-01"}}',
    ]
    assert _places(kafe, "check", site).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--available", "-1"], "”-1” är inte ett heltal."),
        (["--available", "6"], "Fler lediga platser (6) än platser (5)."),
        (["--available", "1", "--date", "2026-11-24"], "Dagen 2026-11-24 har inte varit ännu"),
        (["--available", "1", "--date", "i dag"], "i dag"),
        (["--available", "1 # ett"], "1 # ett"),
    ],
)
def test_nothing_is_written_that_would_be_wrong(kafe: Path, arguments: list[str], words: str) -> None:
    result = _places(kafe, "set", "kafe", "--kind", "arbetsträning", *arguments, "--site", str(kafe / "site"))
    assert result.exit_code == 1
    assert words in result.stdout
    assert (kafe / "directory/enterprises/kafe.yml").read_text("utf-8") == KAFE
    assert (kafe / "site/places.json").read_text("utf-8") == FIGURES


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_damaged_file_of_the_site_is_told_and_left(kafe: Path, language: str) -> None:
    write(kafe, "site/places.json", FIGURES[:40])
    arguments = ("set", "kafe", "--kind", "arbetsträning", "--available", "1", "--site", str(kafe / "site"))
    assert _places(kafe, *arguments, "--language", language).exit_code == 1
    assert (kafe / "directory/enterprises/kafe.yml").read_text("utf-8") == KAFE
    assert (kafe / "site/places.json").read_text("utf-8") == FIGURES[:40]
    assert _places(kafe, "check", str(kafe / "site/places.json"), "--language", language).exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["basta", "--kind", "arbetsträning", "--available", "1"], "Det finns inget företag basta."),
        (["kafe", "--kind", "arbetstraning", "--available", "1"], "Menade du arbetsträning?"),
        (["kafe", "--kind", "arbetsträning"], "Ange --available, --maximum eller båda."),
        (["kafe", "--kind", "arbetsträning", "--available", "1", "--site", "directory"], "Bygg webbplatsen först."),
    ],
)
def test_wrong_use_of_places_is_told(kafe: Path, arguments: list[str], words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(kafe)
    result = _places(kafe, "set", *arguments)
    assert result.exit_code == 2
    assert words in result.stderr
