"""A record's own page."""

from vagvisare.guidance.answering import Answer
from vagvisare.records.kinds import Partner, Record
from vagvisare.site.facts.reader import Reader
from vagvisare.site.pages import kinds
from vagvisare.site.pages.pages import Page
from vagvisare.site.views.card import of_body
from vagvisare.site.views.view import View, kind_trail


def record(page: Page, reader: Reader) -> View:
    """An enterprise, partner, offer or project."""
    kind, _, record_id = page.of.partition("/")
    shown = reader.directory.of_kind(kind)[record_id]
    return View(
        title=reader.plain_name(shown),
        description=reader.line(shown.summary),
        template=kinds.of(shown).template,
        facts={
            "record": shown,
            "answers": _answers(reader, shown),
            **kinds.of(shown).relations(reader.directory, shown),
        },
        trail=kind_trail(kind, reader),
        record=shown,
        needs=("places",) if kinds.of(shown).places(shown) else (),
    )


def _answers(reader: Reader, record: Record) -> tuple[Answer, ...]:
    """What a body answers for."""
    return of_body(reader.directory, record, reader.today) if isinstance(record, Partner) else ()
