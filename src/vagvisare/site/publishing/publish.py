"""Files into the site: only what changed is written, what is gone is removed, and all of it only at the end.

New content waits in a folder beside the site until the whole build has succeeded, so a build that fails leaves the site
as it was; the moving at the end is renames only.
"""

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from vagvisare.site.publishing import manifest, target
from vagvisare.site.publishing.manifest import Manifest, ours, stamped
from vagvisare.site.publishing.refusal import Refused

PLAIN = ".nojekyll"
"""Tells GitHub Pages to leave out nothing: without it, names that begin with ``_`` are not published."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What a build did to the site: files written, removed, and left as they were."""

    written: int
    removed: int
    kept: int


@dataclass(slots=True)
class Output:
    """A site's folder and the folder beside it where new files wait. Several processes may `put` at once.

    ``adopt`` takes over a folder that holds other files, which stay. A ``private`` folder is all ours, as a preview's is.
    """

    site: Path
    adopt: bool = False
    private: bool = False
    _earlier: Manifest = field(default_factory=Manifest)
    _taken_over: bool = False

    @property
    def waiting(self) -> Path:
        """The folder where new files wait: beside the site, so that moving them is a rename."""
        return self.site.with_name(f".{self.site.name}.new")

    def start(self) -> None:
        """Clears what an interrupted build may have left waiting.

        Raises Refused for a folder that is not ours, OSError when the place cannot be written.
        """
        if self.private:
            self._earlier, self._taken_over = Manifest(frozenset(_files(self.site))), True
        else:
            self._earlier = target.earlier(self.site, adopt=self.adopt)
            self._taken_over = target.of_an_earlier_version(self.site) and not (self.site / manifest.NAME).exists()
        shutil.rmtree(self.waiting, ignore_errors=True)
        self.waiting.mkdir(parents=True)

    def put(self, path: str, content: bytes) -> bool:
        """Lets a file wait for `finish`, unless the site has just that content already. True when it waits."""
        if _same(f"{self.site}/{path}", content):
            return False
        write(f"{self.waiting}/{path}", content)
        return True

    def finish(self, paths: Iterable[str]) -> Changes:
        """Moves the waiting files in and removes every file of earlier builds that is not in ``paths``; no other.

        Raises Refused before anything is moved where somebody else's file is in the way.
        """
        expected, waiting = set(paths), sorted(_files(self.waiting), key=_turn)
        following = self._earlier.followed_by(expected)
        gone = sorted(path for path in self._earlier.all - following.all if ours(path))
        if not self.site.exists():
            self._list(following, self.waiting)
            os.replace(self.waiting, self.site)
            return Changes(len(expected), 0, 0)
        self._look_ahead([*expected, *gone], waiting)
        self._list(Manifest(self._earlier.files | following.files, self._earlier.kept | following.kept), self.site)
        for path in waiting:
            _move(self.waiting / path, self.site / path)
        for path in gone:
            remove(self.site, path)
        self._list(following, self.site)
        shutil.rmtree(self.waiting)
        return Changes(len(waiting), len(gone), len(expected) - len(waiting))

    def _look_ahead(self, expected: Iterable[str], waiting: Iterable[str]) -> None:
        """Raises Refused for links among the site's folders, and for files in the way that no build has written."""
        folders = {str(parent) for path in expected for parent in PurePosixPath(path).parents} - {"."}
        if links := sorted(folder for folder in folders if os.path.islink(f"{self.site}/{folder}")):
            raise Refused("linked", site=self.site, names=links)
        if self._taken_over:
            return
        standing = {path for path in waiting if os.path.lexists(f"{self.site}/{path}")} - self._earlier.all
        found = {name for path in standing for name in _below(self.site, path)} - self._earlier.all
        found |= {folder for folder in folders if os.path.isfile(f"{self.site}/{folder}")} - self._earlier.all
        if found:
            raise Refused("in-the-way", site=self.site, names=sorted(found))

    @staticmethod
    def _list(files: Manifest, folder: Path) -> None:
        """Writes down which files are ours, where that has changed; and that GitHub Pages is to take them as they are."""
        if not _same(f"{folder}/{manifest.NAME}", files.as_json()):
            replace(f"{folder}/{manifest.NAME}", files.as_json())
        if not os.path.lexists(f"{folder}/{PLAIN}"):
            write(f"{folder}/{PLAIN}", b"")

    def abandon(self) -> None:
        """Throws away what is waiting; the site stays as it was."""
        shutil.rmtree(self.waiting, ignore_errors=True)


def _turn(path: str) -> tuple[int, str]:
    """When a file is moved in: first what pages load, then the pages, and last what leads to them."""
    if stamped(path):
        return 0, path
    return (1 if path.endswith(".html") and "/" in path else 2), path


def _below(site: Path, path: str) -> Iterable[str]:
    """A file's own path, or those of all files in a folder of that name."""
    place = site / path
    return [f"{path}/{name}" for name in _files(place)] if place.is_dir() and not place.is_symlink() else [path]


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
    """The files below a folder, relative to it, with ``/``; a link is a file, wherever it leads."""
    start = len(str(folder)) + 1
    for root, folders, names in os.walk(folder):
        place = root[start:].replace(os.sep, "/")
        for name in (*names, *(name for name in folders if os.path.islink(f"{root}/{name}"))):
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
    """Removes a file and the folders that it leaves empty. What has taken its name since and is no file stays."""
    place = site / path
    if not os.path.lexists(place) or (place.is_dir() and not place.is_symlink()):
        return
    place.unlink()
    for parent in place.parents:
        if parent == site or any(parent.iterdir()):
            return
        parent.rmdir()
