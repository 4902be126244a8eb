"""A copy of the project's own texts to send out and take back, and its differences."""

import difflib
import shutil
import tempfile
from functools import cache
from pathlib import Path

from click.testing import CliRunner, Result

from vagvisare.cli import main

ROOT = Path(__file__).parents[2]


RECORDS = ("offers/sfi", "offers/tolk", "partners/kommunen")
"""The records of a small root: reading all of them would take a second each time."""


def the_whole(folder: Path) -> Path:
    """The whole shipped directory, its prose and its configuration."""
    for name in ("directory", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def a_copy(folder: Path) -> Path:
    """The shipped vocabulary, laws, prose and configuration, and a few of the records."""
    for name in ("directory/vocabulary", "directory/laws", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    for record in RECORDS:
        target = folder / f"directory/{record}.yml"
        target.parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / f"directory/{record}.yml", target)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


@cache
def exported(form: str, language: str = "ar") -> bytes:
    """The export of the texts of `a_copy`. It is the same for every test, so it is made once."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, f"out.{form}")
        result = run(
            a_copy(Path(folder, "root")),
            "export",
            "--language",
            language,
            "--to",
            form,
            "--output",
            str(target),
        )
        assert result.exit_code == 0, result.output
        return target.read_bytes()


def restore(root: Path) -> None:
    """Restores a copy."""
    for file in differences(root):
        if (ROOT / file).exists():
            shutil.copy(ROOT / file, root / file)
        else:
            (root / file).unlink()


def run(root: Path, *arguments: str) -> Result:
    """Runs a subcommand of ``vagvisare translations``."""
    command, *rest = arguments
    return CliRunner().invoke(main, ["translations", command, "--root", str(root), *rest])


def differences(root: Path, original: Path = ROOT) -> dict[str, list[str]]:
    """The lines that differ from the original, by file.

    Lines begin with ``-`` if they are gone, with ``+`` if they are new.
    """
    found = {}
    for name in ("directory", "docs"):
        files = {path.relative_to(root) for path in (root / name).rglob("*") if path.is_file()}
        for file in sorted(files):
            before, after = (_content(base / file) for base in (original, root))
            if before != after:
                lines = difflib.unified_diff(
                    *(c.decode().splitlines() for c in (before, after)), n=0, lineterm=""
                )
                found[file.as_posix()] = [
                    line for line in lines if line[:2] not in {"--", "++", "@@"}
                ]
    return found


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""
