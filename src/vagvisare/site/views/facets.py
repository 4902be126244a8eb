"""What the list of a kind can be narrowed by, and which columns its table has: the same things, in the same words."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from markupsafe import Markup

from vagvisare.languages.order import sort_key
from vagvisare.records.directory import COUNTRY, Directory
from vagvisare.site.facts.reader import Reader
from vagvisare.site.html.interface import message
from vagvisare.site.search.columns import facet_values
from vagvisare.site.search.lists import of_kind

NOT_STATED = "?"
"""The code of the choice of records that say nothing of a facet. No code of the vocabulary has such a sign."""
FREE = {
    "now": message("Free places now"),
    "old": message("Free places, but an old figure"),
    "none": message("No free place"),
    NOT_STATED: message("Not stated"),
}
"""The codes of free places, which are not in the columns: the script works them out from places.json."""

NAMES = {
    "municipalities": message("Municipality"),
    "counties": message("County"),
    "associations": message("Coordination association"),
    "industries": message("Industry"),
    "free": message("Free places"),
    "place-kinds": message("Kind of place"),
    "target-groups": message("For whom"),
    "languages": message("Languages of staff"),
    "swedish-levels": message("Swedish needed"),
    "referrals": message("Who can refer you"),
    "agreements": message("Agreement"),
    "legal-forms": message("Legal form"),
    "freshness": message("Confirmed"),
    "needs": message("Need"),
    "offer-kinds": message("Kind of support"),
    "residence-statuses": message("Your right to stay in Sweden"),
    "income-supports": message("Money to live on"),
    "stages": message("How early"),
    "providers": message("Who gives it"),
    "audiences": message("Given to"),
    "partner-kinds": message("Kind of body"),
}
"""What facets are called, by their names in the columns."""

FACETS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "enterprises": (
            *("municipalities", "industries", "free", "place-kinds", "languages", "target-groups", "swedish-levels", "referrals"),
            *("counties", "associations", "agreements", "legal-forms", "freshness"),
        ),
        "offers": (
            *("needs", "municipalities", "languages", "offer-kinds", "target-groups", "residence-statuses", "income-supports"),
            *("stages", "providers", "referrals", "audiences", "counties", "freshness"),
        ),
        "partners": ("partner-kinds", "municipalities", "languages", "counties", "associations", "legal-forms", "freshness"),
    }
)
"""The facets of each list, those that are asked for most first."""
OPEN = 3
"""So many facets are open at first."""
SHOWN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "enterprises": ("line", "municipalities", "industries", "free", "freshness"),
        "offers": ("line", "needs", "providers", "languages"),
        "partners": ("line", "partner-kinds", "municipalities", "languages"),
    }
)
"""The columns that are shown before anything is chosen; ``line`` is the record's summary."""
_BODIES = frozenset({"associations", "providers"})
"""Facets whose codes are ids of partners or enterprises."""
_SERVED = frozenset({"offers", "partners"})
"""Lists whose records serve municipalities: what serves the whole country is found in each, so that each can be chosen."""


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a facet: its code and what it is called."""

    code: str
    label: Markup | str


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet with its choices; none where the script fills them in (municipalities) or where no record says anything."""

    name: str
    label: str
    options: tuple[Option, ...]
    opened: bool = False
    stated: bool = True


def facets(kind: str, reader: Reader) -> list[Facet]:
    """The facets of the list of a kind; those of which no record says anything come last."""
    found = [_facet(kind, name, reader) for name in FACETS[kind]]
    stated = [facet for facet in found if facet.stated]
    opened = [Facet(f.name, f.label, f.options, opened=True) for f in stated[:OPEN]]
    return [*opened, *stated[OPEN:], *(facet for facet in found if not facet.stated)]


def columns(kind: str, reader: Reader) -> list[tuple[str, str, bool]]:
    """The columns that can be shown beside the name: name, heading, and whether it is shown at first."""
    names = ("line", *FACETS[kind])
    labels = {"line": reader.translate("What it is")} | {name: reader.translate(NAMES[name]) for name in FACETS[kind]}
    shown = SHOWN[kind]
    return [
        (name, labels[name], name in shown) for name in sorted(names, key=lambda name: (name not in shown, names.index(name)))
    ]


def _facet(kind: str, name: str, reader: Reader) -> Facet:
    label = reader.translate(NAMES[name])
    if name == "free":
        return Facet(name, label, tuple(Option(code, reader.translate(text)) for code, text in FREE.items()))
    counted = _counted(reader.directory, reader.today, kind)[name]
    if name == "municipalities":
        return Facet(name, label, (), stated=bool(counted))
    codes = [code for code in counted if code != NOT_STATED and _is_known(name, code, reader.directory)]
    if name == "counties" and kind in _SERVED and codes:
        codes = [*reader.directory.vocabulary.counties]
    options = [Option(code, _label(name, code, reader)) for code in _in_order(name, codes, counted, reader)]
    if counted[NOT_STATED] and codes:
        options.append(Option(NOT_STATED, reader.translate("Not stated")))
    return Facet(name, label, tuple(options), stated=bool(codes))


@lru_cache(maxsize=8)
def _counted(directory: Directory, today: date, kind: str) -> Mapping[str, Counter[str]]:
    """How many records of a list have each code of each facet, and how many have none. The same in every language."""
    first, records = of_kind(directory, kind)
    found: dict[str, Counter[str]] = {}
    for name, values in facet_values(directory, today).items():
        found[name] = Counter(code for codes in values[first : first + len(records)] for code in codes or (NOT_STATED,))
    return found


def _in_order(name: str, codes: Iterable[str], counted: Mapping[str, int], reader: Reader) -> list[str]:
    """Levels, stages and freshness in their own order, names by the alphabet, the rest by how many records have them."""
    own = {"swedish-levels", "stages", "freshness"}
    if name in own:
        terms = list(reader.directory.vocabulary.terms(name))
        return sorted(codes, key=terms.index)
    if name == "counties" or name in _BODIES:
        return sorted(codes, key=lambda code: (code != COUNTRY, sort_key(_label(name, code, reader).striptags())))
    return sorted(codes, key=lambda code: (-counted[code], sort_key(_label(name, code, reader).striptags())))


def _is_known(name: str, code: str, directory: Directory) -> bool:
    """Whether a body that an offer names is there: while an editor works, its record may come after the offer's."""
    return name not in _BODIES or code in directory.partners or code in directory.enterprises


def _label(name: str, code: str, reader: Reader) -> Markup:
    if name == "counties":
        return reader.place(code)
    if name in _BODIES:
        return reader.name(reader.directory.partners.get(code) or reader.directory.enterprises[code])
    return reader.term(name, code)
