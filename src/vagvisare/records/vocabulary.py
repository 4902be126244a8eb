"""The vocabulary: closed lists of terms, municipalities and counties, with words in every language.

A list is a file ``directory/vocabulary/<list>.yml`` that says what the list is called and maps
codes to terms. The code is what editors write in a record (a Swedish word wherever an editor has to
know it), the label is what readers see.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import asin, cos, radians, sin, sqrt
from types import MappingProxyType

from vagvisare.languages.languages import EASY, SOURCE, Language, Marks, Text

RESIDENCE = "rätt-att-vara-här"
"""The group of the situations that say by which right a person is in Sweden."""

EARTH = 6371.0
"""The mean radius of the Earth in kilometres (IUGG)."""

_NOTHING: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Term:
    """One term: its code, a short label, a plain explanation, and words that people type for it.

    ``implies`` are the situations that everybody in this situation (or with this need) is in too,
    ``excludes`` those that nobody in it is in, ``aliases`` earlier codes of the term. ``ages`` are
    the lowest and the highest age, in years, of those in it, and ``months`` the most months since a
    permit; ``needs`` are those that a situation raises. ``phrases`` are what people in danger type,
    of an urgent need. Of what people say on the way in, and of the guide's questions:
    ``situations`` are what it says of them, ``asks`` the questions that follow, ``parts`` the
    questions that an answer leads to. ``translations`` are the marks of its texts by language.
    """

    code: str
    label: Text
    explanation: Text | None = None
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)
    implies: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    ages: tuple[int, int] | None = None
    months: int | None = None
    needs: tuple[str, ...] = ()
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    situations: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    translations: Marks = field(default_factory=dict)

    @property
    def is_urgent(self) -> bool:
        """Whether it is a need of somebody in danger, which comes before all others."""
        return self.facts.get("urgent") == "yes"

    @property
    def is_watched(self) -> bool:
        """Whether somebody whom it is about may have to hide the page from those around them."""
        return self.facts.get("watched") == "yes"


@dataclass(frozen=True, slots=True)
class Situation:
    """A situation that a person may be in, and its group (a code of ``situation-groups``)."""

    code: str
    term: Term
    group: str

    @property
    def is_asked(self) -> bool:
        """Whether the questions ask for it."""
        return self.term.facts.get("asked") != "no"


@dataclass(frozen=True, slots=True)
class County:
    """A county (län) with its two-digit code (SCB).

    Its name is in every language that a source or translator gave; ``synonyms`` are other
    spellings.
    """

    code: str
    name: Text
    translations: Marks = field(default_factory=dict)
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality (kommun): four-digit code (SCB) whose first two digits are its county's.

    ``latitude`` and ``longitude`` are a point inside it in degrees (WGS 84), ``population`` that of
    late 2025, ``postal_codes`` spans of codes, the first and the last, five digits each: most codes
    are known, not all. ``synonyms`` are other spellings that people type, ``localities`` the names
    of places and districts in it.
    """

    code: str
    id: str
    name: Text
    official_name: str
    latitude: float
    longitude: float
    population: int
    postal_codes: tuple[tuple[str, str], ...] = ()
    translations: Marks = field(default_factory=dict)
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    localities: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def kilometres_to(self, other: "Municipality") -> float:
        """The great-circle distance between the points of two municipalities, in kilometres."""
        (south, west), (north, east) = [
            (radians(m.latitude), radians(m.longitude)) for m in (self, other)
        ]
        half = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin((east - west) / 2) ** 2
        return 2 * EARTH * asin(sqrt(half))

    @property
    def county(self) -> str:
        """The code of the municipality's county."""
        return self.code[:2]

    @property
    def swedish_name(self) -> str:
        """The name as signs and officials write it."""
        return self.name[SOURCE]


@dataclass(frozen=True)
class Vocabulary:
    """All closed lists, the languages, the counties and the municipalities.

    Frozen; made once, when the directory is read.
    """

    lists: Mapping[str, Mapping[str, Term]]
    languages: Mapping[str, Language]
    counties: Mapping[str, County]
    municipalities: Mapping[str, Municipality]
    names: Mapping[str, Term] = field(default_factory=dict)
    """What the lists themselves are called."""

    @property
    def writings(self) -> Mapping[str, Language]:
        """What a text can be written in, by code: the languages, and easy Swedish."""
        return {**self.languages, EASY.code: EASY}

    def terms(self, list_name: str) -> Mapping[str, Term]:
        """The terms of a list by code, in the file's order; none if the list could not be read."""
        return self.lists.get(list_name, _NOTHING)  # type: ignore[arg-type]

    def name(self, list_name: str) -> Text:
        """What a list is called; its bare name where its file does not say."""
        known = self.names.get(list_name)
        return known.label if known else {SOURCE: list_name}

    def term(self, list_name: str, code: str) -> Term:
        """One term. Raises KeyError for a code that the list does not have."""
        return self.lists[list_name][code]

    @cached_property
    def dangers(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """What people in danger type: phrases by urgent need and language."""
        needs = self.terms("needs").items()
        return {code: need.phrases for code, need in needs if need.is_urgent and need.phrases}

    @cached_property
    def situations(self) -> Mapping[str, Situation]:
        """Every situation by code, in the order of the list."""
        terms = self.terms("situations").items()
        return {code: Situation(code, term, term.facts.get("group", "")) for code, term in terms}

    @cached_property
    def situation_aliases(self) -> Mapping[str, str]:
        """The current code of each earlier code of a situation."""
        terms = self.terms("situations").items()
        return {alias: code for code, term in terms for alias in term.aliases}

    def residence(self, codes: Iterable[str]) -> frozenset[str]:
        """Those of the codes that say by which right a person is in Sweden."""
        return self.rights.intersection(codes)

    @cached_property
    def rights(self) -> frozenset[str]:
        """The rights to be in Sweden, of which a person has one.

        Each excludes another that excludes it too. Being new here, or waiting for an extension, is
        asked about with them but goes with several.
        """
        of_group = {
            code: s.term.excludes for code, s in self.situations.items() if s.group == RESIDENCE
        }
        return frozenset(
            code
            for code, others in of_group.items()
            if any(code in of_group.get(o, ()) for o in others)
        )

    def implied(self, situations: Iterable[str], need: str | None = None) -> frozenset[str]:
        """The situations, and all that they and the need imply.

        The need to learn Swedish, for instance, implies being short of it.
        """
        found: set[str] = set()
        waiting = [*situations]
        if need is not None and need in self.terms("needs"):
            waiting += self.terms("needs")[need].implies
        while waiting:
            code = waiting.pop()
            if code not in found:
                found.add(code)
                waiting += self._implications.get(code, ())
        return frozenset(found)

    def compatible(self, codes: frozenset[str], said: frozenset[str]) -> frozenset[str]:
        """Those of the codes that none of ``said`` excludes and that exclude none of ``said``."""
        terms = self.terms("situations")
        excluded = {other for code in said if code in terms for other in terms[code].excludes}
        return frozenset(
            c for c in codes - excluded if c not in terms or said.isdisjoint(terms[c].excludes)
        )

    @cached_property
    def _implications(self) -> Mapping[str, tuple[str, ...]]:
        """What each situation implies."""
        return {code: term.implies for code, term in self.terms("situations").items()}

    def fallback(self, language: str) -> tuple[str, ...]:
        """The languages to try, in order, for a reader of ``language``."""
        known = self.languages.get(language)
        return known.fallback if known else (SOURCE,)
