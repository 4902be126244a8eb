"""Free places as a file of their own, ``places.json``, which can be refreshed without a build.

A build makes the file from the records, at the site's root. It is JSON of this form::

    {"format": "1", "places": {"basta-nykvarn": {"arbetsträning": {"maximum": 15, "available": 3,
    "updated": "2026-11-20"}}}}

An enterprise is named by its id, the kind of places by its code; the three figures mean what they
mean in a record. JSON is YAML, so the file is read and checked by the same reader as the records,
with the same messages.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from vagvisare.problems.problems import Problem, suggesting
from vagvisare.reading.folders import record_file
from vagvisare.reading.suggestions import nearest
from vagvisare.reading.validation import validate
from vagvisare.records.directory import Directory
from vagvisare.records.kinds import Enterprise
from vagvisare.records.parts import FreePlaces, Part, Place
from vagvisare.records.values import PlaceKind
from vagvisare.records.vocabulary import Vocabulary
from vagvisare.yaml import yamledit, yamlfile
from vagvisare.yaml.yamlfile import Document

PATH = "places.json"
"""The file's path in the site: a name that never changes, since the content does."""
LIMIT = 16 * 1024 * 1024
"""The largest file that is read, in bytes: about 100,000 enterprises."""
AGES: Mapping[str, int] = {"year": 365, "half-year": 182, "quarter": 91, "month": 30}
"""The ages of figures that are older than so many days, oldest first. Younger ones are fresh."""

_FIGURES = set(FreePlaces.model_fields)

Figures = Mapping[str, Mapping[str, FreePlaces]]
"""Free places by enterprise and kind."""


class PlacesFile(Part):
    """The file as a model."""

    format: Literal["1"]
    places: dict[str, dict[PlaceKind, FreePlaces]]


def of_directory(directory: Directory) -> dict[str, dict[str, FreePlaces]]:
    """The figures that the records give; kinds of places without any are left out."""
    found = {enterprise.id: _figures(enterprise) for enterprise in directory.enterprises.values()}
    return {enterprise: places for enterprise, places in sorted(found.items()) if places}


def _figures(enterprise: Enterprise) -> dict[str, FreePlaces]:
    """An enterprise's figures by kind; of two entries of one kind the first that has figures."""
    found: dict[str, FreePlaces] = {}
    for place in enterprise.places:
        if (place.maximum, place.available) != (None, None):
            found.setdefault(
                place.kind,
                FreePlaces(maximum=place.maximum, available=place.available, updated=place.updated),
            )
    return found


def as_json(figures: Figures) -> str:
    """The file's content, one enterprise a line, so that versions are easy to compare."""
    lines = (f"{json.dumps(name)}:{_compact(places)}" for name, places in plain(figures).items())
    return '{"format":"1","places":{\n' + ",\n".join(lines) + "\n}}\n"


def plain(figures: Figures) -> dict[str, dict[str, dict[str, object]]]:
    """The figures as plain numbers and texts, by enterprise and kind."""
    return {
        name: {
            kind: place.model_dump(mode="json", include=_FIGURES, exclude_none=True)
            for kind, place in places.items()
        }
        for name, places in figures.items()
    }


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def read(
    file: str, content: bytes, directory: Directory, today: date
) -> tuple[Figures, list[Problem]]:
    """The figures of a file, and all its problems. ``file`` is its name in these problems."""
    document, problems = yamlfile.read(file, content, limit=LIMIT)
    if document is None:
        return {}, problems
    found, faults = validate(document, PlacesFile, directory.vocabulary)
    problems += faults
    if found is None:
        return {}, problems
    return found.places, [*problems, *_judged(document, found.places, directory, today)]


def _judged(
    document: Document, figures: Figures, directory: Directory, today: date
) -> Iterator[Problem]:
    """Problems that the model cannot see: an unknown enterprise, a day in the future."""
    for enterprise, places in figures.items():
        if enterprise not in directory.enterprises:
            position = document.position(("places", enterprise), key=True)
            facts = suggesting(nearest(enterprise, directory.enterprises), value=enterprise)
            yield Problem(document.file, *position, "unknown-record", facts)
        for kind, place in places.items():
            if place.updated and place.updated > today:
                position = document.position(("places", enterprise, kind, "updated"))
                facts = {"value": place.updated.isoformat(), "today": today.isoformat()}
                yield Problem(document.file, *position, "future-date", facts)


def with_figure(figures: Figures, enterprise: str, kind: str, place: FreePlaces) -> Figures:
    """The figures with those of one kind of places of one enterprise changed."""
    return dict(
        sorted({**figures, enterprise: {**figures.get(enterprise, {}), kind: place}}.items())
    )


def in_record(
    text: str,
    enterprise: Enterprise,
    changes: Mapping[str, str],
    vocabulary: Vocabulary,
    today: date,
) -> tuple[str, Place | None, list[Problem]]:
    """A record's text with one kind of places changed, these places, and what is wrong with it.

    ``changes`` are the new values by field; their ``kind`` says which places. Nothing else of the
    text changes. The places are None if the changed text cannot be read. Raises EditError if the
    text is not that of the enterprise.
    """
    file = record_file(enterprise.kind_name, enterprise.id)
    changed, index = _edited(
        text, enterprise, {name: _scalar(value) for name, value in changes.items()}
    )
    document, problems = yamlfile.read(file, changed.encode())
    if document is None:
        return changed, None, problems
    record, faults = validate(document, Enterprise, vocabulary, id=enterprise.id)
    if record is None:
        return changed, None, [*problems, *faults]
    place = record.places[index]
    if place.updated and place.updated > today:
        position = document.position(("places", index, "updated"))
        facts = {"value": place.updated.isoformat(), "today": today.isoformat()}
        problems.append(Problem(file, *position, "future-date", facts))
    return changed, place, problems


def _edited(
    text: str, enterprise: Enterprise, changes: Mapping[str, yamledit.Scalar]
) -> tuple[str, int]:
    """The text with the places of a kind changed or added, and their index in the record."""
    kinds = [place.kind for place in enterprise.places]
    if changes["kind"] not in kinds:
        return yamledit.appended(text, ("places",), changes, before="sources"), len(kinds)
    index = kinds.index(str(changes["kind"]))
    return yamledit.edited(
        text, {("places", index, name): value for name, value in changes.items()}
    ), index


def _scalar(value: str) -> yamledit.Scalar:
    """The number or day that a text is, so that it is written without quotes; else the text."""
    for read_as in (int, date.fromisoformat):
        try:
            found = read_as(value)
        except ValueError:
            continue
        if str(found) == value:
            return found
    return value


def age(updated: date, today: date) -> str | None:
    """The age of a figure as a code of `AGES`; None while it is fresh."""
    days = (today - updated).days
    return next((code for code, least in AGES.items() if days > least), None)
