"""A municipality: the guide's answers, facts for officials, and everything that serves it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from vagvisare.guidance.guidance import Match
from vagvisare.guidance.person import Person
from vagvisare.guidance.serving import How, how_in, languages_of, serves
from vagvisare.languages.languages import Language
from vagvisare.records.directory import COUNTRY, Directory, kept
from vagvisare.records.freshness import silent_since
from vagvisare.records.kinds import ASSOCIATION, Enterprise, Partner
from vagvisare.site.facts.reader import Reader
from vagvisare.site.pages import addresses
from vagvisare.site.pages.pages import Page, in_order
from vagvisare.site.views.answers import final_answer, gaps, here, shelves
from vagvisare.site.views.view import View


def municipality(page: Page, reader: Reader) -> View:
    """The page of a municipality."""
    directory = reader.directory
    shown = directory.vocabulary.municipalities[page.of]
    service = directory.serving(page.of)
    place = reader.plain_place(page.of)
    filled = shelves(page.of, reader)
    neighbours = here(directory, page.of, reader.today).neighbours(Person())
    return View(
        title=place,
        description=reader.translate(
            "Who helps you in %(place)s: contacts, support and social enterprises.", place=place
        ),
        template="municipality.html",
        facts={
            "municipality": shown,
            "record": service.municipality,
            "region": service.region,
            **_enterprises(service.enterprises, reader),
            "neighbours": neighbours,
            "plain": shown.swedish_name,
            "language_name": reader.line(
                directory.vocabulary.term("languages", reader.language.code).label
            ),
            "shelves": filled,
            "final": final_answer(page.of, reader),
            "profile": profile(directory, page.of, reader.today),
            "gaps": tuple(gaps(filled)),
            "projects": [p for p in directory.projects.values() if page.of in p.municipalities],
            **_partners(service.partners, reader.language),
        },
        trail=(
            (reader.translate("Municipalities"), "municipalities/"),
            (reader.plain_place(shown.county), addresses.of_county(shown.county)),
        ),
        record=service.municipality,
        script="guide",
    )


def _enterprises(enterprises: Iterable[Enterprise], reader: Reader) -> dict[str, object]:
    """A municipality's enterprises: open, closed, and those not heard of for long.

    Enterprises that speak the reader's language come first. The silent ones are grouped by what the
    page says about that: "Not heard of since 2017".
    """
    found = sorted(
        in_order(enterprises, reader.language),
        key=lambda enterprise: -how_in(enterprise, reader.language.code),
    )
    silent = [enterprise for enterprise in found if silent_since(enterprise, reader.today)]
    heard = [enterprise for enterprise in found if not silent_since(enterprise, reader.today)]
    return {
        "enterprises": [enterprise for enterprise in heard if serves(enterprise, reader.today)],
        "closed": [enterprise for enterprise in heard if not serves(enterprise, reader.today)],
        "silent": _by_silence(silent, reader),
    }


def _by_silence(silent: Iterable[Enterprise], reader: Reader) -> Mapping[str, list[Enterprise]]:
    """Silent enterprises by when they were last heard of, the latest year first."""
    found: dict[str, list[Enterprise]] = {}
    for enterprise in sorted(silent, key=lambda enterprise: -(enterprise.heard_of or 0)):
        found.setdefault(reader.silence(enterprise), []).append(enterprise)
    return found


def _partners(partners: Iterable[Partner], language: Language) -> dict[str, list[Partner]]:
    """Partners that serve a municipality: associations, local and national ones, but no roles."""
    found: dict[str, list[Partner]] = {"associations": [], "local": [], "national": []}
    for partner in in_order(partners, language):
        if partner.is_role:
            continue
        if partner.kind == ASSOCIATION:
            found["associations"].append(partner)
        elif COUNTRY not in partner.service_area:
            found["local"].append(partner)
        else:
            found["national"].append(partner)
    return found


# --- for officials --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Places:
    """Places of the enterprises in a municipality, as far as known: how many, and how many free.

    ``oldest`` and ``newest`` are the dates of the figures on free places.
    """

    maximum: int
    available: int
    oldest: date | None
    newest: date | None
    unknown: int
    """The number of enterprises whose free places are unknown."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What an official asks of a municipality.

    ``languages``: a code, the number of offers spoken in it, and the number written in it.
    """

    industries: tuple[tuple[str, int], ...]
    places: Places
    languages: tuple[tuple[str, int, int], ...]
    interpreted: int


@kept
def profile(directory: Directory, place: str, today: date) -> Profile:
    """The profile of a municipality: the same in every language.

    Of its enterprises it counts those that serve anybody: not the closed, nor those not heard of.
    """
    enterprises = [one for one in directory.serving(place).enterprises if serves(one, today)]
    industries = Counter(code for enterprise in enterprises for code in enterprise.industries)
    matches = here(directory, place, today).offers(Person())
    return Profile(
        industries=tuple(sorted(industries.items(), key=lambda item: (-item[1], item[0]))),
        places=_places(enterprises),
        languages=_languages(directory, matches),
        interpreted=sum(
            here(directory, place, today).is_interpreted(match.offer, match.through)
            for match in matches
        ),
    )


def _places(enterprises: Sequence[Enterprise]) -> Places:
    places = [place for enterprise in enterprises for place in enterprise.places]
    dates = [place.updated for place in places if place.available is not None and place.updated]
    return Places(
        maximum=sum(place.maximum or 0 for place in places),
        available=sum(place.available or 0 for place in places),
        oldest=min(dates, default=None),
        newest=max(dates, default=None),
        unknown=sum(
            all(place.available is None for place in enterprise.places)
            for enterprise in enterprises
        ),
    )


def _languages(directory: Directory, matches: Iterable[Match]) -> tuple[tuple[str, int, int], ...]:
    """The numbers of offers spoken and written in each language.

    Without Swedish and languages that have none.
    """
    spoken: Counter[str] = Counter()
    written: Counter[str] = Counter()
    for match in matches:
        ways = _ways(match)
        spoken.update(code for code, how in ways.items() if how is How.LANGUAGE)
        written.update(code for code, how in ways.items() if how is How.TRANSLATION)
    known = (
        code
        for code in directory.vocabulary.languages
        if code != "sv" and (spoken[code] or written[code])
    )
    return tuple((code, spoken[code], written[code]) for code in known)


def _ways(match: Match) -> Mapping[str, How]:
    """How an offer is best had in each language, by itself or through one of its providers."""
    ways: dict[str, How] = dict(languages_of(match.offer))
    for provider in match.through if match.offer.providers else ():
        for code, how in languages_of(provider).items():
            ways[code] = max(how, ways.get(code, How.NOT))
    return ways
