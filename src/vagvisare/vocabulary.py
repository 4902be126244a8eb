"""The vocabulary: closed lists of terms, the municipalities and the counties, each with words in every language.

A list is a file ``directory/vocabulary/<list>.yml`` that maps codes to terms. The code is what editors write in a record
(a Swedish word wherever an editor has to know it), the label is what readers see.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from vagvisare.languages import SOURCE, Language, Text

LISTS: tuple[str, ...] = (
    "accessibility",
    "agreements",
    "audiences",
    "evidence",
    "freshness",
    "income-supports",
    "industries",
    "language-modes",
    "languages",
    "legal-forms",
    "needs",
    "offer-kinds",
    "partner-kinds",
    "place-kinds",
    "project-roles",
    "referrals",
    "residence-statuses",
    "roles",
    "stages",
    "statuses",
    "swedish-levels",
    "target-groups",
)
"""The closed lists, each a file of that name."""

_NOTHING: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Term:
    """One term: its code, a short label, a plain explanation, and the words that people type for it."""

    code: str
    label: Text
    explanation: Text | None = None
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class County:
    """A county (län): two-digit code (SCB), name in every language that a source or translator gave."""

    code: str
    name: Text


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality (kommun): four-digit code (SCB) whose first two digits are its county's.

    ``latitude`` and ``longitude`` are a point inside it in degrees (WGS 84), ``population`` that of late 2025.
    """

    code: str
    id: str
    name: Text
    official_name: str
    latitude: float
    longitude: float
    population: int

    @property
    def county(self) -> str:
        """The code of the county that the municipality lies in."""
        return self.code[:2]

    @property
    def swedish_name(self) -> str:
        """The name as signs and officials write it."""
        return self.name[SOURCE]


@dataclass(frozen=True)
class Vocabulary:
    """All closed lists, the languages, the counties and the municipalities. Frozen; made once by `directory`."""

    lists: Mapping[str, Mapping[str, Term]]
    languages: Mapping[str, Language]
    counties: Mapping[str, County]
    municipalities: Mapping[str, Municipality]

    def terms(self, list_name: str) -> Mapping[str, Term]:
        """The terms of a list by code, in the file's order; none for a list that could not be read."""
        return self.lists.get(list_name, _NOTHING)  # type: ignore[arg-type]

    def term(self, list_name: str, code: str) -> Term:
        """One term. Raises KeyError for a code that the list does not have."""
        return self.lists[list_name][code]

    def fallback(self, language: str) -> tuple[str, ...]:
        """The languages to try, in order, for a reader of ``language``."""
        known = self.languages.get(language)
        return known.fallback if known else (SOURCE,)
