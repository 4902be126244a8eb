"""vagvisare.reading.folders: files left by editors and systems, and advice on names."""

from pathlib import Path

import pytest
from builders import RECORDS, a_root

from vagvisare.problems.problems import as_text
from vagvisare.reading.loading import load
from vagvisare.yaml.filenames import passed_over

LEFT = (
    *(
        "basta-nykvarn.yml~",
        "#basta-nykvarn.yml#",
        "basta-nykvarn.yml.orig",
        "basta-nykvarn.yml.bak",
        "Thumbs.db",
        "desktop.ini",
    ),
    *(
        "._basta-nykvarn.yml",
        ".basta.yml.swp",
        "basta.yml.~1~",
        "Basta.YML.BAK",
        "basta.yml.rej",
        "basta.yml.tmp",
        "Desktop.ini",
    ),
    *(
        "~$basta.docx",
        "~syncthing~basta.yml.tmp",
        "ehthumbs.db",
        "basta.yml.swp",
        "basta.yml.old",
        "Icon\r",
    ),
)
NOT_LEFT = (
    "provkok.yml.txt",
    "basta.yaml",
    "basta.yml",
    "basta",
    "basta.bak.yml",
    "thumbs.yml",
    "~.yml",
    "basta.doc",
)


@pytest.mark.parametrize("name", LEFT)
def test_what_editors_and_systems_leave_is_passed_over(name: str) -> None:
    assert passed_over(name)


@pytest.mark.parametrize("name", NOT_LEFT)
def test_what_somebody_may_have_meant_as_a_record_is_not(name: str) -> None:
    assert not passed_over(name)


@pytest.mark.parametrize("folder", ["", "enterprises", "vocabulary", "recordings"])
def test_it_changes_nothing(folder: str, tmp_path: Path) -> None:
    root = a_root(tmp_path, RECORDS)
    before = load(root)
    (root / "directory" / folder).mkdir(exist_ok=True)
    for name in LEFT:
        (root / "directory" / folder / name).write_bytes(b"\xff\x00 anything")
    after = load(root)
    assert (after.problems, list(after.directory)) == (before.problems, list(before.directory))


def _advice(root: Path, *names: str) -> list[str]:
    for name in names:
        (root / "directory" / "enterprises" / name).write_text("name: X\n", "utf-8")
    return [line for line in as_text(load(root).problems, "en") if "[file-" in line]


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        *(
            ("ny.yml.txt", "ny.yml"),
            ("ny.yaml", "ny.yml"),
            ("ny.txt", "ny.yml"),
            ("Nytt Kök.yaml", "nytt-kok.yml"),
        ),
        *(
            ("ny.YML", "ny.yml"),
            ("ny", "ny.yml"),
            ("ny.yml.yml", "ny.yml"),
            ("Nytt Kök.yml", "nytt-kok.yml"),
        ),
    ],
)
def test_the_advice_is_a_name_that_a_record_may_have(
    name: str, advice: str, tmp_path: Path
) -> None:
    root = a_root(tmp_path, RECORDS)
    (told,) = _advice(root, name)
    assert f"Example: {advice} [" in told


@pytest.mark.parametrize("name", ["ny.yml.txt", "ny.yaml", "Ny.yml", "ny.yml.yml", "-"])
def test_no_advice_names_a_file_that_is_there(name: str, tmp_path: Path) -> None:
    root = a_root(tmp_path, RECORDS)
    (root / "directory" / "enterprises" / "ny.yml").write_text("", "utf-8")
    (told,) = _advice(root, *([name] if name != "-" else ["---.yml"]))
    assert "Example" not in told
