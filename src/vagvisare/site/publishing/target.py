"""Whether a folder may be published to: not the sources, nor one with somebody else's files."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from vagvisare.site.publishing import manifest
from vagvisare.site.publishing.manifest import Manifest
from vagvisare.site.publishing.refusal import Refused

SOURCES: tuple[str, ...] = (
    *("directory", "docs", "theme", "locale", "src", "hooks"),
    *("tests", "scripts", "benchmarks", ".git", ".ci"),
)
"""The folders of a root that a site is built from or kept with."""
NOBODYS = frozenset({"CNAME", "lost+found"})
"""Names allowed in a folder that counts as empty, besides those with a leading dot.

Builds leave all of them alone.
"""
_EARLIER = ("index.html", "404.html", "sitemap.xml", "places.json")
_INDEX = re.compile(r"search\.[0-9a-f]{8}")


def guard(site: Path, root: Path, sources: Iterable[Path] = ()) -> None:
    """Raises Refused when ``site`` holds ``root``, or holds or is within one of its sources.

    ``sources`` are further ones. Names and links that lead to the same folder count as that folder.
    """
    folder = _real(site)
    for source in (*(root / name for name in SOURCES), *sources):
        if _within(folder, _real(source)) or _within(_real(source), folder):
            raise Refused("sources", site=site, source=source)
    if _within(_real(root), folder) or _named_alike(folder, _real(root)):
        raise Refused("sources", site=site, source=root)


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _within(path: Path, folder: Path) -> bool:
    """Whether a path is the folder or below it: by name, or by inode under another name."""
    return path.is_relative_to(folder) or any(
        _is(parent, folder) for parent in (path, *path.parents)
    )


def _is(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _named_alike(folder: Path, root: Path) -> bool:
    """Whether a folder is within one of the root's sources if case is ignored.

    On another system it is.
    """
    parts = folder.relative_to(root).parts if folder.is_relative_to(root) else ()
    return bool(parts) and parts[0].casefold() in SOURCES


def earlier(site: Path, *, adopt: bool = False) -> Manifest:
    """What builds have written to ``site`` so far.

    ``adopt`` takes over a folder that holds other files, which stay. A site built before there were
    lists is taken over too. Raises Refused for a folder that is not ours.
    """
    if site.exists() and not site.is_dir():
        raise Refused("no-folder", site=site)
    found = manifest.read(site)
    if found is not None:
        return found
    foreign = sorted(_foreign(site)) if site.is_dir() else []
    if foreign and not adopt and not of_an_earlier_version(site):
        raise Refused("foreign", site=site, names=foreign)
    return Manifest()


def _foreign(site: Path) -> Iterator[str]:
    for entry in os.scandir(site):
        if entry.name.startswith(".") or entry.name in NOBODYS:
            continue
        if not entry.is_dir(follow_symlinks=False) or any(os.scandir(entry.path)):
            yield entry.name


def of_an_earlier_version(site: Path) -> bool:
    """Whether a folder is a site from before there were lists.

    Only such a site has no list but certain files.
    """
    if os.path.lexists(site / manifest.NAME):
        return False
    assets = site / "assets"
    named = assets.is_dir() and any(_INDEX.fullmatch(entry.name) for entry in assets.iterdir())
    return named and all((site / name).is_file() for name in _EARLIER)
