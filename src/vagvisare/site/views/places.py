"""The list of municipalities, and the counties."""

from typing import Any

from vagvisare.records.directory import Directory
from vagvisare.records.kinds import Partner
from vagvisare.records.vocabulary import Municipality
from vagvisare.site.facts.reader import Reader
from vagvisare.site.pages.pages import Page, enterprises_by_county, heard_first, in_order
from vagvisare.site.views.view import View


def municipalities(page: Page, reader: Reader) -> View:  # noqa: ARG001 (there is one page of this kind)
    """All municipalities by county."""
    vocabulary = reader.directory.vocabulary
    counties = sorted(
        vocabulary.counties.values(), key=lambda county: reader.place_key(county.name)
    )
    groups = [(county.code, _municipalities_in(reader, county.code)) for county in counties]
    return View(
        title=reader.translate("Find who helps you"),
        description=reader.translate(
            "Choose your municipality. See who is responsible and how to reach them."
        ),
        template="municipalities.html",
        facts={"groups": groups, "names": _names, "postal_codes": _postal_codes},
        trail=(),
        script="municipalities",
    )


def _names(municipality: Municipality) -> str:
    """A municipality's names and its towns' and districts', each once: any may be typed."""
    written = (*municipality.synonyms.values(), *municipality.localities.values())
    others = (name for names in written for name in names)
    return " | ".join(dict.fromkeys((*municipality.name.values(), *others)))


def _postal_codes(municipality: Municipality) -> str:
    """A municipality's postal codes as ranges: ``13640 13730-13794``."""
    return " ".join(
        first if first == last else f"{first}-{last}" for first, last in municipality.postal_codes
    )


def _municipalities_in(reader: Reader, county: str) -> list[Any]:
    found = [m for m in reader.directory.vocabulary.municipalities.values() if m.county == county]
    return sorted(found, key=lambda municipality: reader.place_key(municipality.name))


def county(page: Page, reader: Reader) -> View:
    """The page of a county."""
    directory = reader.directory
    shown = directory.vocabulary.counties[page.of]
    place = reader.plain_place(page.of)
    return View(
        title=place,
        description=reader.translate(
            "Municipalities, the region and social enterprises in %(place)s.", place=place
        ),
        template="county.html",
        facts={
            "county": shown,
            "region": directory.representatives.get(page.of),
            "municipalities": _municipalities_in(reader, page.of),
            "enterprises": heard_first(enterprises_by_county(directory)[page.of], reader.today),
            "partners": in_order(_partners_of_county(directory, page.of), reader.language),
        },
        trail=((reader.translate("Municipalities"), "municipalities/"),),
    )


def _partners_of_county(directory: Directory, county: str) -> list[Partner]:
    """Partners that sit in a county or serve part of it, without its municipalities and region."""
    return [
        partner
        for partner in directory.partners.values()
        if not partner.represents
        and (
            county in directory.counties_of(partner)
            or any(area[:2] == county for area in partner.service_area)
        )
    ]
