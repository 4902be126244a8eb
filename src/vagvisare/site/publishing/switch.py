"""Turns a site into the next one: in one step where the system can, else file by file.

The order of the files then breaks no page.
"""

import errno
import os
import shutil
from collections.abc import Container, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from vagvisare.processes.ending import whole
from vagvisare.site.publishing import files, workplace
from vagvisare.site.publishing.exchange import UNABLE, exchange
from vagvisare.site.publishing.manifest import NAME, Manifest
from vagvisare.site.publishing.refusal import Refused


@dataclass(frozen=True, slots=True)
class Switch:
    """From ``site`` to the next one.

    Files of ``waiting``, a folder in a workplace, come in the order of ``coming``; then those of
    ``going`` go. ``before`` and ``after`` list what is ours.
    """

    site: Path
    waiting: Path
    coming: Sequence[str]
    going: Sequence[str]
    before: Manifest
    after: Manifest

    def make(self) -> None:
        """Makes the switch.

        Raises OSError where it cannot be made, and Refused where it could only be made in part.
        """
        try:
            self._at_once()
        except OSError as error:
            if error.errno not in UNABLE:
                raise
            self.file_by_file()

    def _at_once(self) -> None:
        """Builds the next site beside the old one, from links to the same files, and swaps the two.

        Then the old folder is brought up to date and takes its place again: whoever has it open (a
        container that it is mounted in, a shell) has the next site too, and what is not ours has
        never moved.
        """
        tree = self.waiting.with_name("tree")
        _grow(self.site, tree, {*self.coming, *self.going})
        for path in self.coming:
            _link(f"{self.waiting}/{path}", f"{tree}/{path}")
        with whole():
            exchange(tree, self.site)
            # the next site is in its place, and stays there where the old folder cannot follow
            with suppress(OSError):
                _bring(self.waiting, tree, self.coming, self.going)
                exchange(tree, self.site)
                self._bring_over(tree)

    def _bring_over(self, tree: Path) -> None:
        """Moves over what others put into the next site's folder while it was in place."""
        for path in set(files.below(tree)) - self.after.all - {NAME}:
            here, there = self.site / path, tree / path
            if not os.path.lexists(here) or not os.path.samestat(here.lstat(), there.lstat()):
                files.move(there, here)

    def file_by_file(self) -> None:
        """Brings what pages load, then the pages, then what leads to them, and last the list.

        Until then the list names the files of both sites, so that after an interruption the next
        build knows them all. Raises OSError before anything has changed, Refused when it cannot go
        on.
        """
        near = self.site / workplace.NAME / "next"
        try:
            waiting = self._waiting_near(near)
            with whole():
                self._list_both(near)
                self._come_and_go(waiting)
        finally:
            shutil.rmtree(near, ignore_errors=True)
            with suppress(OSError):  # the whole workplace may be there
                near.parent.rmdir()

    def _list_both(self, near: Path) -> None:
        both = Manifest(self.before.files | self.after.files, self.before.kept | self.after.kept)
        if both != self.before:
            files.write(f"{near}/{NAME}", both.as_json())
            os.replace(near / NAME, self.site / NAME)

    def _come_and_go(self, waiting: Path) -> None:
        try:
            _bring(waiting, self.site, self.coming, self.going)
        except OSError as error:
            raise Refused("halfway", site=self.site, why=error.strerror or str(error)) from error

    def _waiting_near(self, near: Path) -> Path:
        """The waiting files where a rename takes them into the site.

        They are copied there if they are on another file system.
        """
        near.parent.mkdir(exist_ok=True)
        empty = self.waiting.with_name("next")
        empty.mkdir(exist_ok=True)
        try:
            os.rename(empty, near)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            shutil.copytree(self.waiting, near / "files")
            return near / "files"
        return self.waiting


def _grow(old: Path, new: Path, without: Container[str]) -> None:
    """Makes ``new`` a copy of a folder with links to its files, and its folders' modes and owners.

    Leaves out files at the paths ``without`` and a workplace within the folder.
    """
    folders = [""]
    while folders:
        place = folders.pop()
        os.mkdir(f"{new}/{place}")
        for entry in os.scandir(f"{old}/{place}"):
            path = f"{place}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                folders.extend([f"{path}/"] if path != workplace.NAME else [])
            elif path not in without:
                os.link(entry.path, f"{new}/{path}", follow_symlinks=False)
        _make_like(f"{old}/{place}", f"{new}/{place}")


def _make_like(old: str, new: str) -> None:
    wanted, status = os.stat(old), os.stat(new)
    if (wanted.st_uid, wanted.st_gid) != (status.st_uid, status.st_gid):
        with suppress(PermissionError):
            os.chown(new, wanted.st_uid, wanted.st_gid)
    if wanted.st_mode != status.st_mode:
        os.chmod(new, wanted.st_mode & 0o7777)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        os.link(source, target)
    except FileExistsError:  # folders whose files go
        for folder, _, _ in os.walk(target, topdown=False):
            os.rmdir(folder)
        os.link(source, target)


def _bring(waiting: Path, site: Path, coming: Sequence[str], going: Sequence[str]) -> None:
    """Moves in what comes, removes what goes, and moves in the list of our files last.

    The list names what is going for as long as any of it is there: the next build would take what
    an interruption left for somebody else's, and keep pages whose styles have gone.
    """
    for path in coming:
        if path != NAME:
            files.move(waiting / path, site / path)
    for path in going:
        files.remove(site, path)
    if NAME in coming:
        files.move(waiting / NAME, site / NAME)
