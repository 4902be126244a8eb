"""A place to train near one's home: social enterprises by distance, and whom to ask for each."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from vagvisare.guidance.serving import serves
from vagvisare.records.directory import Directory, kept
from vagvisare.records.kinds import Enterprise, Partner
from vagvisare.records.vocabulary import Municipality
from vagvisare.site.facts.reader import Reader
from vagvisare.site.pages import addresses
from vagvisare.site.pages.pages import Page
from vagvisare.site.views.view import View

EMPLOYMENT_SERVICE = "arbetsformedlingen"
"""The body that refers people to places in the whole country."""
ELSEWHERE = 3
"""How many places in other municipalities are shown: the nearest."""


@dataclass(frozen=True, slots=True)
class Opportunity:
    """An enterprise, its municipality, and the kilometres between that one and the reader's.

    They are those between points inside the municipalities: most sources give no street.
    """

    enterprise: Enterprise
    municipality: Municipality
    kilometres: int

    @property
    def can_be_called(self) -> bool:
        """Whether a telephone number of its own is known."""
        return any(contact.phone for contact in self.enterprise.contacts)


def training(page: Page, reader: Reader) -> View:
    """The places in a municipality, and the nearest elsewhere."""
    here = reader.directory.vocabulary.municipalities[page.of]
    name = reader.plain_place(page.of)
    places = nearest(reader.directory, page.of, reader.today)
    inside = [place for place in places if place.municipality == here]
    return View(
        title=reader.translate("Places to train near %(place)s", place=name),
        description=reader.translate(
            "Social enterprises near %(place)s: what the work is, what is known, and whom to ask.",
            place=name,
        ),
        template="training.html",
        facts={
            "here": inside,
            "elsewhere": [place for place in places if place.municipality != here][:ELSEWHERE],
            "asked": _asked(page.of, reader),
            "wish": partial(_wish, reader),
            "municipality": here,
        },
        trail=(
            (reader.translate("Municipalities"), "municipalities/"),
            (name, addresses.of_municipality(reader.directory, page.of)),
        ),
    )


@kept
def nearest(directory: Directory, code: str, today: date) -> tuple[Opportunity, ...]:
    """Every open enterprise whose municipality is known, the nearest to a municipality first."""
    towns = directory.vocabulary.municipalities
    found = (
        Opportunity(enterprise, towns[town], round(towns[code].kilometres_to(towns[town])))
        for enterprise in directory.enterprises.values()
        if serves(enterprise, today)
        for town in directory.municipalities_of(enterprise)
    )
    first: dict[str, Opportunity] = {}
    for place in sorted(found, key=lambda place: (place.kilometres, place.enterprise.id)):
        first.setdefault(place.enterprise.id, place)
    return tuple(first.values())


def _asked(code: str, reader: Reader) -> list[Partner]:
    """Whom to ask for a place here: the municipality's own body and the employment service."""
    own = reader.directory.serving(code).municipality
    state = reader.directory.partners.get(EMPLOYMENT_SERVICE)
    return [one for one in (own, state) if one and any(contact.phone for contact in one.contacts)]


def _wish(reader: Reader, enterprise: Enterprise) -> tuple[str, str]:
    """What to say, naming the place: in the reader's language and in Swedish."""
    name = enterprise.name.swedish
    words = [
        one.translate("I would like to train at %(name)s. Can you help me with that?", name=name)
        for one in (reader, reader.swedish_side)
    ]
    return words[0], words[1]
