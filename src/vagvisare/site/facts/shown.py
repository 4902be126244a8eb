"""Values of records as HTML for a reader, and as plain words for other programs."""

from collections.abc import Iterable, Sequence
from typing import Any, get_args

from markupsafe import Markup

from vagvisare.languages.moments import Moment
from vagvisare.records.fields import Coded, aspect_of
from vagvisare.records.kinds import Record
from vagvisare.records.parts import Agreement, Citation, Figure, Hours, Policy, Weekday
from vagvisare.site.facts.reader import Reader
from vagvisare.site.html.markup import filled


def declared(reader: Reader, record: Record, name: str) -> Markup:
    """A field as its model declares it: terms, a date, a text with its recording, figures, words.

    Empty if the record says nothing.
    """
    value = getattr(record, name)
    coded = aspect_of(type(record), name, Coded)
    if value is None or value == ():
        return Markup()
    if coded:
        list_name = coded.vocabulary
        return (
            chips(reader, list_name, value)
            if isinstance(value, tuple)
            else reader.word(list_name, value)
        )
    return (
        reader.text(value) + reader.recording(record, name)
        if isinstance(value, dict)
        else _by_type(reader, value)
    )


def _by_type(reader: Reader, value: Any) -> Markup:
    match value:
        case Moment():
            return reader.when(value)
        case (Figure(), *_):
            return figures(reader, value)
        case (Citation(), *_):
            return lines(map(reader.law, value))
        case tuple():
            return lines(map(reader.swedish, value))
        case _:
            return reader.swedish(value)


def plainly(reader: Reader, record: Record, name: str) -> Any:
    """A field in plain words of the reader's language; None if the record says nothing."""
    value = getattr(record, name)
    coded = aspect_of(type(record), name, Coded)
    if value is None or value == ():
        return None
    if coded:
        terms = reader.directory.vocabulary.terms(coded.vocabulary)
        labels = [
            reader.line(terms[code].label)
            for code in (value if isinstance(value, tuple) else (value,))
        ]
        return labels if isinstance(value, tuple) else labels[0]
    if isinstance(value, tuple):
        return [*map(str, value)]
    return reader.line(value) if isinstance(value, dict) else str(value)


def chips(reader: Reader, list_name: str, codes: Iterable[str]) -> Markup:
    """Terms of a list as chips, each linked to its glossary entry if it has one."""
    items = (filled("<li>%s</li>", reader.word(list_name, code)) for code in codes)
    return filled('<ul class="chips">%s</ul>', Markup().join(items))


def spans(hours: Iterable[Hours]) -> str:
    """Opening hours for scripts: ``01234 08:00-16:30``, days from Monday (0), parted by ``;``."""
    days = get_args(Weekday)
    return ";".join(
        f"{''.join(str(days.index(day)) for day in one.days)} {one.opens:%H:%M}-{one.closes:%H:%M}"
        for one in hours
    )


def lines(items: Iterable[Markup]) -> Markup:
    """Things one below the other."""
    return Markup("<br>").join(items)


def figures(reader: Reader, items: Sequence[Figure]) -> Markup:
    """Figures as sources give them."""
    return filled(
        '<ul class="plain">%s</ul>', Markup().join(_figure(reader, item) for item in items)
    )


def _figure(reader: Reader, figure: Figure) -> Markup:
    html = reader.number(figure.value)
    if figure.label:
        html += filled(" %s", reader.text(figure.label))
    if figure.date:
        html += _dated(reader, figure.date)
    if figure.note:
        html += filled(' <span class="soft">– %s</span>', reader.text(figure.note))
    if figure.source:
        html += filled(" %s", reader.host(figure.source))
    return filled("<li>%s</li>", html)


def agreement(reader: Reader, agreement: Agreement) -> Markup:
    """An agreement: its form, the other party, and its date."""
    html = reader.word("agreements", agreement.kind)
    if agreement.counterpart:
        html += filled(": %s", reader.swedish(agreement.counterpart))
    return html + _dated(reader, agreement.date)


def policy(reader: Reader, policy: Policy) -> Markup:
    """A policy: its title, its address, and its date."""
    html = reader.swedish(policy.title)
    if policy.url:
        html += filled(": %s", reader.host(policy.url))
    return html + _dated(reader, policy.date)


def _dated(reader: Reader, moment: Moment | None) -> Markup:
    return filled(' <span class="soft">(%s)</span>', reader.when(moment)) if moment else Markup()
