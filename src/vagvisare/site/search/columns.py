"""Facet columns: of every record the codes that lists are narrowed by, in two small files that are neutral of language.

The file ``columns.json`` (read by ``assets/js/columns.js``) has the facets that every search needs (`Facet.early`)::

    {"records": 3,
     "facets": {
       "kinds":      {"codes": ["enterprises", "offers"], "values": "$$%"},
       "industries": {"codes": ["café", "lokalvård"], "numbers": "%#$", "values": "$%$"}},
     "cards": 8,
     "autonyms": {"so": ["Soomaali", "ltr"]}}

- Records are numbered from 0, in the order of `findable`: by kind, then by where they lie, then by name. So those of one
  place stand together, in the columns and in the cards.
- A facet has the name of its list of the vocabulary where there is one (``industries``); ``codes`` are those that occur, in the
  vocabulary's order.
- A column is a text with one character for each number: the character's code less `ZERO` (35, so that no quotation mark is
  needed). JSON keeps it as it is, every host compresses it, and a browser reads it at once.
- Where a record has at most one value (no ``numbers``), ``values`` holds one character a record: 0 for none, else the place of
  the code in ``codes`` counted from 1.
- Where it may have several, ``numbers`` holds how many each record has, and ``values`` all of them one after the other, again
  counted from 1.
- ``columns-more.json`` has the other facets, as ``{"facets": {…}}``: those that lists are narrowed by, and words of officials.
- ``cards`` is how many cards a file of cards holds (see `vagvisare.site.search.cards`); ``autonyms`` are the names and
  directions of the languages that staff speak.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import chain
from typing import Any

from vagvisare.languages.order import sort_key
from vagvisare.records.directory import COUNTRY, Directory
from vagvisare.records.fields import Coded, values, ways
from vagvisare.records.freshness import freshness
from vagvisare.records.kinds import KINDS as RECORD_KINDS
from vagvisare.records.kinds import Enterprise, Offer, Partner, Project, Record
from vagvisare.records.termlists import FACETS, Facet

ZERO = 35
"""The code of the character that stands for 0: the first printable one after the quotation mark."""
_SURROGATES = 0xD800
"""The first code that is no character: more values than fit below it cannot be written."""

KINDS: tuple[str, ...] = ("enterprises", "offers", "partners", "municipalities", "projects")
"""What can be found, in the order of the records. A partner that is a municipality is of the kind ``municipalities``."""


def kind_of(record: Record) -> str:
    """Which of `KINDS` a record is of."""
    return "municipalities" if record.municipality else record.kind_name


@lru_cache(maxsize=2)
def findable(directory: Directory) -> Sequence[Record]:
    """All records as they are numbered: by kind, municipality and Swedish name."""

    def order(record: Record) -> tuple[int, str, str, str]:
        place = next(iter(municipalities(directory, record) or counties(directory, record)), "~")
        return KINDS.index(kind_of(record)), place, sort_key(record.name.swedish), record.id

    return tuple(sorted(directory, key=order))


# --- facets -------------------------------------------------------------------------------------------------------------


def municipalities(directory: Directory, record: Record) -> tuple[str, ...]:
    """The municipalities that a record lies in or, if it is no enterprise, serves by name."""
    codes = [*directory.municipalities_of(record)]
    if not isinstance(record, Enterprise):
        codes += [area for area in record.service_area if area in directory.vocabulary.municipalities]
    if isinstance(record, Project):
        codes += record.municipalities
    return tuple(dict.fromkeys(codes))


def counties(directory: Directory, record: Record) -> tuple[str, ...]:
    """The counties that a record lies in or serves a part of; ``SE`` for what serves the whole country."""
    codes = [*directory.counties_of(record), *(code[:2] for code in municipalities(directory, record))]
    if not isinstance(record, Enterprise):
        codes += [area for area in record.service_area if area == COUNTRY or area in directory.vocabulary.counties]
    return tuple(dict.fromkeys(codes))


def associations(directory: Directory, record: Record) -> tuple[str, ...]:
    """The coordination associations (by id) in whose area an enterprise lies, and those that a partner is a member of."""
    if isinstance(record, Partner):
        return tuple(one.id for one in directory.associations_of.get(record.id, ()) if one.kind == "samordningsförbund")
    if not isinstance(record, Enterprise):
        return ()
    areas = _associations_by_municipality(directory)
    return tuple(dict.fromkeys(i for code in directory.municipalities_of(record) for i in areas.get(code, ())))


@lru_cache(maxsize=2)
def _associations_by_municipality(directory: Directory) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for partner in directory.partners.values():
        if partner.kind == "samordningsförbund":
            for code in partner.service_area:
                found.setdefault(code, []).append(partner.id)
    return found


def _areas(directory: Directory, record: Record) -> tuple[str, ...]:
    """The counties that a record serves as a whole, and the country."""
    return tuple(area for area in record.service_area if area in {COUNTRY, *directory.vocabulary.counties})


def _staff_languages(_: Directory, record: Record) -> tuple[str, ...]:
    return tuple(spoken.code for spoken in record.languages if "staff" in spoken.how)


def _providers(_: Directory, record: Record) -> tuple[str, ...]:
    return record.providers if isinstance(record, Offer) else ()


_WORKED_OUT: Mapping[str, Callable[[Directory, Record], Collection[str]]] = {
    "kinds": lambda _, record: (kind_of(record),),
    "municipalities": municipalities,
    "languages": _staff_languages,
    "providers": _providers,
    "counties": counties,
    "areas": _areas,
    "associations": associations,
}
"""The facets whose codes are not those of fields as they are written."""
_SINGLE = frozenset({"kinds", "freshness"})
"""The facets of no field of which a record has one value."""


@cache
def fields(facet: Facet, kind: type[Record]) -> Mapping[str, bool]:
    """The fields of a kind that have a facet's codes, by their way, and whether a record may have several there."""
    coded = [(way, several) for way, at, several in ways(kind, Coded) if at.vocabulary == facet.name]
    return {way: several for way, several in coded if way in (facet.fields or (way,))}


def is_single(facet: Facet) -> bool:
    """Whether a record has at most one value of a facet."""
    found = [several for kind in RECORD_KINDS.values() for several in fields(facet, kind).values()]
    if facet.name in _WORKED_OUT or not found:
        return facet.name in _SINGLE
    return not any(found)


Values = Mapping[str, Sequence[tuple[str, ...]]]
"""Of each facet the codes that each record has."""


def facet_values(directory: Directory, today: date) -> Values:
    """Of each facet the codes that each record has, in the order of `findable`; no code twice.

    There is no column of free places: a script works them out from places.json.
    """
    records = findable(directory)
    written = [_written(record) for record in records]
    found: dict[str, list[tuple[str, ...]]] = {}
    for name, facet in FACETS.items():
        if name == "freshness":
            found[name] = [(freshness(record.confirmed, today),) for record in records]
        elif name in _WORKED_OUT:
            found[name] = [_distinct(_WORKED_OUT[name](directory, record)) for record in records]
        elif name != "free":
            found[name] = [_in_fields(facet, *one) for one in zip(records, written, strict=True)]
    return found


def _written(record: Record) -> Mapping[str, list[str]]:
    """The codes of a record by the way to their field."""
    found: dict[str, list[str]] = defaultdict(list)
    for path, _, code in values(record, Coded):
        found[".".join(part for part in path if isinstance(part, str))].append(code)
    return found


def _in_fields(facet: Facet, record: Record, written: Mapping[str, list[str]]) -> tuple[str, ...]:
    ways_to_it = fields(facet, type(record))
    return _distinct(chain.from_iterable(written.get(way, ()) for way in ways_to_it))


def _distinct(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))


# --- the file -----------------------------------------------------------------------------------------------------------


def files(directory: Directory, values: Values, cards: int) -> Iterator[tuple[str, str]]:
    """The two files: path and content.

    ``values`` are those of `facet_values`; ``cards`` is how many cards one file of cards holds.
    """
    facets = {name: written for name, column in values.items() if (written := _facet(directory, name, column))}
    spoken = facets.get("languages", {}).get("codes", ())
    known = directory.vocabulary.languages
    autonyms = {code: [known[code].autonym, known[code].direction] for code in spoken if known[code].autonym}
    first = {name: written for name, written in facets.items() if FACETS[name].early}
    more = {name: written for name, written in facets.items() if not FACETS[name].early}
    yield "columns.json", as_json({"records": len(findable(directory)), "facets": first, "cards": cards, "autonyms": autonyms})
    yield "columns-more.json", as_json({"facets": more})


def _facet(directory: Directory, name: str, column: Sequence[tuple[str, ...]]) -> dict[str, Any]:
    """A facet as it stands in the file; nothing where no record has any of its codes."""
    codes = _in_order(directory, name, {code for some in column for code in some})
    return {"codes": codes, **_column(column, codes, single=is_single(FACETS[name]))} if codes else {}


def _in_order(directory: Directory, name: str, codes: set[str]) -> list[str]:
    """Codes in the order of their list; what stands in none by the alphabet."""
    vocabulary = directory.vocabulary
    known: Iterable[str] = KINDS if name == "kinds" else getattr(vocabulary, name, None) or vocabulary.terms(name)
    place = {code: number for number, code in enumerate(known)}
    return sorted(codes, key=lambda code: (place.get(code, len(place)), code))


def _column(values: Sequence[tuple[str, ...]], codes: Sequence[str], *, single: bool) -> dict[str, str]:
    numbers = {code: number for number, code in enumerate(codes, 1)}
    if single:
        return {"values": encoded([numbers[some[0]] if some else 0 for some in values])}
    return {
        "numbers": encoded([len(some) for some in values]),
        "values": encoded([numbers[code] for some in values for code in some]),
    }


def encoded(numbers: Iterable[int]) -> str:
    """Whole numbers as a text of one character each. Raises ValueError for one that no character stands for."""
    codes = [number + ZERO for number in numbers]
    if codes and (min(codes) < ZERO or max(codes) >= _SURROGATES):
        raise ValueError("a column holds numbers from 0 to 55,260")
    return "".join(map(chr, codes))


def as_json(value: object) -> str:
    """JSON without white space, letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
