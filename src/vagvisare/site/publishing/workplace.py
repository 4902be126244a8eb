"""The folder that a build works in until its site is switched, locked to one build at a time."""

import fcntl
import os
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from vagvisare.site.publishing.refusal import Refused

NAME = ".vagvisare"
"""The workplace within a site, where none can be beside it; that one is ``.<site>.vagvisare``."""
LOCK = "lock"
"""The file that is locked. It holds the process's number and marks the folder as ours."""
PATIENCE = 5.0
"""Seconds to wait for the lock of a dead process: the system may still be ending its children."""


@dataclass(frozen=True, slots=True)
class Workplace:
    """A workplace that is taken: a folder that is empty but for its lock.

    ``_made`` are the folders above it that did not exist before.
    """

    folder: Path
    _handle: int
    _owner: int
    _made: tuple[Path, ...]

    def close(self) -> None:
        """Removes all of it, the lock last. In a forked child this does nothing."""
        if os.getpid() != self._owner:
            return
        _clear(self.folder)
        (self.folder / LOCK).unlink(missing_ok=True)
        os.close(self._handle)
        for folder in (self.folder, *self._made):
            with suppress(OSError):  # it is gone, or somebody has put something into it
                folder.rmdir()


def taken(site: Path) -> Workplace:
    """The workplace of a site, cleared of what an interrupted build has left in it.

    Raises Refused where another build has it, OSError where nothing can be written.
    """
    folder = _place(site)
    missing = tuple(parent for parent in folder.parents if not parent.exists())
    until = time.monotonic() + PATIENCE
    while True:
        _make(site, folder)
        handle = _locked(folder / LOCK)
        if handle is not None:
            break
        holder = _holder(folder / LOCK)
        if time.monotonic() > until or (holder is not None and _lives(holder)):
            raise Refused("busy", site=site, process=holder)
        time.sleep(0.02)
    place = Workplace(folder, handle, os.getpid(), missing)
    try:
        os.truncate(handle, 0)
        os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
    except OSError:
        place.close()
        raise
    _clear(folder)
    if folder.parent != site:
        shutil.rmtree(site / NAME, ignore_errors=True)
    return place


def _place(site: Path) -> Path:
    """Beside the site, so that switching is a rename; within it if its parent is not writable."""
    above = next(parent for parent in site.parents if parent.exists())
    return beside(site) if os.access(above, os.W_OK | os.X_OK) else site / NAME


def beside(site: Path) -> Path:
    """The workplace of a site whose parent is writable."""
    return site.with_name(f".{site.name}{NAME}")


def _make(site: Path, folder: Path) -> None:
    with suppress(FileExistsError):
        folder.mkdir(parents=True)
    if (
        folder.is_symlink()
        or not folder.is_dir()
        or (set(os.listdir(folder)) and not (folder / LOCK).is_file())
    ):
        raise Refused("in-the-way", site=site, names=[folder])


def _locked(file: Path) -> int | None:
    """The open lock; None where another process has it or has just removed it."""
    try:
        handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o644)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.path.samestat(os.fstat(handle), file.stat()):
            return handle
    except (BlockingIOError, FileNotFoundError):
        pass
    os.close(handle)
    return None


def _holder(file: Path) -> int | None:
    """The process that a lock names; None where it names none (yet)."""
    try:
        return int(file.read_text("ascii"))
    except (OSError, ValueError):
        return None


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _clear(folder: Path) -> None:
    """Removes everything in a workplace but its lock."""
    with suppress(FileNotFoundError):
        for entry in list(os.scandir(folder)):
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path, ignore_errors=True)
            elif entry.name != LOCK:
                Path(entry.path).unlink(missing_ok=True)
