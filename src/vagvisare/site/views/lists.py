"""The lists of a kind: whole, by first letter or by industry."""

from typing import Any

from vagvisare.languages.languages import SOURCE
from vagvisare.languages.order import sort_key
from vagvisare.records.kinds import Record
from vagvisare.site.facts.reader import Reader
from vagvisare.site.pages.kinds import KINDS, Kind
from vagvisare.site.pages.pages import (
    Page,
    enterprises_by_county,
    enterprises_by_industry,
    heard_first,
    in_order,
    letters,
    listed,
)
from vagvisare.site.search import lists
from vagvisare.site.views.facets import choices, columns
from vagvisare.site.views.view import View, kind_trail


def index(page: Page, reader: Reader) -> View:
    """The list of a kind."""
    kind = KINDS[page.of]
    by_letter = letters(reader.directory, page.of)
    narrowed = page.of in lists.KINDS and bool(listed(reader.directory, page.of))
    return View(
        title=reader.translate(kind.label),
        description=reader.translate(kind.lead),
        template="index.html",
        facts={
            "kind": page.of,
            "letters": tuple(by_letter),
            "number": len(listed(reader.directory, page.of)),
            "has_places": kind.has_places,
            "groups": () if by_letter else _groups(kind, reader),
            "counties": _counties(reader) if kind.headings == "counties" else (),
            "industries": _industries(reader) if kind.by_industry else (),
            "by_name": () if by_letter else _by_name(reader, page.of),
            "facets": choices(page.of, reader) if narrowed else (),
            "columns": columns(page.of, reader) if narrowed else (),
            "badges": [
                (code, reader.fallback_mark(code))
                for code in dict.fromkeys((*reader.language.fallback, SOURCE))
            ],
        },
        trail=(),
        script="list" if narrowed else None,
        needs=("places",) if narrowed and kind.has_places else (),
    )


def _by_name(reader: Reader, kind: str) -> list[Record]:
    return in_order(listed(reader.directory, kind))


def _industries(reader: Reader) -> list[tuple[str, int]]:
    """The industries with their numbers of enterprises, in alphabetical order."""
    number = {
        code: len(enterprises)
        for code, enterprises in enterprises_by_industry(reader.directory).items()
    }
    return sorted(
        number.items(), key=lambda item: sort_key(reader.term("industries", item[0]).striptags())
    )


def industry(page: Page, reader: Reader) -> View:
    """The enterprises of an industry."""
    label = reader.line(reader.directory.vocabulary.term("industries", page.of).label)
    return View(
        title=label,
        description=reader.translate(
            "Social enterprises in this industry: %(industry)s.", industry=label
        ),
        template="industry.html",
        facts={
            "industry": page.of,
            "records": heard_first(
                enterprises_by_industry(reader.directory)[page.of], reader.today
            ),
        },
        trail=kind_trail("enterprises", reader),
    )


def _groups(kind: Kind[Any], reader: Reader) -> list[tuple[Any, list[Record]]]:
    """A list's records below the headings that serve its readers best.

    These are counties, kinds of partner or kinds of support.
    """
    directory = reader.directory
    found: dict[str, list[Record]] = {}
    for record in heard_first(
        in_order(listed(directory, kind.name), reader.language), reader.today
    ):
        found.setdefault(kind.heading(directory, record), []).append(record)
    if kind.headings == "counties":
        places = directory.vocabulary.counties
        order = sorted(
            found, key=lambda code: reader.place_key(places[code].name) if code else _LAST
        )
        return [
            (reader.place(code) if code else reader.translate("Place not known"), found[code])
            for code in order
        ]
    terms = directory.vocabulary.terms(kind.headings)
    return [
        (reader.term(kind.headings, code) if code else "", found[code])
        for code in (*terms, "")
        if code in found
    ]


_LAST = (2, "")
"""Sorts after every place that has a name."""


def _counties(reader: Reader) -> list[tuple[str, int]]:
    """The counties with their numbers of enterprises, in alphabetical order."""
    number = [
        (county, len(enterprises))
        for county, enterprises in enterprises_by_county(reader.directory).items()
    ]
    names = reader.directory.vocabulary.counties
    return sorted(number, key=lambda item: reader.place_key(names[item[0]].name))


def letter(page: Page, reader: Reader) -> View:
    """The records of a kind that begin with one letter."""
    by_letter = letters(reader.directory, page.of)
    title = f"{reader.translate(KINDS[page.of].label)}: {page.letter.upper()}"
    return View(
        title=title,
        description=reader.translate(KINDS[page.of].lead),
        template="letter.html",
        facts={
            "kind": page.of,
            "records": by_letter[page.letter],
            "letters": tuple(by_letter),
            "letter": page.letter,
        },
        trail=kind_trail(page.of, reader),
    )
