"""Files written together: all or none."""

from pathlib import Path

import pytest

from vagvisare.yaml.writing import write


def test_all(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": b"1", "b/c.txt": b"2"})
    assert sorted(path.name for path in tmp_path.rglob("*.txt")) == ["a.txt", "c.txt"]


def test_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"before")
    (tmp_path / "b").write_bytes(b"a file where a folder would have to be")
    with pytest.raises(OSError, match="b"):
        write(tmp_path, {"a.txt": b"after", "b/c.txt": b"2"})
    assert (tmp_path / "a.txt").read_bytes() == b"before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b"]
