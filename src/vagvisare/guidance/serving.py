"""Whether and how a record serves a person: open or closed, within reach, and in which language."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from enum import IntEnum

from vagvisare.languages.languages import SOURCE
from vagvisare.records.freshness import standing
from vagvisare.records.kinds import Record
from vagvisare.records.parts import Contact
from vagvisare.records.texts import state

CLOSED = frozenset({"inactive", "defunct", "temporarily_closed", "uncertain"})
"""The statuses of records that serve no one."""
REVIEW_HOLDS = timedelta(days=730)
"""How long a human review of a translation counts: 24 months."""
_SPOKEN = frozenset({"staff", "phone"})


class How(IntEnum):
    """How a person is served in a language, the higher the better.

    ``LANGUAGE``: somebody speaks it, in person or on the phone. ``TRANSLATION``: something is
    written in it that a human made or reviewed. ``INTERPRETER``: somebody interprets. ``NOT``:
    nothing is known. In Swedish everybody is served.
    """

    NOT = 0
    INTERPRETER = 1
    TRANSLATION = 2
    LANGUAGE = 3


def serves(record: Record, today: date) -> bool:
    """Whether a record serves anybody.

    It is not closed, its confirmation has not decayed, and it has not been silent for long.
    """
    return record.status not in CLOSED and standing(record, today) != "hidden"


def contacts_of(record: Record, door: str | None = None) -> tuple[Contact, ...]:
    """The contacts for everyone that lead to a function of a body, or to the body itself.

    ``door`` is the function, a code of ``doors``; None is the body itself.
    """
    everyone = (contact for contact in record.contacts if contact.audience == "everyone")
    return tuple(contact for contact in everyone if contact.door == door)


def is_open_door(contact: Contact) -> bool:
    """Whether a contact lets a person in: a telephone number, or a desk to go to.

    A site or a mailbox does not.
    """
    return bool(contact.phone or contact.address)


def is_reachable(record: Record, door: str | None = None) -> bool:
    """Whether one can call or visit a body, or the function of it that a door leads to."""
    contacts = (*contacts_of(record, door), *contacts_of(record))
    return any(map(is_open_door, contacts)) or any(place.address for place in record.locations)


def how_in(record: Record, language: str) -> How:
    """How a record itself serves in a language."""
    if language == SOURCE:
        return How.LANGUAGE
    modes = {mode for spoken in record.languages if spoken.code == language for mode in spoken.how}
    if modes & _SPOKEN or any(language in contact.languages for contact in record.contacts):
        return How.LANGUAGE
    if "written" in modes:
        return How.TRANSLATION
    return How.INTERPRETER if "interpreter" in modes else How.NOT


def languages_of(record: Record) -> Mapping[str, How]:
    """Every language that a record itself serves in, and how at best.

    Swedish only where the record says so.
    """
    return {code: how_in(record, code) for code in dict.fromkeys(_named_languages(record))}


def _named_languages(record: Record) -> Iterator[str]:
    yield from (spoken.code for spoken in record.languages)
    yield from sorted({language for contact in record.contacts for language in contact.languages})


def is_translated(record: Record, language: str, today: date) -> bool:
    """Whether a human made the summary in a language, or reviewed it in the last 24 months.

    A stale translation does not count.
    """
    mark = record.translations.get(language, {}).get("summary")
    if state(record.summary, language, mark) != "current":
        return False
    read = mark.reviewed if mark else None
    return read is None or today - read <= REVIEW_HOLDS
