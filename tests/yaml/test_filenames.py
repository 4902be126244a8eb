"""vagvisare.yaml.filenames: which files are links to elsewhere, and what a name should be."""

from pathlib import Path

import pytest

from vagvisare.yaml.filenames import as_id, leads_out


@pytest.mark.parametrize(
    ("name", "plain"),
    [("Om oss", "om-oss"), ("Åsa & Co", "asa-co"), ("x.md", "x-md"), ("---", ""), ("\udce5", "")],
)
def test_a_name_as_an_id(name: str, plain: str) -> None:
    assert as_id(name) == plain


def test_what_leads_out_of_a_folder(tmp_path: Path) -> None:
    inside, outside = tmp_path / "folder", tmp_path / "other"
    inside.mkdir()
    outside.touch()
    (inside / "file").touch()
    targets = {"in": "file", "out": "../other", "loop": "loop", "nothing": "none"}
    for name, target in targets.items():
        (inside / name).symlink_to(target)
    assert {name: leads_out(inside, inside / name) for name in ("file", *targets)} == {
        "file": False,
        "in": False,
        "out": True,
        "loop": True,
        "nothing": False,
    }
