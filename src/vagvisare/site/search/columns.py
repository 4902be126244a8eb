"""Facet columns: every record's codes that lists are narrowed by, in two small files.

The files depend on no language. ``columns.json`` (read by ``assets/js/columns.js``) has the facets
that every search needs (`Facet.early`)::

    {"records": 3,
     "facets": {
       "kinds":      {"codes": ["enterprises", "offers"], "values": "$$%"},
       "industries": {"codes": ["café", "lokalvård"], "numbers": "%#$", "values": "$%$"}},
     "cards": 8,
     "autonyms": {"so": ["Soomaali", "ltr"]}}

- Records are numbered from 0, in the order of `findable`: by kind, then by place, then by name. So
  those of one place are next to each other, in the columns and in the cards.
- A facet has the name of its vocabulary list if there is one (``industries``); ``codes`` are those
  that occur, in the vocabulary's order.
- A column is a text with one character for each number: the character's code less `ZERO` (35, so
  that no quotation mark is needed). JSON keeps it as it is, every host compresses it, and a browser
  reads it at once.
- If a record has at most one value (no ``numbers``), ``values`` holds one character a record: 0 for
  none, else the place of the code in ``codes``, counted from 1.
- If it may have several, ``numbers`` holds how many each record has, and ``values`` all of them one
  after the other, again counted from 1.
- ``columns-more.json`` has the other facets, as ``{"facets": {…}}``: those that lists are narrowed
  by, and words of officials.
- ``cards`` is how many cards a file of cards holds (see `vagvisare.site.search.cards`);
  ``autonyms`` are the names and directions of the languages that staff speak.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import chain
from typing import Any

from vagvisare.languages.order import sort_key
from vagvisare.records.directory import COUNTRY, Directory, kept
from vagvisare.records.fields import Coded, Refers, values, ways
from vagvisare.records.freshness import standing
from vagvisare.records.kinds import KINDS, Record
from vagvisare.records.termlists import FACETS, Facet
from vagvisare.site.pages import kinds
from vagvisare.site.pages.kinds import RESULTS
from vagvisare.site.search.beside import NAMES, Beside

ZERO = 35
"""The code of the character for 0: the first printable one after the quotation mark."""
_SURROGATES = 0xD800
"""The first code that is not a character: codes must stay below it."""


def kind_of(record: Record) -> str:
    """The code in `vagvisare.site.pages.kinds.RESULTS` that a record is found as.

    A municipality's own body is found as a municipality.
    """
    return kinds.of(record).result(record)


@kept
def findable(directory: Directory) -> Sequence[Record]:
    """All records as they are numbered: by kind, municipality or county, and Swedish name."""
    ranks = {code: rank for rank, code in enumerate(RESULTS)}

    def order(record: Record) -> tuple[int, str, str, str]:
        place = next(iter(municipalities(directory, record) or counties(directory, record)), "~")
        return ranks[kind_of(record)], place, sort_key(record.name.swedish), record.id

    return tuple(sorted(directory, key=order))


# --- facets ------------------------------------------------------------------------------------


def municipalities(directory: Directory, record: Record) -> tuple[str, ...]:
    """The municipalities where a record is located or that it is found by.

    The latter are those of `vagvisare.site.pages.kinds.Kind.served`.
    """
    served = (
        area
        for area in kinds.of(record).served(record)
        if area in directory.vocabulary.municipalities
    )
    return tuple(dict.fromkeys([*directory.municipalities_of(record), *served]))


def counties(directory: Directory, record: Record) -> tuple[str, ...]:
    """The counties where a record is located or that it serves at least in part.

    ``SE`` is for what serves the whole country.
    """
    lies_in = [
        *directory.counties_of(record),
        *(code[:2] for code in municipalities(directory, record)),
    ]
    wide = {COUNTRY, *directory.vocabulary.counties}
    return tuple(
        dict.fromkeys(
            [*lies_in, *(area for area in kinds.of(record).served(record) if area in wide)]
        )
    )


def _associations(directory: Directory, record: Record) -> tuple[str, ...]:
    return tuple(one.id for one in kinds.of(record).associations(directory, record))


def _areas(directory: Directory, record: Record) -> tuple[str, ...]:
    """The counties that a record serves as a whole, and the country."""
    return tuple(
        area for area in record.service_area if area in {COUNTRY, *directory.vocabulary.counties}
    )


def _staff_languages(_: Directory, record: Record) -> tuple[str, ...]:
    return tuple(spoken.code for spoken in record.languages if "staff" in spoken.how)


def _providers(_: Directory, record: Record) -> tuple[str, ...]:
    return tuple(value for path, _, value in values(record, Refers) if path[0] == "providers")


_WORKED_OUT: Mapping[str, Callable[[Directory, Record], Collection[str]]] = {
    "kinds": lambda _, record: (kind_of(record),),
    "municipalities": municipalities,
    "languages": _staff_languages,
    "providers": _providers,
    "counties": counties,
    "areas": _areas,
    "associations": _associations,
}
"""The facets whose codes are not simply those written in fields."""
_SINGLE = frozenset({"kinds", "freshness"})
"""The facets without a field that have one value per record."""


@cache
def fields(facet: Facet, kind: type[Record]) -> Mapping[str, bool]:
    """The fields of a kind that hold a facet's codes, by path, and whether one may hold several."""
    coded = [
        (way, several) for way, at, several in ways(kind, Coded) if at.vocabulary == facet.name
    ]
    return {way: several for way, several in coded if way in (facet.fields or (way,))}


def is_single(facet: Facet) -> bool:
    """Whether a record has at most one value of a facet."""
    found = [several for kind in KINDS.values() for several in fields(facet, kind).values()]
    if facet.name in _WORKED_OUT or not found:
        return facet.name in _SINGLE
    return not any(found)


Values = Mapping[str, Sequence[tuple[str, ...]]]
"""For each facet, the codes of each record."""


def facet_values(directory: Directory, today: date) -> Values:
    """For each facet, the codes of each record, in the order of `findable`; no code twice.

    There is no column of free places: a script works them out from places.json.
    """
    records = findable(directory)
    written = [_written(record) for record in records]
    found: dict[str, list[tuple[str, ...]]] = {}
    for name, facet in FACETS.items():
        if name == "freshness":
            found[name] = [(standing(record, today),) for record in records]
        elif name in _WORKED_OUT:
            found[name] = [_distinct(_WORKED_OUT[name](directory, record)) for record in records]
        elif name != "free":
            found[name] = [_in_fields(facet, *one) for one in zip(records, written, strict=True)]
    return found


def _written(record: Record) -> Mapping[str, list[str]]:
    """The codes of a record by the path to their field."""
    found: dict[str, list[str]] = defaultdict(list)
    for path, _, code in values(record, Coded):
        found[".".join(part for part in path if isinstance(part, str))].append(code)
    return found


def _in_fields(facet: Facet, record: Record, written: Mapping[str, list[str]]) -> tuple[str, ...]:
    ways_to_it = fields(facet, type(record))
    return _distinct(chain.from_iterable(written.get(way, ()) for way in ways_to_it))


def _distinct(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))


def with_codes(found: Values, beside: Sequence[Beside]) -> Values:
    """The codes of each record, and then of what is found beside the records."""
    return {
        name: [
            *column,
            *((one.kind,) if name == "kinds" else one.codes.get(name, ()) for one in beside),
        ]
        for name, column in found.items()
    }


# --- the file ----------------------------------------------------------------------------------


def files(directory: Directory, values: Values, cards: int) -> Iterator[tuple[str, str]]:
    """The two files: path and content.

    ``values`` are those of `facet_values`; ``cards`` is how many cards one file of cards holds.
    """
    facets = {
        name: written
        for name, column in values.items()
        if (written := _facet(directory, name, column))
    }
    spoken = facets.get("languages", {}).get("codes", ())
    known = directory.vocabulary.languages
    autonyms = {
        code: [known[code].autonym, known[code].direction] for code in spoken if known[code].autonym
    }
    first = {name: written for name, written in facets.items() if FACETS[name].early}
    more = {name: written for name, written in facets.items() if not FACETS[name].early}
    yield (
        "columns.json",
        as_json(
            {
                "records": len(values["kinds"]),
                "facets": first,
                "cards": cards,
                "autonyms": autonyms,
            }
        ),
    )
    yield "columns-more.json", as_json({"facets": more})


def _facet(directory: Directory, name: str, column: Sequence[tuple[str, ...]]) -> dict[str, Any]:
    """A facet as the file has it; empty if no record has any of its codes."""
    codes = _in_order(directory, name, {code for some in column for code in some})
    return (
        {"codes": codes, **_column(column, codes, single=is_single(FACETS[name]))} if codes else {}
    )


def _in_order(directory: Directory, name: str, codes: set[str]) -> list[str]:
    """Codes in the order of their list; those in no list follow in alphabetical order."""
    vocabulary = directory.vocabulary
    known: Iterable[str] = (
        (*RESULTS, *NAMES)
        if name == "kinds"
        else getattr(vocabulary, name, None) or vocabulary.terms(name)
    )
    place = {code: number for number, code in enumerate(known)}
    return sorted(codes, key=lambda code: (place.get(code, len(place)), code))


def _column(
    values: Sequence[tuple[str, ...]], codes: Sequence[str], *, single: bool
) -> dict[str, str]:
    numbers = {code: number for number, code in enumerate(codes, 1)}
    if single:
        return {"values": encoded([numbers[some[0]] if some else 0 for some in values])}
    return {
        "numbers": encoded([len(some) for some in values]),
        "values": encoded([numbers[code] for some in values for code in some]),
    }


def encoded(numbers: Iterable[int]) -> str:
    """Whole numbers as a text of one character each.

    Raises ValueError for a number that no character can represent.
    """
    codes = [number + ZERO for number in numbers]
    if codes and (min(codes) < ZERO or max(codes) >= _SURROGATES):
        raise ValueError("a column holds numbers from 0 to 55,260")
    return "".join(map(chr, codes))


def as_json(value: object) -> str:
    """JSON without white space, its letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
