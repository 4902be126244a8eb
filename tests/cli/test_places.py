"""The command ``vagvisare places``: what it writes, and what it says when it writes nothing."""

from pathlib import Path

import pytest
from builders import a_root, write
from click.testing import CliRunner, Result

from vagvisare.cli import main

KAFE = (
    "name: Kafé Ett\nsummary: {sv: Café.}\n"
    "places:\n# köket\n- kind: arbetsträning\n  maximum: 5\nsources: [{title: x}]\n"
)
FIGURES = '{"format":"1","places":{\n"basta-nykvarn":{"arbetsträning":{"maximum":2}}\n}}\n'


@pytest.fixture
def kafe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A root with a record and a built site, at a fixed date."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795435200")  # 2026-11-23
    root = a_root(tmp_path)
    write(root, "directory/enterprises/kafe.yml", KAFE)
    write(root, "site/places.json", FIGURES)
    return root


def _places(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["places", *arguments, "--root", str(root)])


def test_free_places_are_set_in_the_record_and_nothing_else(kafe: Path) -> None:
    result = _places(kafe, "set", "kafe", "--kind", "arbetsträning", "--available", "3")
    file = kafe / "directory/enterprises/kafe.yml"
    assert (result.exit_code, result.stdout) == (
        0,
        f"{file}: Arbetsträning, 3 lediga av 5, 2026-11-23.\n",
    )
    expected = KAFE.replace(
        "  maximum: 5\n", "  maximum: 5\n  available: 3\n  updated: 2026-11-23\n"
    )
    assert file.read_text("utf-8") == expected
    assert (kafe / "site/places.json").read_text("utf-8") == FIGURES
    assert CliRunner().invoke(main, ["check", "--root", str(kafe)]).exit_code == 0


def test_a_built_site_shows_it_without_a_build(kafe: Path) -> None:
    site = str(kafe / "site")
    arguments = (
        "set",
        "kafe",
        "--kind",
        "arbetsträning",
        "--available",
        "2",
        "--maximum",
        "4",
        "--date",
        "2026-11-01",
    )
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
def test_nothing_is_written_that_would_be_wrong(
    kafe: Path, arguments: list[str], words: str
) -> None:
    result = _places(
        kafe, "set", "kafe", "--kind", "arbetsträning", *arguments, "--site", str(kafe / "site")
    )
    assert result.exit_code == 1
    assert words in result.stdout
    assert (kafe / "directory/enterprises/kafe.yml").read_text("utf-8") == KAFE
    assert (kafe / "site/places.json").read_text("utf-8") == FIGURES


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_damaged_file_of_the_site_is_told_and_left(kafe: Path, language: str) -> None:
    write(kafe, "site/places.json", FIGURES[:40])
    arguments = (
        "set",
        "kafe",
        "--kind",
        "arbetsträning",
        "--available",
        "1",
        "--site",
        str(kafe / "site"),
    )
    assert _places(kafe, *arguments, "--language", language).exit_code == 1
    assert (kafe / "directory/enterprises/kafe.yml").read_text("utf-8") == KAFE
    assert (kafe / "site/places.json").read_text("utf-8") == FIGURES[:40]
    assert (
        _places(kafe, "check", str(kafe / "site/places.json"), "--language", language).exit_code
        == 1
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ["basta", "--kind", "arbetsträning", "--available", "1"],
            "Det finns inget företag basta.",
        ),
        (["kafe", "--kind", "arbetstraning", "--available", "1"], "Menade du arbetsträning?"),
        (["kafe", "--kind", "arbetsträning"], "Ange --available, --maximum eller båda."),
        (
            ["kafe", "--kind", "arbetsträning", "--available", "1", "--site", "directory"],
            "Bygg webbplatsen först.",
        ),
    ],
)
def test_wrong_use_of_places_is_told(
    kafe: Path, arguments: list[str], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(kafe)
    result = _places(kafe, "set", *arguments)
    assert result.exit_code == 2
    assert words in result.stderr
