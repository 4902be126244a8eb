"""What search and the narrowed lists load: one folder, made from the records at each build.

Its name changes with its content.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from vagvisare.site.facts.reader import Reader
from vagvisare.site.html.themes import PACKAGED, Theme
from vagvisare.site.search import cards, columns, lists, vocabularywords, wordindex

FOLDER = "assets/search"


def files(readers: Iterable[Reader], theme: Theme = PACKAGED) -> Mapping[str, str]:
    """Every file by its path below the folder.

    ``readers`` has one for each language, of the same directory and day.
    """
    return dict(_files(tuple(readers), theme))


def _files(readers: tuple[Reader, ...], theme: Theme) -> Iterator[tuple[str, str]]:
    directory, today = readers[0].directory, readers[0].today
    values = columns.facet_values(directory, today)
    yield from columns.files(directory, values, cards.size(len(columns.findable(directory))))
    yield "places.json", vocabularywords.places(readers[0])
    for reader in readers:
        yield from vocabularywords.files(reader, values)
        yield from cards.files(reader)
    yield from wordindex.files(directory, [reader.language for reader in readers])
    yield from lists.files(readers, theme)


def folder(index: Mapping[str, str]) -> str:
    """The folder's path from the site's root, a name that no other content has."""
    stamp = hashlib.sha256()
    for path, content in index.items():
        stamp.update(f"{path}\n{content}\n".encode())
    return f"{FOLDER}.{stamp.hexdigest()[:8]}"


def folder_of(paths: Iterable[str]) -> str:
    """The folder among the paths of a site's files; empty if there is none."""
    start = f"{FOLDER}."
    return next(
        (
            start + path.removeprefix(start).partition("/")[0]
            for path in paths
            if path.startswith(start)
        ),
        "",
    )


def folder_in(site: Path) -> str:
    """The folder that a built site has, from its root; empty if it has none."""
    return folder_of(path.relative_to(site).as_posix() for path in site.glob(f"{FOLDER}.*"))
