"""What narrowed lists need beyond the columns: records' ids and order, places to choose, the map.

Besides ``columns.json`` there is ``lists/<kind>.json`` for each kind of list::

    {"first": 0,                  the number of its first record in the columns; the others follow
     "ids": ["basta-nykvarn", …], the records, in the columns' order
     "names": [2, 0, 1, …],       which of them comes first, second … by Swedish name
     "figures": {…}}              free places as the build knows them, in the form of places.json
                                  (enterprises only)

For each language there is ``lists/municipalities-<language>.json``: every municipality by Swedish
name, as [code, name in the language, Swedish name, latitude, longitude]. ``lists/map.json`` is the
map's HTML as a text (a file ``.html`` would be a page).
"""

from collections.abc import Iterable, Iterator, Sequence

from vagvisare.languages.languages import SOURCE
from vagvisare.languages.order import sort_key
from vagvisare.reading import freeplaces
from vagvisare.records.directory import Directory
from vagvisare.records.kinds import Record
from vagvisare.records.termlists import facets_of
from vagvisare.site.facts.reader import Reader
from vagvisare.site.files.map import sweden
from vagvisare.site.html import direct
from vagvisare.site.html.themes import PACKAGED, Theme
from vagvisare.site.pages import kinds
from vagvisare.site.search.columns import as_json, findable, kind_of

KINDS: tuple[str, ...] = tuple(kind for kind in kinds.KINDS if facets_of(kind))
"""The kinds whose lists can be narrowed."""


def files(readers: Iterable[Reader], theme: Theme = PACKAGED) -> Iterator[tuple[str, str]]:
    """Every file: path and content. ``readers``: one for each language, of one directory."""
    readers = tuple(readers)
    directory = readers[0].directory
    for kind in KINDS:
        yield f"lists/{kind}.json", as_json(_order(directory, kind))
    for reader in readers:
        yield f"lists/municipalities-{reader.language.code}.json", as_json(_municipalities(reader))
    yield "lists/map.json", as_json(_map(readers[0], theme))


def of_kind(directory: Directory, kind: str) -> tuple[int, Sequence[Record]]:
    """The number of the first record of a list, and its records.

    The columns have the records of a kind next to each other.
    """
    records = findable(directory)
    numbers = [number for number, record in enumerate(records) if kind_of(record) == kind]
    return (numbers[0], records[numbers[0] : numbers[-1] + 1]) if numbers else (0, ())


def _order(directory: Directory, kind: str) -> dict[str, object]:
    first, records = of_kind(directory, kind)
    names = sorted(
        range(len(records)),
        key=lambda place: (sort_key(records[place].name.swedish), records[place].id),
    )
    order: dict[str, object] = {
        "first": first,
        "ids": [record.id for record in records],
        "names": names,
    }
    return order | (
        {"figures": freeplaces.plain(freeplaces.of_directory(directory))}
        if kinds.KINDS[kind].has_places
        else {}
    )


def _municipalities(reader: Reader) -> list[list[object]]:
    municipalities = reader.directory.vocabulary.municipalities.values()
    return [
        [
            one.code,
            one.name.get(reader.language.code, one.swedish_name),
            one.swedish_name,
            one.latitude,
            one.longitude,
        ]
        for one in sorted(municipalities, key=lambda one: sort_key(one.name[SOURCE]))
    ]


def _map(reader: Reader, theme: Theme) -> str:
    """The map as every page draws it; the page that contains it says what it shows."""
    template = direct.environment(direct.compiled(reader.words), theme).get_template("map.html")
    return str(
        template.module.sweden(  # type: ignore[attr-defined]
            sweden(tuple(reader.directory.vocabulary.municipalities)), ""
        )
    )
