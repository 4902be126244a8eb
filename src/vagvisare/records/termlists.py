"""The term lists and the facets, each declared once.

These tables and the models (`vagvisare.records.kinds`) decide what is read and checked, what the
glossary explains, what the guide asks, which words a search understands, and by which facets lists
of records are narrowed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from vagvisare.languages.marking import message


@dataclass(frozen=True, slots=True)
class TermList:
    """A closed list of terms, the file ``directory/vocabulary/<name>.yml``.

    The file also says what the list is called. ``unknown`` begins the message about a code that is
    not in the list, in Swedish and English. ``explained``: people meet its terms in letters and
    talks, so the glossary explains them. ``graded``: the order of its terms says something, and
    choices keep it.
    """

    name: str
    unknown: tuple[str, str]
    explained: bool = False
    graded: bool = False


_LISTS = (
    # The first list that has a code explains it.
    TermList("concepts", ("Okänt begrepp", "Unknown concept"), explained=True),
    TermList("situations", ("Okänd situation", "Unknown situation"), explained=True),
    TermList("offer-kinds", ("Okänt slags stöd", "Unknown kind of offer"), explained=True),
    TermList("place-kinds", ("Okänt slags plats", "Unknown kind of place"), explained=True),
    TermList("partner-kinds", ("Okänt slags partner", "Unknown kind of partner"), explained=True),
    TermList("referrals", ("Okänd väg in", "Unknown referral"), explained=True),
    TermList(
        "project-roles",
        ("Okänd roll i projektet", "Unknown role in the project"),
        explained=True,
    ),
    TermList("stages", ("Okänt skede", "Unknown stage"), explained=True, graded=True),
    TermList("doors", ("Okänd ingång", "Unknown door"), explained=True),
    TermList("needs", ("Okänt behov", "Unknown need"), explained=True),
    TermList("industries", ("Okänd bransch", "Unknown industry"), explained=True),
    TermList("agreements", ("Okänd avtalsform", "Unknown form of agreement"), explained=True),
    TermList("legal-forms", ("Okänd juridisk form", "Unknown legal form"), explained=True),
    TermList(
        "swedish-levels",
        ("Okänd nivå i svenska", "Unknown level of Swedish"),
        explained=True,
        graded=True,
    ),
    TermList(
        "accessibility",
        ("Okänd uppgift om tillgänglighet", "Unknown accessibility feature"),
        explained=True,
    ),
    # About this site itself: how fresh a record is, how good its sources are.
    TermList("audiences", ("Okänd mottagare", "Unknown audience")),
    TermList("conversation", ("Okänd fråga i samtalet", "Unknown question"), graded=True),
    TermList("evidence", ("Okänd styrka hos källan", "Unknown strength of evidence")),
    TermList("freshness", ("Okänd färskhet", "Unknown freshness"), graded=True),
    TermList(
        "language-modes",
        ("Okänt sätt att ge service på språket", "Unknown way of serving in the language"),
    ),
    TermList("languages", ("Okänt språk", "Unknown language")),
    TermList("roles", ("Okänd roll", "Unknown role")),
    TermList("sayings", ("Okänt sätt att börja", "Unknown way to begin"), graded=True),
    TermList(
        "situation-groups",
        ("Okänd grupp av situationer", "Unknown group of situations"),
        graded=True,
    ),
    TermList("statuses", ("Okänd status", "Unknown status")),
)
TERM_LISTS: Mapping[str, TermList] = {one.name: one for one in _LISTS}
"""The term lists by name."""


@dataclass(frozen=True, slots=True)
class Facet:
    """Something that records can be narrowed by.

    ``name`` is its name in columns and addresses: that of its term list, if its codes are of one.
    ``fields`` are those that have the codes, as written in files (``for.situations``), where not
    every field with codes of the list counts. ``label`` says what a record has of it, as a message,
    where the list's own name does not. ``codes`` is what the codes are: terms of the list, places,
    or ids of records.

    ``lists`` are the kinds whose lists can be narrowed by it, ``shown`` those whose tables have it
    before anything is chosen. ``words`` are the terms that the search box understands: those that
    some record has, all, or none. ``early``: every search needs it; the others come with the lists,
    or with a word that is not among the early ones.
    """

    name: str
    fields: tuple[str, ...] = ()
    label: str = ""
    codes: Literal["terms", "places", "records", "own"] = "terms"
    lists: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    words: Literal["none", "used", "all"] = "none"
    early: bool = False


_ENTERPRISES, _OFFERS, _PARTNERS = ("enterprises",), ("offers",), ("partners",)
_EVERY = (*_ENTERPRISES, *_OFFERS, *_PARTNERS)
_FACETS = (
    # Those that are asked for most come first.
    Facet("kinds", label=message("List"), codes="own", early=True),
    Facet("needs", ("needs",), lists=_OFFERS, shown=_OFFERS, words="used", early=True),
    Facet("partner-kinds", lists=_PARTNERS, shown=_PARTNERS, words="used"),
    Facet(
        "municipalities",
        label=message("Municipality"),
        codes="places",
        lists=_EVERY,
        shown=(*_ENTERPRISES, *_PARTNERS),
        early=True,
    ),
    Facet("industries", lists=_ENTERPRISES, shown=_ENTERPRISES, words="all", early=True),
    Facet(
        "free", label=message("Free places"), codes="own", lists=_ENTERPRISES, shown=_ENTERPRISES
    ),
    Facet("place-kinds", lists=_ENTERPRISES, words="used", early=True),
    Facet(
        "languages",
        label=message("Languages of staff"),
        lists=_EVERY,
        shown=(*_OFFERS, *_PARTNERS),
        words="used",
        early=True,
    ),
    Facet("offer-kinds", lists=_OFFERS, words="used", early=True),
    Facet(
        "situations",
        ("for", "for.situations", "target"),
        label=message("For whom"),
        lists=(*_ENTERPRISES, *_OFFERS),
        words="used",
        early=True,
    ),
    Facet("swedish-levels", label=message("Swedish needed"), lists=_ENTERPRISES, words="used"),
    Facet("stages", lists=_OFFERS),
    Facet(
        "providers", label=message("Who gives it"), codes="records", lists=_OFFERS, shown=_OFFERS
    ),
    Facet("referrals", lists=(*_ENTERPRISES, *_OFFERS), words="used"),
    Facet("audiences", lists=_OFFERS),
    Facet("counties", label=message("County"), codes="places", lists=_EVERY, early=True),
    Facet("areas", codes="places"),
    Facet(
        "associations",
        label=message("Coordination association"),
        codes="records",
        lists=(*_ENTERPRISES, *_PARTNERS),
    ),
    Facet("agreements", lists=_ENTERPRISES, words="used"),
    Facet("legal-forms", lists=(*_ENTERPRISES, *_PARTNERS), words="used"),
    Facet("freshness", lists=_EVERY, shown=_ENTERPRISES, early=True),
)
FACETS: Mapping[str, Facet] = {one.name: one for one in _FACETS}
"""The facets by name, in the order of filters, of columns and of the search's words."""

NAMED: frozenset[str] = frozenset(
    {
        *(one.name for one in _LISTS if one.explained),
        *(one.name for one in _FACETS if one.codes == "terms" and not one.label),
    }
)
"""The lists whose files must say what they are called, since the glossary or a facet shows it."""


def facets_of(kind: str) -> tuple[Facet, ...]:
    """What the list of a kind can be narrowed by."""
    return tuple(facet for facet in _FACETS if kind in facet.lists)


def facets_with_words(*, early: bool) -> tuple[Facet, ...]:
    """The facets whose terms the search box understands: the early ones, or the others."""
    return tuple(one for one in _FACETS if one.words != "none" and one.early is early)
