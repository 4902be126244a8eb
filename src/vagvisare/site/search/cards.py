"""Result cards: what lists and searches show of each record, in one language and a few per file.

The file ``cards/<language>/<number>.json`` holds the cards of the records ``number × size`` to
``(number + 1) × size - 1`` (numbered as in `vagvisare.site.search.columns`, which also gives the
size) as a list of objects::

    {"address": "enterprises/yalla-trappan/",
     "name": "Yalla Trappan", "nameIn": "sv",
     "line": "…", "lineIn": "sv",
     "places": [["مالمو", "Malmö"]],
     "free": [["تدريب على العمل", 2, 10, "2026-11-01", "1 نوفمبر 2026"]],
     "confirmed": "2026-10-01", "confirmedOn": "1 أكتوبر 2026",
     "silent": "…"}

- ``address``: below the language's folder.
- ``nameIn``, ``lineIn``: the actual language of the text, if it is not the reader's. A line in
  another language is a fallback and has to say so; a name in another language is the organisation's
  own.
- ``line``: the summary; ``easy``: the same in easy Swedish, on Swedish cards.
- ``places``: where it is, by the reader's name, and by the Swedish one if that differs.
- ``free``: kind of place, how many are free, of how many (or null), and the date of the figure,
  also in words.
- ``silent``: since when nobody has heard of it, in words.
- What a record lacks is left out.

Texts are plain: whoever shows them escapes them, and it is for the page to say whether a text is a
fallback.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from vagvisare.languages.languages import EASY, SOURCE, Text, wording
from vagvisare.records.kinds import Record
from vagvisare.records.parts import Place
from vagvisare.site.facts.reader import Reader
from vagvisare.site.pages import addresses, kinds
from vagvisare.site.search.beside import Beside
from vagvisare.site.search.beside import card as beside_card
from vagvisare.site.search.columns import as_json, findable

MOST_FILES = 1024
"""About the most files of cards per language: more are slow to write and to send to a host."""
FEWEST_CARDS = 8
"""The fewest cards of a file: a smaller one costs more to request than to read."""


def size(records: int) -> int:
    """How many cards a file holds: few, because the ten that are shown may be in ten files."""
    cards = FEWEST_CARDS
    while records > cards * MOST_FILES:
        cards *= 2
    return cards


def files(reader: Reader, beside: Sequence[Beside] = ()) -> Iterator[tuple[str, str]]:
    """The files of cards in the reader's language: path and content.

    ``beside`` is what is found beside the records.
    """
    cards = [
        *(card(reader, record) for record in findable(reader.directory)),
        *(beside_card(reader, one) for one in beside),
    ]
    step = size(len(cards))
    for start in range(0, len(cards), step):
        some = as_json(cards[start : start + step])
        yield f"cards/{reader.language.code}/{start // step}.json", some


def card(reader: Reader, record: Record) -> dict[str, Any]:
    """The card of a record."""
    facts: dict[str, Any] = {"address": addresses.of_record(reader.directory, record)}
    facts |= _said(reader, "name", record.name.text) | _said(reader, "line", record.summary)
    if reader.language.code == SOURCE:
        facts["easy"] = record.summary.get(EASY.code)
    directory = reader.directory
    areas = directory.municipalities_of(record) or directory.counties_of(record)
    facts["places"] = [_place(reader, code) for code in areas[:3]]
    facts["free"] = [
        _free(reader, one) for one in kinds.of(record).places(record) if one.available is not None
    ]
    facts["silent"] = reader.silence(record)
    if record.confirmed:
        facts |= {
            "confirmed": str(record.confirmed.date),
            "confirmedOn": reader.day(record.confirmed.date),
        }
    return {name: value for name, value in facts.items() if value}


def _said(reader: Reader, field: str, text: Text) -> dict[str, str]:
    words = wording(text, reader.language.code, reader.language.fallback)
    if words.language == reader.language.code:
        return {field: reader.line(text)}
    return {field: words.text, f"{field}In": words.language}


def _free(reader: Reader, place: Place) -> list[Any]:
    kind = reader.line(reader.directory.vocabulary.term("place-kinds", place.kind).label)
    when = (str(place.updated), reader.day(place.updated)) if place.updated else ("", "")
    return [kind, place.available, place.maximum, *when]


def _place(reader: Reader, code: str) -> list[str]:
    vocabulary = reader.directory.vocabulary
    name = (vocabulary.municipalities.get(code) or vocabulary.counties[code]).name
    own = name.get(reader.language.code, name[SOURCE])
    return [own] if own == name[SOURCE] else [own, name[SOURCE]]
