"""Files into the site: only what changed is written, what is gone is removed, and all of it only at the end.

New content waits in a folder beside the site until the whole build has succeeded, so a build that fails leaves the site
as it was; the moving at the end is renames only.
"""

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Changes:
    """What a build did to the site: files written, removed, and left as they were."""

    written: int
    removed: int
    kept: int


@dataclass(frozen=True, slots=True)
class Output:
    """A site's folder and the folder beside it where new files wait. Several processes may `put` at once."""

    site: Path

    @property
    def waiting(self) -> Path:
        """The folder where new files wait: beside the site, so that moving them is a rename."""
        return self.site.with_name(f".{self.site.name}.new")

    def start(self) -> None:
        """Clears what an interrupted build may have left waiting. Raises OSError when the place cannot be written."""
        shutil.rmtree(self.waiting, ignore_errors=True)
        self.waiting.mkdir(parents=True)

    def put(self, path: str, content: bytes) -> bool:
        """Lets a file wait for `finish`, unless the site has just that content already. True when it waits."""
        if _same(f"{self.site}/{path}", content):
            return False
        write(f"{self.waiting}/{path}", content)
        return True

    def finish(self, paths: Iterable[str]) -> Changes:
        """Moves the waiting files in and removes every file of the site that is not in ``paths``."""
        expected = set(paths)
        if not self.site.exists():
            os.replace(self.waiting, self.site)
            return Changes(len(expected), 0, 0)
        waiting = list(_files(self.waiting))
        for path in waiting:
            _move(self.waiting / path, self.site / path)
        gone = [path for path in _files(self.site) if path not in expected]
        for path in gone:
            remove(self.site, path)
        shutil.rmtree(self.waiting)
        return Changes(len(waiting), len(gone), len(expected) - len(waiting))

    def abandon(self) -> None:
        """Throws away what is waiting; the site stays as it was."""
        shutil.rmtree(self.waiting, ignore_errors=True)


def _same(path: str, content: bytes) -> bool:
    try:
        if os.stat(path).st_size != len(content):
            return False
        with open(path, "rb") as file:
            return file.read() == content
    except OSError:
        return False


def write(path: str, content: bytes) -> None:
    """Writes a file, making its folder where there is none (tried only then: most of 41,000 pages need no second look)."""
    try:
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    try:
        view = memoryview(content)
        while view:
            view = view[os.write(file, view) :]
    finally:
        os.close(file)


def replace(path: str, content: bytes) -> None:
    """Puts a new file in the place of an old one in one step, so that nobody reads half a page."""
    beside = f"{path}.new"
    write(beside, content)
    os.replace(beside, path)


def _files(folder: Path) -> Iterable[str]:
    """The files below a folder, relative to it, with ``/``."""
    start = len(str(folder)) + 1
    for root, _, names in os.walk(folder):
        place = root[start:].replace(os.sep, "/")
        for name in names:
            yield f"{place}/{name}" if place else name


def _move(source: Path, target: Path) -> None:
    try:
        os.replace(source, target)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        _make_room(target)
        os.replace(source, target)


def _make_room(target: Path) -> None:
    """Makes the folders for a file, clearing a file or folder of an earlier site that stands in its way."""
    for parent in reversed(target.parents):
        if parent.is_file():
            parent.unlink()
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir():
        shutil.rmtree(target)


def remove(site: Path, path: str) -> None:
    """Removes a file and the folders that it leaves empty."""
    (site / path).unlink(missing_ok=True)
    for parent in (site / path).parents:
        if parent == site or any(parent.iterdir()):
            return
        parent.rmdir()
