"""Coverage as JSON for its page's script, the same in every language."""

import hashlib
import json
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from vagvisare.guidance.coverage import OUTCOMES, OWN, REGION, Cell, Coverage, Table
from vagvisare.languages.languages import SOURCE
from vagvisare.records.directory import Directory, kept
from vagvisare.records.kinds import Record
from vagvisare.site.pages import addresses


@kept
def checked(directory: Directory, today: date) -> Coverage:
    """The coverage of all municipalities, in each language in use and in one that is not.

    A language is in use if anybody speaks or writes it. The other one represents all the rest: what
    nobody speaks has the same outcome whatever its name.
    """
    known = spoken(directory)
    others = [code for code in directory.vocabulary.languages if code not in known]
    return Coverage(
        directory,
        today,
        (*(code for code in directory.vocabulary.languages if code in known), *others[:1]),
    )


def spoken(directory: Directory) -> set[str]:
    """The languages that may affect an outcome: those spoken, answered in, or used in a summary."""
    found = {SOURCE}
    for record in directory:
        found.update(record.summary)
        found.update(spoken.code for spoken in record.languages)
        found.update(code for contact in record.contacts for code in contact.languages)
    return found


def columns(directory: Directory, today: date) -> Mapping[str, int]:
    """For each language of the vocabulary, the number of the one of `checked` that covers it."""
    looked_at = checked(directory, today).languages
    numbers = {code: number for number, code in enumerate(looked_at)}
    return {code: numbers.get(code, len(looked_at) - 1) for code in directory.vocabulary.languages}


@kept
def counts(directory: Directory, today: date, language: str) -> Mapping[str, Counter[str]]:
    """For each municipality, by code, how often each outcome occurs for a reader of a language.

    Counted over its situations and needs.
    """
    column = columns(directory, today)[language]
    known: dict[int, Counter[str]] = {}
    found = {}
    for municipality, table in checked(directory, today).outcomes():
        if id(table) not in known:
            known[id(table)] = Counter(cells[column].outcome for cells in table.values())
        found[municipality] = known[id(table)]
    return found


class _Numbered:
    """Numbers things in the order of their first occurrence, so a repeated one is written once."""

    def __init__(self, *first: Hashable) -> None:
        self.numbers: dict[Any, int] = {thing: number for number, thing in enumerate(first)}

    def __call__(self, thing: Hashable) -> int:
        return self.numbers.setdefault(thing, len(self.numbers))

    def __iter__(self) -> Iterator[Any]:
        return iter(self.numbers)


@kept
def data(directory: Directory, today: date) -> tuple[str, str]:
    """The path and content of the JSON file for the page's script.

    The path changes with the content. ``places`` has each municipality's table and its own body's
    name. A table has a row for each of ``situations`` and, within it, each of ``needs``. A row has
    a cell for each language; ``languages`` maps a language to its cell's position. A cell has its
    outcome, how many answer before the final responsibility, the bodies and the offers. Outcomes,
    bodies, offers, tables, rows and cells are given by number, in the lists of that name. The first
    of ``bodies`` represents the municipality's own and the second the region's, which ``regions``
    has by county.
    """
    text = json.dumps(_content(directory, today), ensure_ascii=False, separators=(",", ":"))
    return f"assets/coverage.{hashlib.sha256(text.encode()).hexdigest()[:8]}.json", text


def _content(directory: Directory, today: date) -> Mapping[str, Any]:
    bodies, offers = _Numbered(OWN, REGION), _Numbered()
    places, tables, rows, cells = _tables(checked(directory, today), bodies, offers)
    partners, own = directory.partners, directory.representatives
    counties = directory.vocabulary.counties
    return {
        "outcomes": OUTCOMES,
        "languages": columns(directory, today),
        "situations": tuple(directory.vocabulary.situations),
        "needs": tuple(directory.vocabulary.terms("needs")),
        "bodies": [None, None, *(_named(directory, partners[name]) for name in [*bodies][2:])],
        "regions": {code: _named(directory, own[code]) for code in counties if code in own},
        "offers": [_named(directory, directory.offers[name]) for name in offers],
        "places": {
            code: [table, _name(own[code]) if code in own else None]
            for code, table in places.items()
        },
        "tables": [*tables],
        "rows": [*rows],
        "cells": [*cells],
    }


def _tables(
    check: Coverage, bodies: _Numbered, offers: _Numbered
) -> tuple[Mapping[str, int], _Numbered, _Numbered, _Numbered]:
    """The number of each municipality's table, and the distinct tables, rows and cells."""
    tables, rows, cells = _Numbered(), _Numbered(), _Numbered()
    known: dict[int, int] = {}

    def row_of(row: Sequence[Cell]) -> int:
        if id(row) not in known:
            known[id(row)] = rows(tuple(cells(_cell(cell, bodies, offers)) for cell in row))
        return known[id(row)]

    def table_of(table: Table) -> int:
        if id(table) not in known:
            known[id(table)] = tables(tuple(row_of(row) for row in table.values()))
        return known[id(table)]

    return {code: table_of(table) for code, table in check.outcomes()}, tables, rows, cells


def _cell(cell: Cell, bodies: _Numbered, offers: _Numbered) -> tuple[Any, ...]:
    answering = tuple(map(bodies, cell.responsible))
    return OUTCOMES.index(cell.outcome), cell.primary, answering, tuple(map(offers, cell.offers))


def _named(directory: Directory, record: Record) -> tuple[Any, str]:
    return _name(record), addresses.of_record(directory, record)


def _name(record: Record) -> str | dict[str, str]:
    return dict(record.name.text) if record.name.is_translated else record.name.swedish
