"""Publishes a site: writes only what changed, touches only what is ours, and all at the end."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Self

from vagvisare.processes.ending import held
from vagvisare.site.publishing import files, manifest, target, workplace
from vagvisare.site.publishing.manifest import Manifest, removable, stamped
from vagvisare.site.publishing.refusal import Refused
from vagvisare.site.publishing.switch import Switch

PLAIN = ".nojekyll"
"""Tells GitHub Pages to publish everything, including names that begin with ``_``."""


@dataclass(frozen=True, slots=True)
class Changes:
    """How many files of the site a build wrote, removed, and left as they were."""

    written: int
    removed: int
    kept: int


class Output:
    """A site's folder, and a workplace beside it where new files wait.

    Several processes may `put` at once. ``adopt`` takes over a folder that holds other files, which
    stay. A ``private`` folder, such as a preview's, is all ours, and others write to it meanwhile.
    """

    def __init__(self, site: Path, *, adopt: bool = False, private: bool = False) -> None:
        self._given = site
        self.site = Path(os.path.realpath(site))
        self._adopt = adopt
        self._private = private
        self._workplace: workplace.Workplace | None = None

    def start(self) -> None:
        """Takes the workplace, and clears what an interrupted build may have left in it.

        Raises Refused for a folder that is not ours or that another build is working on, OSError
        where nothing can be written.
        """
        if not self._private:
            target.earlier(self._given, adopt=self._adopt)  # before anything is written
        with held():
            self._workplace = workplace.taken(self.site)
        try:
            self._look_around(self._workplace.folder)
        except BaseException:
            self.close()
            raise

    def _look_around(self, folder: Path) -> None:
        self._before = (
            Manifest() if self._private else target.earlier(self._given, adopt=self._adopt)
        )
        self._taken_over = self._private or target.of_an_earlier_version(self.site)
        self.prose = folder / "prose"
        self._waiting = folder / "new"
        self.prose.mkdir()
        self._waiting.mkdir()

    def close(self) -> None:
        """Discards the waiting files: a site that has not been switched stays as it was."""
        with held():
            if self._workplace:
                self._workplace.close()
            self._workplace = None

    def __enter__(self) -> Self:
        """Starts."""
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Closes."""
        self.close()

    def put(self, path: str, content: bytes) -> bool:
        """Lets a file wait for `finish`, unless the site already has exactly this content.

        True when it waits.
        """
        if files.same(f"{self.site}/{path}", content):
            return False
        files.write(f"{self._waiting}/{path}", content)
        return True

    def content(self, path: str) -> bytes:
        """A file as the next site has it: the one that waits, or the one that stays."""
        waiting = self._waiting / path
        return (waiting if waiting.exists() else self.site / path).read_bytes()

    def finish(self, paths: Iterable[str]) -> Changes:
        """Switches to the site of ``paths``, and removes what else earlier builds have left.

        Stamped files that open pages may load stay for now, and other people's files always. Raises
        Refused where such a file is in the way, and OSError; the site is then as it was. Raises
        Refused with the code ``halfway`` where it could be switched only in part.
        """
        expected, coming = set(paths), sorted(files.below(self._waiting), key=_turn)
        before = self._all_there() if self._private else self._before
        after = Manifest(frozenset(expected)) if self._private else before.followed_by(expected)
        going = sorted(filter(removable, before.all - after.all), key=_turn, reverse=True)
        changes = Changes(len(coming), len(going), len(expected) - len(coming))
        coming += self._lists(after)
        if not self.site.exists():
            os.rename(self._waiting, self.site)
        elif coming or going:
            self._look_ahead([*expected, *going], coming)
            switch = Switch(self.site, self._waiting, coming, going, before, after)
            (switch.file_by_file if self._private else switch.make)()
        return changes

    def _all_there(self) -> Manifest:
        return Manifest(frozenset(path for path in files.below(self.site) if removable(path)))

    def _lists(self, after: Manifest) -> Iterable[str]:
        """Lets the list of our files wait, and `PLAIN`, if they are new. Gives their paths."""
        if not any(os.path.lexists(f"{folder}/{PLAIN}") for folder in (self.site, self._waiting)):
            files.write(f"{self._waiting}/{PLAIN}", b"")
            yield PLAIN
        if self.put(manifest.NAME, after.as_json()):
            yield manifest.NAME

    def _look_ahead(self, changed: Iterable[str], coming: Iterable[str]) -> None:
        """Raises Refused for links among the site's folders, and for others' files in the way."""
        folders = {str(parent) for path in changed for parent in PurePosixPath(path).parents} - {
            "."
        }
        if links := sorted(folder for folder in folders if os.path.islink(f"{self.site}/{folder}")):
            raise Refused("linked", site=self._given, names=links)
        if self._taken_over:
            return
        ours = self._before.all | {manifest.NAME}
        standing = {path for path in coming if os.path.lexists(f"{self.site}/{path}")} - ours
        found = {name for path in standing for name in _of(self.site, path)} - ours
        found |= {folder for folder in folders if os.path.isfile(f"{self.site}/{folder}")} - ours
        if found:
            raise Refused("in-the-way", site=self._given, names=sorted(found))


def _turn(path: str) -> tuple[int, str]:
    """When a file is moved in: first what pages load, then the pages, last what leads to them."""
    if stamped(path):
        return 0, path
    return (1 if path.endswith(".html") and "/" in path else 2), path


def _of(site: Path, path: str) -> Iterable[str]:
    """A file's path, or those of all files in a folder of that name."""
    place = site / path
    return (
        [f"{path}/{name}" for name in files.below(place)]
        if place.is_dir() and not place.is_symlink()
        else [path]
    )
