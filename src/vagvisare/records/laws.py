"""The register of laws: what records cite, when it is in force, and what each place in it gives."""

from datetime import date, timedelta
from typing import ClassVar

from pydantic import Field

from vagvisare.records.kinds import Entry
from vagvisare.records.parts import DatedSource, Part
from vagvisare.records.values import Day, Line, RecordId, Text, code_in

NEWS = timedelta(days=180)
"""How long before and after a change of a law its readers are informed of it."""


class Paragraph(Part):
    """A place in a law as citations write it (``12 kap. 1 §``), and what it gives."""

    at: Line
    gives: Text


class Change(Part):
    """What is decided of a law: from which day, what changes, and which needs it concerns.

    Readers with these needs are informed of it.
    """

    first: Day = Field(alias="from")
    what: Text
    needs: tuple[code_in("needs"), ...] = ()  # type: ignore[valid-type]

    def is_news(self, today: date) -> bool:
        """Whether it is or was in force within ``NEWS`` of a day.

        What people know may then be old.
        """
        return abs(self.first - today) <= NEWS


class Law(Entry):
    """A law, an ordinance or a bill.

    ``number`` is that of the Swedish Code of Statutes (SFS), or the bill's while it has none. It
    holds from ``first`` until ``until``, the first day on which it no longer does; ``replaced_by``
    is the id of the law that took its place. ``checked`` is the day on which somebody checked it
    against its sources.
    """

    kind_name: ClassVar[str] = "laws"
    number: Line | None = None
    title: Text
    short: Line
    first: Day | None = Field(None, alias="from")
    until: Day | None = None
    replaced_by: RecordId | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    changes: tuple[Change, ...] = ()
    sources: tuple[DatedSource, ...] = Field(min_length=1)
    checked: Day

    def holds(self, today: date) -> bool:
        """Whether the law is in force on a day."""
        begun = self.first is None or self.first <= today
        return begun and (self.until is None or today < self.until)

    def next_change(self, today: date) -> date | None:
        """The next day after ``today`` on which something of it changes, if one is known."""
        days = [day for day in (self.first, self.until) if day]
        days += [change.first for change in self.changes]
        return min((day for day in days if day > today), default=None)

    def has(self, place: str) -> bool:
        """Whether the register has a place of the law: ``12 kap. 1 §``."""
        return any(paragraph.at == place for paragraph in self.paragraphs)
