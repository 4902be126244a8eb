"""The list of the files that builds have written to a site: no other file of it is ever removed or written over."""

import json
import os
import re
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from vagvisare.site.publishing.refusal import Refused

NAME = ".vagvisare-manifest"
"""The list's file in the site's root: JSON, one path a line, in the order of their names."""
FORMAT = "1"
LIMIT = 200_000_000
"""Bytes that are read of one: a site of a million pages has less."""
KEPT_BY_HOSTS = frozenset({"CNAME"})
"""Names without a dot that are the host's and never ours (GitHub Pages' own domain)."""
_STAMPED = re.compile(r"\.[0-9a-f]{8}(?:\.[a-z0-9]+$|/)")


@dataclass(frozen=True, slots=True)
class Manifest:
    """``files`` is what the site is made of, by path, and ``kept`` what pages of the one before it load: open tabs need it."""

    files: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()

    @property
    def all(self) -> frozenset[str]:
        """Every file that is the builds'."""
        return self.files | self.kept

    def followed_by(self, paths: Iterable[str]) -> "Manifest":
        """The list of the next site, of these ``paths``: files under stamped names stay until others have come once more."""
        files = frozenset(path for path in paths if ours(path))
        gone = frozenset(path for path in self.files - files if stamped(path))
        return Manifest(files, gone or self.kept - files)

    def as_json(self) -> bytes:
        """The list as it stands in the site."""
        data = {"format": FORMAT, "files": sorted(self.files), "kept": sorted(self.kept)}
        return (json.dumps(data, ensure_ascii=False, indent=0) + "\n").encode()


def stamped(path: str) -> bool:
    """Whether a file's name changes with its content: style sheets, scripts, search indexes, recordings."""
    return bool(_STAMPED.search(path))


def ours(path: str) -> bool:
    """Whether a path may be of a file that a build writes: one below the site, and none of git's or of this room's own."""
    parts = path.split("/")
    named = not {"", ".", ".."}.intersection(parts) and "\\" not in path and "\0" not in path
    return named and parts[0] != ".git" and not parts[0].startswith(".vagvisare")


def removable(path: str) -> bool:
    """Whether a file of ours may be removed: never one under a name with a dot in front, nor what is the host's."""
    return ours(path) and path not in KEPT_BY_HOSTS and not any(part.startswith(".") for part in path.split("/"))


def read(site: Path) -> Manifest | None:
    """The list of a site; None when it has none. Paths that no build would write are left out.

    Raises Refused when it is damaged, OSError when it cannot be read.
    """
    try:
        if not stat.S_ISREG(os.lstat(site / NAME).st_mode):
            raise Refused("damaged", site=site, name=NAME)
        with (site / NAME).open("rb") as file:
            data = json.loads(file.read(LIMIT))
        return Manifest(_paths(data["files"]), _paths(data["kept"]))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Refused("damaged", site=site, name=NAME) from error


def _paths(listed: Iterable[str]) -> frozenset[str]:
    if not isinstance(listed, list):
        raise TypeError(listed)
    return frozenset(path for path in listed if isinstance(path, str) and ours(path))
