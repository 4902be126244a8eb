"""Files of a site: looked at, written, moved and removed, with the folders that they need or leave empty."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path


def same(path: str, content: bytes) -> bool:
    """Whether a file is there with just that content."""
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


def below(folder: Path) -> Iterator[str]:
    """The files below a folder, relative to it, with ``/``; a link is a file, wherever it leads."""
    start = len(str(folder)) + 1
    for root, folders, names in os.walk(folder):
        place = root[start:].replace(os.sep, "/")
        for name in (*names, *(name for name in folders if os.path.islink(f"{root}/{name}"))):
            yield f"{place}/{name}" if place else name


def move(source: Path, target: Path) -> None:
    """Moves a file to where it belongs, which is in the same file system."""
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
