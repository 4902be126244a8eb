"""schema.org descriptions of records, and breadcrumbs, as JSON-LD.

See https://schema.org/docs/gs.html.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from vagvisare.records.kinds import Record
from vagvisare.site.facts import factsheets
from vagvisare.site.facts.reader import Reader
from vagvisare.site.pages import kinds

_HARMLESS = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def script(graph: Iterable[Mapping[str, Any]]) -> Markup:
    """The script element of a page. Nothing in it can end the element or be read as mark-up."""
    text = _ENCODER.encode({"@context": "https://schema.org", "@graph": list(graph)})
    # Much faster than str.translate, which looks at every letter.
    for character, harmless in _HARMLESS.items():
        text = text.replace(character, harmless)
    return Markup(f'<script type="application/ld+json">{text}</script>')


def breadcrumbs(trail: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """A page's breadcrumbs, from pairs of name and absolute address, the home page first."""
    steps = [
        {"@type": "ListItem", "position": i, "name": name, "item": url}
        for i, (name, url) in enumerate(trail, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def describe(reader: Reader, record: Record, url: str) -> dict[str, Any]:
    """A record as schema.org describes it.

    It is an Organization, GovernmentOrganization, Service, GovernmentService or Project.
    """
    kind = kinds.of(record)
    data: dict[str, Any] = {
        "@type": kind.schema_type(reader.directory, record),
        "@id": url,
        "name": reader.plain(record.name.text),
        "description": reader.plain(record.summary),
        **_contact(record),
    }
    if record.aliases:
        data["alternateName"] = list(record.aliases)
    if areas := [_area(reader, code) for code in record.service_area]:
        data["areaServed"] = areas
    data |= factsheets.properties(reader, record)
    if record.languages:
        spoken = "availableLanguage" if kind.is_service else "knowsLanguage"
        data[spoken] = [language.code for language in record.languages]
    return data


def _contact(record: Record) -> dict[str, Any]:
    data: dict[str, Any] = {}
    if record.contacts:
        first = record.contacts[0]
        known = {"telephone": first.phone, "email": first.email, "url": first.website}
        data |= {field: value for field, value in known.items() if value}
    if not kinds.of(record).is_service and record.locations:
        place = record.locations[0]
        address = {
            "streetAddress": place.address,
            "postalCode": place.postal_code,
            "addressLocality": place.locality,
        }
        if known := {field: value for field, value in address.items() if value}:
            data["address"] = {"@type": "PostalAddress", **known, "addressCountry": "SE"}
    return data


def _area(reader: Reader, code: str) -> dict[str, str]:
    vocabulary = reader.directory.vocabulary
    if code in vocabulary.municipalities:
        return {
            "@type": "AdministrativeArea",
            "name": vocabulary.municipalities[code].official_name,
        }
    if code in vocabulary.counties:
        return {"@type": "AdministrativeArea", "name": vocabulary.counties[code].name["sv"]}
    return {"@type": "Country", "name": "Sverige"}
