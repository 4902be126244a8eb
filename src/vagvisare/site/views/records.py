"""A record's own page."""

from typing import Any

from vagvisare.records.kinds import Enterprise, Offer, Partner, Project, Record
from vagvisare.site.facts.reader import Reader
from vagvisare.site.pages.pages import Page, in_order
from vagvisare.site.views.view import View, kind_trail


def record(page: Page, reader: Reader) -> View:
    """An enterprise, partner, offer or project."""
    kind, _, record_id = page.of.partition("/")
    shown = reader.directory.of_kind(kind)[record_id]
    return View(
        title=reader.plain_name(shown),
        description=reader.line(shown.summary),
        template=f"{type(shown).__name__.lower()}.html",
        facts={"record": shown, **_relations(reader, shown)},
        trail=kind_trail(kind, reader),
        record=shown,
    )


def _relations(reader: Reader, record: Record) -> dict[str, Any]:
    directory = reader.directory
    match record:
        case Enterprise():
            return {"parent": directory.enterprises.get(record.part_of or ""), "units": directory.units.get(record.id, ())}
        case Partner():
            return {
                "offers": in_order(directory.offers_by_provider.get(record.id, ()), reader.language),
                "projects": directory.projects_by_partner.get(record.id, ()),
                "associations": in_order(directory.associations_of.get(record.id, ()), reader.language),
                "members": [directory.partners[m] for m in record.members if m in directory.partners],
            }
        case Project() | Offer() | _:
            return {"partners": directory.partners}
