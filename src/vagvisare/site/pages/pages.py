"""The pages of the directory, their addresses, and which of them show a record.

A page is the same in every language but for its words, so a `Page` names no language.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeVar

from vagvisare.languages.languages import SOURCE, Language, wording
from vagvisare.languages.order import first_letter, reading_key, sort_key
from vagvisare.records.directory import COUNTRY, Directory, kept
from vagvisare.records.freshness import silent_since
from vagvisare.records.kinds import KINDS, Enterprise, Record
from vagvisare.site.pages import addresses, kinds

R = TypeVar("R", bound=Record)

PageKind = Literal[
    "record",
    "index",
    "letter",
    "municipality",
    "municipalities",
    "county",
    "guide",
    "situations",
    "situation",
    "languages",
    "language",
    "search",
    "card",
    "coverage",
    "translations",
    "glossary",
    "industry",
    "urgent",
    "keep",
    "questions",
    "training",
    "plan",
]

LONGEST_LIST = 300
"""A kind with more records than this has its list split by first letter.

A list is about 100 kB of HTML at most.
"""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the directory.

    ``kind`` is the kind of page, ``of`` what it is about (``enterprises/basta-nykvarn``, ``2305``,
    …).
    """

    kind: PageKind
    of: str = ""
    letter: str = ""


OF_EVERYTHING = (Page("coverage"), Page("translations"))
"""The pages made from the whole directory at once.

A live site writes them when the editor pauses.
"""


def in_order(records: Iterable[R], language: Language | None = None) -> list[R]:
    """Records by their names as a reader of the language sees them, then by id.

    Without a language they are ordered by their Swedish names.
    """
    if language is None or language.code == SOURCE:
        return sorted(records, key=lambda record: (sort_key(record.name.swedish), record.id))
    code, fallback = language.code, language.fallback
    return sorted(
        records,
        key=lambda record: (reading_key(wording(record.name.text, code, fallback).text), record.id),
    )


def heard_first(records: Iterable[R], today: date) -> list[R]:
    """Records in their order, those that have long been silent after the others."""
    return sorted(records, key=lambda record: silent_since(record, today) is not None)


@kept
def listed(directory: Directory, kind: str) -> Sequence[Record]:
    """The records that the list of a kind shows.

    Municipalities are left out: they have a list of their own.
    """
    return tuple(record for record in directory.of_kind(kind).values() if not record.municipality)


@kept
def letters(directory: Directory, kind: str) -> Mapping[str, list[Record]]:
    """The records of a kind by first letter, in alphabetical order.

    Empty if one list holds them all.
    """
    records = listed(directory, kind)
    if len(records) <= LONGEST_LIST:
        return {}
    found: dict[str, list[Record]] = defaultdict(list)
    for record in in_order(records):
        found[first_letter(record.name.swedish)].append(record)
    return found


@kept
def enterprises_by_county(directory: Directory) -> Mapping[str, list[Enterprise]]:
    """The enterprises of each county, in alphabetical order."""
    found: dict[str, list[Enterprise]] = {county: [] for county in directory.vocabulary.counties}
    for enterprise in in_order(directory.enterprises.values()):
        for county in directory.counties_of(enterprise):
            found[county].append(enterprise)
    return found


@kept
def enterprises_by_industry(directory: Directory) -> Mapping[str, list[Enterprise]]:
    """The enterprises of each industry that has any, in alphabetical order.

    Industries are in the vocabulary's order.
    """
    found: dict[str, list[Enterprise]] = {
        industry: [] for industry in directory.vocabulary.terms("industries")
    }
    for enterprise in in_order(directory.enterprises.values()):
        for industry in enterprise.industries:
            found[industry].append(enterprise)
    return {industry: enterprises for industry, enterprises in found.items() if enterprises}


@kept
def initials(directory: Directory, kind: str) -> set[str]:
    """The letters that the list of a kind is split by.

    They are those of `letters`, without the work of sorting the records.
    """
    records = listed(directory, kind)
    return (
        {first_letter(record.name.swedish) for record in records}
        if len(records) > LONGEST_LIST
        else set()
    )


def is_there(directory: Directory, page: Page) -> bool:
    """Whether the directory still has a page that it, or an earlier state of it, has shown."""
    if page.kind == "letter":
        return page.letter in initials(directory, page.of)
    if page.kind == "card":
        return shown_on_card(directory, page) is not None
    if page.kind == "plan":
        offer = directory.offers.get(page.of.partition("/")[2])
        return offer is not None and kinds.of(offer).has_plan(offer)
    if page.kind == "industry":
        return page.of in enterprises_by_industry(directory)
    if page.kind != "record":
        return True
    kind, _, record_id = page.of.partition("/")
    record = directory.of_kind(kind).get(record_id)
    return record is not None and page_of(record) == page


def all_pages(directory: Directory) -> Iterator[Page]:
    """Every page of the directory, in a fixed order."""
    municipalities = directory.vocabulary.municipalities
    yield Page("search")
    yield Page("glossary")
    yield Page("municipalities")
    yield Page("questions")
    yield Page("keep")
    yield from _of_the_country(directory)
    yield from OF_EVERYTHING
    for kind in KINDS:
        yield Page("index", kind)
        for letter in letters(directory, kind):
            yield Page("letter", kind, letter)
        for record in listed(directory, kind):
            yield Page("record", f"{kind}/{record.id}")
            if kinds.of(record).has_card:
                yield card_of(record)
            if kinds.of(record).has_plan(record):
                yield plan_of(record)
    for county in directory.vocabulary.counties:
        yield Page("county", county)
    for industry in enterprises_by_industry(directory):
        yield Page("industry", industry)
    for municipality in municipalities:
        yield Page("municipality", municipality)
        yield Page("training", municipality)
        if municipality in directory.representatives:
            yield card_of(directory.representatives[municipality])


def _of_the_country(directory: Directory) -> Iterator[Page]:
    """The guidance pages that belong to no municipality."""
    yield from (Page("guide"), Page("urgent"), Page("situations"), Page("languages"))
    yield from (Page("situation", code) for code in directory.vocabulary.situations)
    yield from (Page("language", code) for code in directory.vocabulary.languages if code != SOURCE)


def pages_with_index() -> Iterator[Page]:
    """The pages that name the search index's folder, whose name changes with the records."""
    yield Page("search")
    for kind in KINDS:
        yield Page("index", kind)


def page_of(record: Record) -> Page:
    """A record's own page."""
    if record.municipality:
        return Page("municipality", record.municipality)
    return Page("record", f"{record.kind_name}/{record.id}")


def card_of(record: Record) -> Page:
    """The card to show of a record whose kind has one.

    For a municipality's own record it is the municipality's card, by its code.
    """
    page = page_of(record)
    return Page("card", page.of if page.kind == "record" else f"municipalities/{page.of}")


def plan_of(offer: Record) -> Page:
    """The plan of an offer that has one."""
    return Page("plan", f"{offer.kind_name}/{offer.id}")


def shown_on_card(directory: Directory, page: Page) -> Record | None:
    """The record that a card is about; None if the card no longer exists."""
    kind, _, of = page.of.partition("/")
    record = (
        directory.representatives.get(of)
        if kind == "municipalities"
        else directory.of_kind(kind).get(of)
    )
    return record if record and kinds.of(record).has_card and card_of(record) == page else None


def address(directory: Directory, page: Page) -> str:
    """The address of a page below its language's folder."""
    match page.kind:
        case "letter":
            return addresses.of_letter(page.of, page.letter)
        case "municipality":
            return addresses.of_municipality(directory, page.of)
        case "training":
            return addresses.of_training(directory, page.of)
        case "card":
            folder, _, code = page.of.partition("/")
            about = (
                Page("municipality", code)
                if folder == "municipalities"
                else Page("record", page.of)
            )
            return addresses.of_card(address(directory, about))
        case kind if kind in _ADDRESSES:
            return _ADDRESSES[kind](page.of)
        case _:
            return f"{page.kind}/"


_ADDRESSES: Mapping[PageKind, Callable[[str], str]] = {
    "record": lambda of: f"{of}/",
    "plan": lambda of: addresses.of_plan(f"{of}/"),
    "index": addresses.of_index,
    "county": addresses.of_county,
    "situation": addresses.of_situation,
    "language": addresses.of_language,
    "industry": addresses.of_industry,
}
"""The addresses of kinds that have many pages. A kind with one page has its name as address."""


def pages_showing(directory: Directory, record: Record) -> set[Page]:
    """Every page that shows a record or its name: those to rewrite when it changes."""
    kind = kinds.of(record)
    pages = {
        page_of(record),
        *_lists(directory, record),
        *_places(directory, record),
        *_guidance(directory, record),
    }
    pages.update(page_of(other) for other in kind.named_by(directory, record))
    given = directory.offers_by_provider.get(record.id, ())
    on_cards = [*given, *kind.on_cards(directory, record)]
    pages.update(card_of(other) for other in on_cards)
    pages.update(plan_of(other) for other in [record, *on_cards] if kinds.of(other).has_plan(other))
    return pages


def _guidance(directory: Directory, record: Record) -> Iterator[Page]:
    """The guidance pages that show a record and belong to no municipality."""
    languages = {
        *(spoken.code for spoken in record.languages),
        *(code for c in record.contacts for code in c.languages),
    }
    if languages or COUNTRY in record.service_area:
        yield Page("languages")
    yield from (Page("language", code) for code in languages if code != SOURCE)
    taken = kinds.of(record).takes(record)
    if taken is not None:
        implied = directory.vocabulary.implied
        yield from (
            Page("situation", s)
            for s in directory.vocabulary.situations
            if not implied([s]).isdisjoint(taken)
        )
    elif COUNTRY in record.service_area:
        yield from _of_the_country(directory)


def _lists(directory: Directory, record: Record) -> Iterator[Page]:
    kind = record.kind_name
    yield Page("index", kind)
    yield Page("glossary")
    yield from (Page("index", other) for other in kinds.of(record).narrows(record))
    if record.id in directory.offers_by_provider:
        yield Page("index", "offers")
    yield from (Page("industry", industry) for industry in kinds.of(record).industries(record))
    if len(listed(directory, kind)) > LONGEST_LIST:
        yield Page("letter", kind, first_letter(record.name.swedish))


def _places(directory: Directory, record: Record) -> Iterator[Page]:
    vocabulary = directory.vocabulary
    served = {*record.service_area, *kinds.of(record).served(record)}
    for area in {*served, *directory.municipalities_of(record), *directory.counties_of(record)}:
        if area in vocabulary.municipalities:
            yield Page("municipality", area)
            yield Page("training", area)
            yield Page("county", area[:2])
        elif area in vocabulary.counties:
            yield Page("county", area)
    wide = served & {COUNTRY, *vocabulary.counties}
    if wide:
        for kind in _OF_A_MUNICIPALITY:
            yield from (
                Page(kind, m) for m in vocabulary.municipalities if COUNTRY in wide or m[:2] in wide
            )
    if record.kind_name == Enterprise.kind_name:  # it may be the nearest anywhere
        yield from (Page("training", m) for m in vocabulary.municipalities)


_OF_A_MUNICIPALITY: tuple[PageKind, ...] = ("municipality", "training")
