"""A record's own page."""

from vagvisare.site.facts.reader import Reader
from vagvisare.site.pages import kinds
from vagvisare.site.pages.pages import Page
from vagvisare.site.views.view import View, kind_trail


def record(page: Page, reader: Reader) -> View:
    """An enterprise, partner, offer or project."""
    kind, _, record_id = page.of.partition("/")
    shown = reader.directory.of_kind(kind)[record_id]
    return View(
        title=reader.plain_name(shown),
        description=reader.line(shown.summary),
        template=kinds.of(shown).template,
        facts={"record": shown, **kinds.of(shown).relations(reader.directory, shown)},
        trail=kind_trail(kind, reader),
        record=shown,
        needs=("places",) if kinds.of(shown).places(shown) else (),
    )
