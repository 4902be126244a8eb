"""A record's own page."""

from vagvisare.site.facts.reader import Reader
from vagvisare.site.pages.kinds import KINDS
from vagvisare.site.pages.pages import Page
from vagvisare.site.views.card import of_body
from vagvisare.site.views.view import View, kind_trail


def record(page: Page, reader: Reader) -> View:
    """An enterprise, partner, offer or project."""
    kind, _, record_id = page.of.partition("/")
    shown, of = reader.directory.of_kind(kind)[record_id], KINDS[kind]
    return View(
        title=reader.plain_name(shown),
        description=reader.line(shown.summary),
        template=of.template,
        facts={
            "record": shown,
            "answers": of_body(reader.directory, shown, reader.today) if of.answers else (),
            **of.relations(reader.directory, shown),
        },
        trail=kind_trail(kind, reader),
        record=shown,
        needs=("places",) if of.places(shown) else (),
    )
