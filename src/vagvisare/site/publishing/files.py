"""Compares, writes, moves and removes files of a site.

Folders are made when files need them, and removed when they are left empty.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path


def same(path: str, content: bytes) -> bool:
    """Whether a file exists with exactly this content."""
    try:
        if os.stat(path).st_size != len(content):
            return False
        with open(path, "rb") as file:
            return file.read() == content
    except OSError:
        return False


def write(path: str, content: bytes) -> None:
    """Writes a file, making its folder where there is none.

    That is tried only after opening fails: most of 41,000 pages have their folder.
    """
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
    """The files below a folder, relative to it, with ``/``. A link always counts as a file."""
    start = len(str(folder)) + 1
    for root, folders, names in os.walk(folder):
        place = root[start:].replace(os.sep, "/")
        for name in (*names, *(name for name in folders if os.path.islink(f"{root}/{name}"))):
            yield f"{place}/{name}" if place else name


def move(source: Path, target: Path) -> None:
    """Moves a file within one file system, making room for it if needed."""
    try:
        os.replace(source, target)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        _make_room(target)
        os.replace(source, target)


def _make_room(target: Path) -> None:
    """Makes a file's folders, removing any file or folder of an earlier site in its way."""
    for parent in reversed(target.parents):
        if parent.is_file():
            parent.unlink()
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir():
        shutil.rmtree(target)


def remove(site: Path, path: str) -> None:
    """Removes a file and the folders that it leaves empty.

    If its name now belongs to something other than a file, that stays.
    """
    place = site / path
    if not os.path.lexists(place) or (place.is_dir() and not place.is_symlink()):
        return
    place.unlink()
    for parent in place.parents:
        if parent == site or any(parent.iterdir()):
            return
        parent.rmdir()
