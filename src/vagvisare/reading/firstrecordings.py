"""What to read aloud first: the texts that most depends on, in a language, until the time is up."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from vagvisare.guidance.guidance import Here
from vagvisare.guidance.person import Person
from vagvisare.reading.recordings import current
from vagvisare.records.directory import COUNTRY, Directory
from vagvisare.records.kinds import Offer, Record

WORDS_A_MINUTE = 120
"""How fast somebody reads who reads clearly: an assumption, for an idea of how long it takes."""
CALLED = 3
"""Bodies of each danger whose texts come first: as many as the page of urgent help shows."""


@dataclass(frozen=True, slots=True)
class Line:
    """A text to read aloud: its record, its way in the record, and the text."""

    record: Record
    path: str
    text: str

    @property
    def seconds(self) -> int:
        """How long it takes to read, about."""
        return round(len(self.text.split()) * 60 / WORDS_A_MINUTE)


def first_lines(directory: Directory, language: str, minutes: float, today: date) -> Iterator[Line]:
    """The texts to read first in a language, as many as fit in the minutes.

    Those of whom one calls in danger, of who answers first for each other need, and what to say to
    get an offer, in the order of the needs. A text that has a recording is left out.
    """
    left = minutes * 60
    for line in _lines(directory, language, today):
        left -= line.seconds
        if left < 0:
            return
        yield line


def _lines(directory: Directory, language: str, today: date) -> Iterator[Line]:
    seen = set()
    for record, path in _ways(directory, today):
        text = getattr(record, path)
        if (record.id, path) in seen or not text or language not in text:
            continue
        seen.add((record.id, path))
        if current(record, path, language) is None:
            yield Line(record, path, text[language])


def _ways(directory: Directory, today: date) -> Iterator[tuple[Record, str]]:
    here = Here(directory, COUNTRY, today)
    needs = directory.vocabulary.terms("needs")
    urgent = [code for code, term in needs.items() if term.is_urgent]
    for codes, most in ((urgent, CALLED), ([code for code in needs if code not in urgent], 1)):
        for code in codes:
            bodies = dict.fromkeys(
                answer.partner.id for answer in here.responsible(Person((), code))
            )
            yield from ((directory.partners[one], "summary") for one in list(bodies)[:most])
    offers = sorted(directory.offers.values(), key=lambda offer: _place(offer, list(needs)))
    yield from ((offer, "say") for offer in offers if offer.needs)


def _place(offer: Offer, needs: list[str]) -> tuple[int, str]:
    return min((needs.index(need) for need in offer.needs), default=len(needs)), offer.id
