"""The list of the files that builds wrote to a site: no others are ever removed or overwritten."""

import json
import os
import re
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from vagvisare.site.publishing.refusal import Refused

NAME = ".vagvisare-manifest"
"""The list's file in the site's root: JSON, one path a line, sorted."""
FORMAT = "1"
LIMIT = 200_000_000
"""Bytes read of a list at most: one of a site of a million pages is smaller."""
KEPT_BY_HOSTS = frozenset({"CNAME"})
"""Names without a dot that belong to the host (GitHub Pages' own domain), never to us."""
_STAMPED = re.compile(r"\.[0-9a-f]{8}(?:\.[a-z0-9]+$|/)")


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of the site, by path, and those kept from the one before it.

    Pages of that one load the kept files: open tabs need them.
    """

    files: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()

    @property
    def all(self) -> frozenset[str]:
        """Every file that belongs to builds."""
        return self.files | self.kept

    def followed_by(self, paths: Iterable[str]) -> "Manifest":
        """The list of the next site, which consists of ``paths``.

        Stamped files that are dropped are kept until others are dropped after them.
        """
        files = frozenset(path for path in paths if ours(path))
        gone = frozenset(path for path in self.files - files if stamped(path))
        return Manifest(files, gone or self.kept - files)

    def as_json(self) -> bytes:
        """The list as written to the site."""
        data = {"format": FORMAT, "files": sorted(self.files), "kept": sorted(self.kept)}
        return (json.dumps(data, ensure_ascii=False, indent=0) + "\n").encode()


def stamped(path: str) -> bool:
    """Whether a file's name changes with its content.

    Style sheets, scripts, search indexes and recordings have such names.
    """
    return bool(_STAMPED.search(path))


def ours(path: str) -> bool:
    """Whether a build may write a path: within the site, and neither git's nor our bookkeeping."""
    parts = path.split("/")
    named = not {"", ".", ".."}.intersection(parts) and "\\" not in path and "\0" not in path
    return named and parts[0] != ".git" and not parts[0].startswith(".vagvisare")


def removable(path: str) -> bool:
    """Whether a file of ours may be removed.

    Never one with a leading dot in its path, nor one that belongs to the host.
    """
    return (
        ours(path)
        and path not in KEPT_BY_HOSTS
        and not any(part.startswith(".") for part in path.split("/"))
    )


def read(site: Path) -> Manifest | None:
    """The list of a site, without paths that no build would write; None if there is no list.

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
