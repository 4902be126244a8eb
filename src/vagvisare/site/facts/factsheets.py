"""The facts of a record's page, a table for each kind: label, HTML and schema.org's property.

A fact that a record says nothing about is not shown. The order is that of the page.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from vagvisare.languages.marking import message
from vagvisare.records.kinds import Enterprise, Offer, Partner, Project, Record
from vagvisare.site.facts import shown
from vagvisare.site.facts.reader import Reader
from vagvisare.site.pages import kinds


def _nothing(reader: Reader, record: Any) -> Any:
    """The plain value of a fact that schema.org has no property for."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact about records of a kind.

    ``label`` is a message of the interface. ``html`` is empty where a record says nothing.
    ``schema`` is a property of schema.org and ``plain`` its value, or None. A fact that the page
    shows elsewhere, and that is only described here, has no label.
    """

    label: str
    html: Callable[[Reader, Any], Markup]
    schema: str = ""
    plain: Callable[[Reader, Any], Any] = _nothing


def field(name: str, label: str, schema: str = "") -> Fact:
    """A field of the record as a fact, shown according to its declaration in the model."""
    return Fact(
        label,
        lambda reader, record: shown.declared(reader, record, name),
        schema,
        lambda reader, record: shown.plainly(reader, record, name),
    )


def facts(reader: Reader, record: Record) -> list[tuple[str, Markup]]:
    """The facts that a record's page shows: label and HTML."""
    labelled = (fact for fact in FACTS[record.kind_name] if fact.label)
    found = ((fact.label, fact.html(reader, record)) for fact in labelled)
    return [(reader.translate(label), html) for label, html in found if html]


def properties(reader: Reader, record: Record) -> dict[str, Any]:
    """The facts that schema.org has a property for."""
    found = {
        fact.schema: fact.plain(reader, record) for fact in FACTS[record.kind_name] if fact.schema
    }
    return {name: value for name, value in found.items() if value is not None}


def organizations(reader: Reader, records: Iterable[Record]) -> list[dict[str, str]] | None:
    """Records as schema.org's organisations, by their names; None if there are none."""
    return [
        {"@type": "Organization", "name": reader.plain_name(record)} for record in records
    ] or None


def _related(name: str) -> Callable[[Reader, Record], Markup]:
    """Links to the records that a record has this relation to."""

    def html(reader: Reader, record: Record) -> Markup:
        related = kinds.of(record).relations(reader.directory, record)[name]
        return reader.links(related) if related else Markup()

    return html


def _parent(reader: Reader, record: Enterprise) -> Markup:
    return _related("parent")(reader, record) or shown.declared(reader, record, "part_of")


def _number(name: str) -> Callable[[Reader, Record], Markup]:
    def html(reader: Reader, record: Record) -> Markup:
        number = getattr(record, name)
        return reader.figure(number) if number else Markup()

    return html


def _each(name: str, one: Callable[[Reader, Any], Markup]) -> Callable[[Reader, Record], Markup]:
    def html(reader: Reader, record: Record) -> Markup:
        items: Iterable[Any] = getattr(record, name)
        return shown.lines(one(reader, item) for item in items)

    return html


FACTS: Mapping[str, tuple[Fact, ...]] = {
    Enterprise.kind_name: (
        Fact(message("Part of"), _parent),
        Fact(message("Units"), _related("units")),
        Fact(
            message("Member of"),
            _related("member_of"),
            "memberOf",
            lambda reader, enterprise: organizations(
                reader, reader.directory.bodies(enterprise.member_of)
            ),
        ),
        field("legal_form", message("Legal form")),
        Fact(message("Organisation number"), _number("organisation_number")),
        field("founded", message("Started")),
        field("swedish_level", message("Swedish needed")),
        field("referral", message("Who can refer you")),
        Fact(message("Agreements"), _each("agreements", shown.agreement)),
        field("employees", message("Employees")),
        field("participants", message("Participants")),
    ),
    Partner.kind_name: (
        field("legal_form", message("Legal form")),
        field("founded", message("Started")),
        field("numbers", message("Numbers")),
        Fact(message("Policies"), _each("policies", shown.policy)),
    ),
    Offer.kind_name: (
        field("cost", message("Cost")),
        field("duration", message("How long")),
        field("from_stage", message("How early")),
        field("referral", message("Who can refer you")),
        field("interpretation", message("Interpreter")),
        field("law", message("Law")),
        # : In which places one can get it.
        Fact(message("Where"), lambda reader, offer: reader.places(offer.service_area)),
        field("kind", "", "serviceType"),
        Fact(
            "",
            _nothing,
            "provider",
            lambda reader, offer: organizations(reader, reader.providers(offer)),
        ),
    ),
    Project.kind_name: (
        Fact(
            message("Owner"),
            lambda reader, project: reader.party(project.owner) if project.owner else Markup(),
        ),
        field("period", message("Period")),
        field("programme", message("Programme")),
        # : The number by which an authority keeps a project, not how many.
        Fact(message("Number"), _number("number")),
        field("budget", message("Budget (SEK)")),
        field("grant", message("Grant (SEK)")),
        field("participants", message("Participants")),
        field("region", message("Region")),
        Fact(
            message("Municipalities"),
            lambda reader, project: reader.place_links(project.municipalities),
        ),
    ),
}
