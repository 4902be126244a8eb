"""What search and the narrowed lists load: one folder, made from the records at each build.

Its name changes with its content.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from vagvisare.prose.prose import Pages
from vagvisare.site.facts.reader import Reader
from vagvisare.site.html.themes import PACKAGED, Theme
from vagvisare.site.search import beside, cards, columns, lists, vocabularywords, wordindex

FOLDER = "assets/search"
NO_PROSE: Pages = MappingProxyType({})


def files(
    readers: Iterable[Reader], theme: Theme = PACKAGED, prose: Pages = NO_PROSE
) -> Mapping[str, str]:
    """Every file by its path below the folder.

    ``readers`` has one for each language, of the same directory and day; ``prose`` are the pages of
    the guide.
    """
    return dict(_files(tuple(readers), theme, prose))


def _files(readers: tuple[Reader, ...], theme: Theme, prose: Pages) -> Iterator[tuple[str, str]]:
    directory, today = readers[0].directory, readers[0].today
    found = beside.beside(readers, prose)
    values = columns.facet_values(directory, today)
    size = cards.size(len(columns.findable(directory)) + len(found))
    values = columns.with_codes(values, found)
    yield from columns.files(directory, values, size)
    yield "places.json", vocabularywords.places(readers[0])
    yield "postal.json", vocabularywords.postal(directory.vocabulary)
    yield "localities.json", vocabularywords.localities(directory.vocabulary)
    yield from vocabularywords.files(readers, values)
    for reader in readers:
        yield from cards.files(reader, found)
    yield from wordindex.files(directory, [reader.language for reader in readers], found)
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
