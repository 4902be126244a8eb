"""Coverage in words and as data: a summary, one table of every combination, or nested JSON."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice

from vagvisare.guidance.coverage import OUTCOMES, Cell, Coverage, Hole, Table
from vagvisare.records.directory import Directory

FIRST = 10
"""How many holes are listed."""


def told(directory: Directory, holes: Iterable[Hole]) -> Iterator[str]:
    """The first ten holes, a line each, and how many more there are."""
    names = directory.vocabulary.municipalities
    return few(
        f"{hole.municipality} {names[hole.municipality].swedish_name}: {hole.situation}, "
        f"{hole.need} ({', '.join(hole.languages)}): {hole.outcome}"
        for hole in holes
    )


def few(lines: Iterable[str]) -> Iterator[str]:
    """The first ten lines, and how many more there are."""
    waiting = iter(lines)
    yield from islice(waiting, FIRST)
    if more := sum(1 for _ in waiting):
        yield f"… and {more} more"


def as_text(coverage: Coverage) -> Iterator[str]:
    """A summary: the outcomes counted in each language, and the first holes."""
    vocabulary = coverage.directory.vocabulary
    sizes = (
        len(coverage.codes),
        len(vocabulary.situations),
        len(vocabulary.terms("needs")),
        len(coverage.languages),
    )
    total = sizes[0] * sizes[1] * sizes[2] * sizes[3]
    names = ("municipalities", "situations", "needs", "languages")
    yield (
        f"{' x '.join(f'{size} {name}' for size, name in zip(sizes, names, strict=True))}"
        f" = {total} combinations"
    )
    yield ""
    yield f"{'':<28}{'all':>10}" + "".join(f"{language:>10}" for language in coverage.languages)
    for outcome in OUTCOMES:
        counts = [coverage.counts[language][outcome] for language in coverage.languages]
        yield f"{outcome:<28}" + "".join(f"{count:>10}" for count in (sum(counts), *counts))
    holes = [*told(coverage.directory, coverage.holes())]
    if holes:
        yield ""
        yield "Between the chairs:"
        yield from holes


def as_csv(coverage: Coverage) -> Iterator[str]:
    """A header, then one row per combination; ids of bodies and offers are separated by spaces.

    No value needs quotes.
    """
    yield "municipality,situation,need,language,outcome,primary,responsible,offers"
    ends: dict[int, tuple[Cell, str]] = {}
    for row in coverage.rows():
        cell, end = ends.get(id(row.cell), (None, ""))
        if cell is not row.cell:
            end = (
                f"{row.cell.outcome},{row.cell.primary},"
                f"{' '.join(row.cell.responsible)},{' '.join(row.cell.offers)}"
            )
            ends[id(row.cell)] = row.cell, end
        yield f"{row.municipality},{row.situation},{row.need},{row.language},{end}"


def as_json(coverage: Coverage) -> Iterator[str]:
    """One object: the day, the languages, the counts by language, and every outcome.

    The outcomes are nested by municipality, situation, need and language.
    """
    head = {
        "date": coverage.today.isoformat(),
        "languages": coverage.languages,
        "counts": {
            language: {name: counts[name] for name in OUTCOMES}
            for language, counts in coverage.counts.items()
        },
    }
    yield _json(head).removesuffix("}") + ', "municipalities": {'
    shared: dict[int, str] = {}
    for index, (municipality, table) in enumerate(coverage.outcomes()):
        text = shared.setdefault(id(table), "") or _json(_nested(coverage, table))
        shared[id(table)] = text
        yield f'{", " if index else ""}"{municipality}": {text}'
    yield "}}"


def _nested(coverage: Coverage, table: Table) -> dict[str, dict[str, dict[str, str]]]:
    found: dict[str, dict[str, dict[str, str]]] = {}
    for (situation, need), cells in table.items():
        outcomes = (cell.outcome for cell in cells)
        found.setdefault(situation, {})[need] = dict(zip(coverage.languages, outcomes, strict=True))
    return found


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


RENDERINGS: Mapping[str, Callable[[Coverage], Iterator[str]]] = {
    "text": as_text,
    "json": as_json,
    "csv": as_csv,
}
"""The renderings by the name that ``--format`` takes."""
