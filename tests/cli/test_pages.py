"""The command ``vagvisare pages``: pages without MkDocs, never over other people's files."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.site import sites
from tests.site.sites import tree
from vagvisare.cli import main
from vagvisare.reading.loading import load
from vagvisare.site.building import handover


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = sites.a_root(tmp_path / "root", sites.shipped("partners/kommunen"), places=("1280",))
    directory = load(root, today=sites.TODAY).directory
    shells = {code: sites.uncut_shell(root, directory, code) for code in sites.LANGUAGES}
    handover.save(tmp_path / "shells", sites.settings(), shells)
    return root


def _pages(root: Path, out: str, *more: str) -> Result:
    given = [
        "pages",
        "--shells",
        str(root.parent / "shells"),
        "--root",
        str(root),
        "--out",
        out,
        *more,
    ]
    return CliRunner().invoke(main, given)


@pytest.mark.parametrize("more", [(), ("--adopt",)])
@pytest.mark.parametrize("out", [".", "directory", "docs", "theme/pages", ".."])
def test_the_repository_is_not_written_over(
    out: str, more: tuple[str, ...], root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    before = tree(root.parent)
    result = _pages(root, out, *more)
    assert result.exit_code == 2
    assert "The site cannot be written to" in result.output
    assert tree(root.parent) == before


def test_a_folder_is_written_and_written_again(root: Path) -> None:
    out = root / "public"
    assert _pages(root, str(out)).exit_code == 0
    (out / "theirs.txt").write_text("theirs")
    result = _pages(root, str(out))
    assert (
        result.exit_code,
        result.stderr.strip().startswith("0 written"),
        (out / "theirs.txt").is_file(),
    ) == (0, True, True)


def test_a_folder_with_other_files_is_taken_over_only_when_that_is_said(root: Path) -> None:
    out = root.parent / "public"
    out.mkdir()
    (out / "thesis.doc").write_text("theirs")
    assert _pages(root, str(out)).exit_code == 2
    assert list(tree(out)) == ["thesis.doc"]
    assert _pages(root, str(out), "--adopt").exit_code == 0
    assert (out / "thesis.doc").read_text() == "theirs"
