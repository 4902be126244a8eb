"""What a kind's list can be narrowed by, and its table's columns: the same things and words."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from markupsafe import Markup

from vagvisare.languages.marking import message
from vagvisare.languages.order import sort_key
from vagvisare.records.directory import COUNTRY, Directory, kept
from vagvisare.records.termlists import TERM_LISTS, Facet, facets_of
from vagvisare.site.facts.reader import Reader
from vagvisare.site.pages.kinds import KINDS
from vagvisare.site.search.columns import facet_values
from vagvisare.site.search.lists import of_kind

NOT_STATED = "?"
"""Code for records that state nothing on a facet. No vocabulary code has this character."""
FREE = {
    "now": message("Free places now"),
    "old": message("Free places, but an old figure"),
    "none": message("No free place"),
    NOT_STATED: message("Not stated"),
}
"""Codes of free places. They are not in the columns: the script derives them from places.json."""

OPEN = 3
"""How many facets are open at first."""


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a facet: its code and label."""

    code: str
    label: Markup | str


@dataclass(frozen=True, slots=True)
class Choices:
    """The options of a facet.

    None where the script fills them in (municipalities) or no record states anything.
    """

    name: str
    label: str
    options: tuple[Option, ...]
    opened: bool = False
    stated: bool = True


def choices(kind: str, reader: Reader) -> list[Choices]:
    """What a kind's list can be narrowed by. Facets that no record states come last."""
    found = [_choices(kind, facet, reader) for facet in facets_of(kind)]
    stated = [one for one in found if one.stated]
    opened = [replace(one, opened=True) for one in stated[:OPEN]]
    return [*opened, *stated[OPEN:], *(one for one in found if not one.stated)]


def columns(kind: str, reader: Reader) -> list[tuple[str, str, bool]]:
    """The columns beside the name: name, heading, and whether it is shown at first."""
    found = [("line", reader.translate("What it is"), True)]
    found += [(one.name, reader.facet_name(one), kind in one.shown) for one in facets_of(kind)]
    return sorted(found, key=lambda column: not column[2])


def _choices(kind: str, facet: Facet, reader: Reader) -> Choices:
    name, label = facet.name, reader.facet_name(facet)
    if name == "free":
        return Choices(
            name, label, tuple(Option(code, reader.translate(text)) for code, text in FREE.items())
        )
    counted = _counted(reader.directory, reader.today, kind)[name]
    if name == "municipalities":
        return Choices(name, label, (), stated=bool(counted))
    codes = [
        code for code in counted if code != NOT_STATED and _is_known(facet, code, reader.directory)
    ]
    if name == "counties" and KINDS[kind].serves and codes:
        # What serves the whole country is found in every county, so each can be chosen.
        codes = [*reader.directory.vocabulary.counties]
    options = [
        Option(code, _label(facet, code, reader))
        for code in _in_order(facet, codes, counted, reader)
    ]
    if counted[NOT_STATED] and codes:
        options.append(Option(NOT_STATED, reader.translate("Not stated")))
    return Choices(name, label, tuple(options), stated=bool(codes))


@kept
def _counted(directory: Directory, today: date, kind: str) -> Mapping[str, Counter[str]]:
    """How many records of a list have each code of each facet, or none; in every language alike."""
    first, records = of_kind(directory, kind)
    found: dict[str, Counter[str]] = {}
    for name, values in facet_values(directory, today).items():
        found[name] = Counter(
            code
            for codes in values[first : first + len(records)]
            for code in codes or (NOT_STATED,)
        )
    return found


def _in_order(
    facet: Facet, codes: Iterable[str], counted: Mapping[str, int], reader: Reader
) -> list[str]:
    """A facet's codes in the order in which to show them.

    Graded terms (levels, stages, freshness) have an order of their own. Other terms come by how
    many records have them, names alphabetically after the whole country.
    """
    if facet.codes == "terms" and TERM_LISTS[facet.name].graded:
        terms = list(reader.directory.vocabulary.terms(facet.name))
        return sorted(codes, key=terms.index)

    def key(code: str) -> tuple[int, tuple[int, ...] | str]:
        many = -counted[code] if facet.codes == "terms" else code != COUNTRY
        return many, sort_key(_label(facet, code, reader).striptags())

    return sorted(codes, key=key)


def _is_known(facet: Facet, code: str, directory: Directory) -> bool:
    """Whether a named body exists: while an editor works, its record may come after the offer's."""
    return facet.codes != "records" or code in directory.partners or code in directory.enterprises


def _label(facet: Facet, code: str, reader: Reader) -> Markup:
    match facet.codes:
        case "places":
            return reader.place(code)
        case "records":
            return reader.name(
                reader.directory.partners.get(code) or reader.directory.enterprises[code]
            )
        case _:
            return reader.term(facet.name, code)
