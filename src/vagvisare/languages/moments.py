"""Moments: a day, month or year, or a span of them, as precise as the source has it (EDTF)."""

from dataclasses import dataclass
from datetime import date

_POINT = r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?~?"
PATTERN = rf"{_POINT}(/({_POINT}|\.\.))?"
"""The form of a moment: levels 0 and 1 of EDTF (ISO 8601-2:2019), as far as records need them."""
_OPEN = ".."
"""The end of a span that has not ended."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment as written: ``2016-11~/2017`` is "about November 2016 to 2017"."""

    text: str

    @classmethod
    def of(cls, day: date) -> "Moment":
        """A day as a moment."""
        return cls(day.isoformat())

    def __str__(self) -> str:
        return self.text

    @property
    def start(self) -> str:
        """The day, month or year, or a span's first, without ``~``."""
        return self._points[0]

    @property
    def end(self) -> str:
        """The last day, month or year of a span that has ended, without ``~``; else empty."""
        return "" if self.is_open else self._points[2]

    @property
    def last(self) -> str:
        """A span's end (``..`` if it is open), else the moment itself, without ``~``."""
        return self._points[2] or self.start

    @property
    def is_open(self) -> bool:
        """Whether it is a span that has not ended."""
        return self._points[2] == _OPEN

    @property
    def is_about(self) -> bool:
        """Whether either end is approximate."""
        return "~" in self.text

    @property
    def exists(self) -> bool:
        """Whether the calendar has its days: no 30 February, no year 0."""
        return _exists(self.start) and _exists(self.end)

    @property
    def is_backwards(self) -> bool:
        """Whether it is a span that ends before it starts, as far as both ends are known."""
        return bool(self.end) and self.end < self.start[: len(self.end)]

    @property
    def forwards(self) -> "Moment":
        """The span with its ends swapped."""
        return Moment(f"{self.end}/{self.start}")

    @property
    def _points(self) -> tuple[str, str, str]:
        return self.text.replace("~", "").partition("/")


def _exists(point: str) -> bool:
    """Whether the calendar has such a day, month or year; empty text claims nothing."""
    if not point:
        return True
    try:
        date.fromisoformat(point + "-01-01"[len(point) - len("2016") :])
    except ValueError:
        return False
    return True
