"""Test sites, built by whichever process needs one first, and kept from run to run.

They are rebuilt only when something they are made from has changed.
"""

import fcntl
import functools
import hashlib
import os
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
MADE_OF = (
    "src",
    "hooks",
    "theme",
    "locale",
    "docs",
    "directory",
    "tests/site",
    "tests/hostile",
    "mkdocs.yml",
    "requirements.txt",
)
"""Everything that decides how a test's site looks: the sources, and what tests add to them."""
PLACE = ROOT / "build" / "test-sites"
LONGEST_RUN = 3 * 60 * 60
"""Seconds."""


def kept(name: str, make: Callable[[Path], object]) -> Path:
    """The folder that ``make`` filled, in this run or in an earlier one with the same sources.

    Nobody may change it.
    """
    folder = _folder()
    made, whole = folder / name, folder / f"{name}.whole"
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not whole.exists():
            shutil.rmtree(made, ignore_errors=True)
            made.mkdir()
            make(made)
            whole.touch()
    return made


@functools.cache
def _folder() -> Path:
    """The folder of these sources; its modification time is that of the last run that used it."""
    folder = PLACE / _fingerprint()
    folder.mkdir(parents=True, exist_ok=True)
    os.utime(folder)
    return folder


def _fingerprint() -> str:
    seen = hashlib.sha256(sys.version.encode())
    for name in MADE_OF:
        for path in sorted(_files(ROOT / name)):
            seen.update(f"{path.relative_to(ROOT)}\0{path.stat().st_size}\0".encode())
            seen.update(path.read_bytes())
    return seen.hexdigest()[:16]


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return [file for file in path.rglob("*") if file.is_file() and "__pycache__" not in file.parts]


def forget_older() -> None:
    """Removes the sites that no run has used for `LONGEST_RUN`.

    A run that is still going may need a younger one.
    """
    for folder in PLACE.glob("*/"):
        if folder.stat().st_mtime < time.time() - LONGEST_RUN:
            shutil.rmtree(folder)
