"""How fresh a record is: its confirmation decays, and so do its sources.

A confirmation goes from confirmed to ageing, unconfirmed and hidden.
"""

from calendar import monthrange
from datetime import UTC, date, datetime
from os import environ
from typing import Literal

from vagvisare.problems.messages import quoted
from vagvisare.records.kinds import Record
from vagvisare.records.parts import Confirmation

Freshness = Literal["confirmed", "ageing", "unconfirmed", "hidden"]
"""The codes of the list ``freshness``. A hidden record has its page but is left out of guidance."""

SILENCE = 9
"""The years of silence after which a record counts as not heard of.

The public lists of social enterprises were last updated in 2017 (Tillväxtverket, sofisam.se), and
no register tells which of them are gone. An enterprise that no source has named in the nine years
since is more likely closed than open: a person who is sent there loses a day, and trust in the
rest."""


class ClockError(ValueError):
    """SOURCE_DATE_EPOCH is set to something that is no moment; `told` says so."""

    def __init__(self, value: str) -> None:
        super().__init__(value)
        self.value = value

    def told(self, language: str) -> str:
        """What is wrong and what to do, in ``language`` (``sv`` or ``en``)."""
        return _CLOCK[language].format(value=quoted(self.value, language))


_CLOCK = {
    "sv": "Miljövariabeln SOURCE_DATE_EPOCH är {value} och ingen tidpunkt. "
    "Skriv sekunder sedan 1970, till exempel 1795000000, eller ta bort den.",
    "en": "The environment variable SOURCE_DATE_EPOCH is {value}, which is no moment. "
    "Write seconds since 1970, such as 1795000000, or take it away.",
}


def today() -> date:
    """The day that freshness is counted from: SOURCE_DATE_EPOCH if set, else today in UTC.

    See https://reproducible-builds.org. Raises ClockError.
    """
    epoch = environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(UTC).date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise ClockError(epoch) from error


def freshness(confirmed: Confirmation | None, today: date) -> Freshness:
    """The state of a confirmation on a day.

    It is good for its months, ageing for as many more, unconfirmed for as many again, then hidden.
    A record that nobody ever confirmed is unconfirmed, not hidden: it came with its sources, and
    nobody let it lapse.
    """
    if confirmed is None:
        return "unconfirmed"
    lasts: tuple[Freshness, ...] = ("confirmed", "ageing", "unconfirmed")
    for times, name in enumerate(lasts, 1):
        if today <= months_after(confirmed.date, times * confirmed.every):
            return name
    return "hidden"


def silent_since(record: Record, today: date) -> int | None:
    """The year a record was last heard of, if `SILENCE` years ago or more; else None.

    Years are compared, not days: most sources say no more. A record that does not say when it was
    last heard of is not silent.
    """
    heard = record.heard_of
    return heard if heard is not None and today.year - heard >= SILENCE else None


def standing(record: Record, today: date) -> Freshness:
    """The state of a record on a day: its confirmation's, or hidden after a long silence."""
    return "hidden" if silent_since(record, today) else freshness(record.confirmed, today)


def months_after(day: date, months: int) -> date:
    """The same day of the month so many months later, or that month's last day.

    The calendar ends with the year 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
