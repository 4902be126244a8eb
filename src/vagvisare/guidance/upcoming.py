"""What begins and what ends after a day: rules, offers and laws that say so themselves.

On that day the site changes without an edit. Nothing else in the directory depends on a day but how
fresh a record is (`vagvisare.records.freshness`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from vagvisare.languages.languages import SOURCE
from vagvisare.records.directory import Directory
from vagvisare.records.fields import occurrences
from vagvisare.records.kinds import Entry
from vagvisare.records.laws import Law
from vagvisare.records.parts import Validity


@dataclass(frozen=True, slots=True, order=True)
class Event:
    """What happens on a day: ``where`` is the file below ``directory/`` and the way in it."""

    day: date
    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.day} {self.where}: {self.what}"


def upcoming(directory: Directory, today: date) -> tuple[Event, ...]:
    """Everything that begins or ends after a day, in order."""
    events = (event for entry in directory.entries for event in _events(entry))
    return tuple(sorted(event for event in events if event.day > today))


def _events(entry: Entry) -> Iterator[Event]:
    where = f"{entry.kind_name}/{entry.id}"
    if isinstance(entry, Law):
        yield from _of_law(entry, where)
    for way, valid in occurrences(entry, Validity):
        place = " ".join((where, *map(str, way[:-1])))
        if valid.first:
            yield Event(valid.first, place, "begins")
        if valid.last:
            yield Event(valid.last + timedelta(days=1), place, "has ended")


def _of_law(law: Law, where: str) -> Iterator[Event]:
    if law.first:
        yield Event(law.first, where, "comes into force")
    if law.until:
        yield Event(law.until, where, "is repealed")
    for change in law.changes:
        yield Event(change.first, where, change.what[SOURCE])
