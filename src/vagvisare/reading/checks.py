"""Rules over the whole directory.

Each is a generator of findings, and its one-line docstring is the rule.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache

from vagvisare.languages.languages import EASY, SOURCE
from vagvisare.languages.readability import too_hard
from vagvisare.problems.problems import suggesting
from vagvisare.reading import lawchecks
from vagvisare.reading.findings import Finding
from vagvisare.reading.suggestions import nearest
from vagvisare.records.directory import Directory
from vagvisare.records.fields import Dated, Path, Refers, values
from vagvisare.records.kinds import Entry, Record
from vagvisare.records.parts import TranslationMark
from vagvisare.records.texts import fingerprint, state, texts
from vagvisare.records.values import RECORD_ID

FRESH_PLACES = timedelta(days=365)
"""How long a figure of free places may be shown without a warning."""


def check(directory: Directory, today: date) -> Iterator[Finding]:
    """Everything that the rules find on the day ``today``."""
    for rule in RULES:
        yield from rule(directory, today)


# --- references -----------------------------------------------------------------------------------


def unknown_records(directory: Directory, _today: date) -> Iterator[Finding]:
    """An id in a field is that of a record in the directory, of a kind that the field is for."""
    known = cache(
        lambda kinds: {name: one for kind in kinds for name, one in directory.of_kind(kind).items()}
    )
    for record in directory.entries:
        for path, refers, value in values(record, Refers):
            is_id = not refers.or_name or RECORD_ID.fullmatch(value)
            if is_id and value not in known(refers.kinds):
                yield _unknown(record, path, value, known(refers.kinds))


def questions_about_nothing(directory: Directory, _today: date) -> Iterator[Finding]:
    """A question is about an entry that is there."""
    known = {f"{entry.kind_name}/{entry.id}" for entry in directory.entries}
    for question in directory.questions.values():
        if question.about not in known:
            facts = suggesting(nearest(question.about, known), value=question.about)
            yield Finding(question, ("about",), "unknown-record", facts)


def _unknown(record: Entry, path: Path, value: str, known: Mapping[str, Record]) -> Finding:
    return Finding(record, path, "unknown-record", suggesting(nearest(value, known), value=value))


# --- areas ----------------------------------------------------------------------------------------


def represented_twice(directory: Directory, _today: date) -> Iterator[Finding]:
    """An area is represented by one partner, whose page is the area's own."""
    first: dict[str, str] = {}
    for partner in directory.partners.values():
        area = partner.represents
        if area and first.setdefault(area, partner.id) != partner.id:
            yield Finding(
                partner, ("represents",), "represented-twice", {"value": area, "first": first[area]}
            )


def represents_unserved(directory: Directory, _today: date) -> Iterator[Finding]:
    """A partner serves the area that it represents."""
    for partner in directory.partners.values():
        if partner.represents and partner.represents not in partner.service_area:
            yield Finding(
                partner, ("represents",), "represents-unserved", {"value": partner.represents}
            )


# --- times ----------------------------------------------------------------------------------------


def end_before_start(directory: Directory, _today: date) -> Iterator[Finding]:
    """A span of time ends after it starts."""
    for record in directory:
        for path, _, span in values(record, Dated):
            if span.is_backwards:
                facts = {"value": span.text, "correct": span.forwards.text}
                yield Finding(record, path, "end-before-start", facts)


def closes_before_opens(directory: Directory, _today: date) -> Iterator[Finding]:
    """Whatever opens closes later the same day."""
    for record in directory:
        for index, opening in enumerate(record.schedule):
            if opening.closes <= opening.opens:
                facts = {"value": f"{opening.closes:%H:%M}", "opens": f"{opening.opens:%H:%M}"}
                yield Finding(record, ("schedule", index, "closes"), "closes-before-opens", facts)


def old_places(directory: Directory, today: date) -> Iterator[Finding]:
    """A figure of free places is at most a year old."""
    for enterprise in directory.enterprises.values():
        for index, place in enumerate(enterprise.places):
            if place.updated and today - place.updated > FRESH_PLACES:
                yield Finding(
                    enterprise,
                    ("places", index, "updated"),
                    "old-places",
                    {"value": place.updated.isoformat()},
                )


def future_dates(directory: Directory, today: date) -> Iterator[Finding]:
    """The day of a confirmation or of a figure of free places is not in the future."""
    for record in directory:
        if record.confirmed and record.confirmed.date > today:
            yield _future(record, ("confirmed", "date"), record.confirmed.date, today)
    for enterprise in directory.enterprises.values():
        for index, place in enumerate(enterprise.places):
            if place.updated and place.updated > today:
                yield _future(enterprise, ("places", index, "updated"), place.updated, today)


def _future(record: Record, path: Path, day: date, today: date) -> Finding:
    return Finding(
        record, path, "future-date", {"value": day.isoformat(), "today": today.isoformat()}
    )


# --- names and texts ------------------------------------------------------------------------------


def duplicate_names(directory: Directory, _today: date) -> Iterator[Finding]:
    """Two records of a kind in one municipality do not have the same name."""
    first: dict[tuple[str, str, str], str] = defaultdict(str)
    for record in directory:
        name = record.name.swedish
        for area in directory.municipalities_of(record) or record.service_area or ("",):
            earlier = first.setdefault(
                (record.kind_name, " ".join(name.casefold().split()), area), record.id
            )
            if earlier != record.id:
                yield Finding(
                    record, ("name",), "duplicate-name", {"value": name, "first": earlier}
                )
                break


def translations_of_nothing(directory: Directory, _today: date) -> Iterator[Finding]:
    """A mark under `translations` belongs to a text that is there in that language."""
    for record in directory.entries:
        known = dict(texts(record))
        for language, path, _ in _marks(record):
            text = known.get(path)
            if text is None or language not in text or language == SOURCE:
                suggestion = nearest(path, known) if text is None else None
                facts = suggesting(suggestion, field=path, language=language)
                yield Finding(
                    record,
                    ("translations", language, path),
                    "translation-of-nothing",
                    facts,
                    at_key=True,
                )


def stale_translations(directory: Directory, _today: date) -> Iterator[Finding]:
    """A translation is made from the current Swedish text."""
    for record in directory.entries:
        known = dict(texts(record))
        for language, path, mark in _marks(record):
            text = known.get(path)
            if text is not None and state(text, language, mark) == "stale":
                facts = {
                    "field": path,
                    "language": language,
                    "fingerprint": fingerprint(text[SOURCE]),
                }
                yield Finding(record, (*_way(path), language), "stale-translation", facts)


def hard_easy_swedish(directory: Directory, _today: date) -> Iterator[Finding]:
    """A text in easy Swedish is easy to read."""
    for record in directory.entries:
        for path, text in texts(record):
            if EASY.code in text and (facts := too_hard(text[EASY.code])):
                yield Finding(record, (*_way(path), EASY.code), "easy-hard", facts)


def _way(path: str) -> Path:
    return tuple(int(part) if part.isdecimal() else part for part in path.split("."))


def _marks(record: Entry) -> Iterator[tuple[str, str, TranslationMark]]:
    """The language, the way and the mark of every translation that has a mark in a record."""
    for language, marks in record.translations.items():
        for path, mark in marks.items():
            yield language, path, mark


RULES: tuple[Callable[[Directory, date], Iterator[Finding]], ...] = (
    unknown_records,
    questions_about_nothing,
    represented_twice,
    represents_unserved,
    end_before_start,
    closes_before_opens,
    old_places,
    future_dates,
    duplicate_names,
    translations_of_nothing,
    stale_translations,
    hard_easy_swedish,
    *lawchecks.RULES,
)
"""All rules."""
