"""Coverage: the outcome of every municipality, situation, need and language.

Each combination has one outcome, the first of these that is true (pairs of situations: see
`vagvisare.guidance.pairs`):

``answered-in-language``
    As ``answered``, and somebody who gives it speaks the language, or a human made its translation
    or reviewed it in the last 24 months. The duty to book an interpreter does not count: it is a
    column of its own (`Cell.interpreter`).
``answered``
    A rule (not the last resort) is about this situation and need, the body that it names can be
    called or visited, and an offer for the situation meets the need and can be reached too. In
    danger the call is the help, so an urgent need requires no offer.
``not-us``
    Nobody answers but the last resort, and the rules of two bodies or more would be about the
    person but for an exception: each says "not us".
``last-resort``
    Only the last resort answers, or a body that has nothing to give here.
``nobody``
    Nobody who can be called or visited answers at all.

A record that is closed, or whose confirmation has decayed, serves no one. A body whose only door is
a home page cannot be reached, and a neighbour's body never replaces one's own.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from vagvisare.guidance.answering import Answer
from vagvisare.guidance.guidance import Here, Match
from vagvisare.guidance.reckoning import Found, Reckoning
from vagvisare.guidance.serving import How, how_in
from vagvisare.guidance.sieve import Sieve, Sifted
from vagvisare.records.directory import Directory
from vagvisare.records.kinds import Offer, Record

OUTCOMES: tuple[str, ...] = ("answered-in-language", "answered", "last-resort", "not-us", "nobody")
"""Every outcome, the best first."""
ANSWERED = frozenset({"answered-in-language", "answered"})
BROKEN = frozenset({"not-us", "nobody"})
"""The outcomes in which somebody falls through the cracks."""
OWN, REGION = "<municipality>", "<region>"
"""Placeholders for a municipality's own bodies in a table that many municipalities share. Neither
is a record's id."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The outcome of one combination.

    ``responsible`` are the ids of the bodies in the order in which to turn to them; the first
    ``primary`` of them are not the last resort. ``offers`` are ids too. ``interpreter``: one of the
    bodies must book one.
    """

    outcome: str
    responsible: tuple[str, ...]
    primary: int
    offers: tuple[str, ...]
    interpreter: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A combination and its cell. ``municipality`` is its code."""

    municipality: str
    situation: str
    need: str
    language: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class Hole:
    """A situation and a need that end badly in a municipality, for readers of these languages."""

    municipality: str
    situation: str
    need: str
    outcome: str
    languages: tuple[str, ...]


Table = Mapping[tuple[str, str], tuple[Cell, ...]]
"""The cells of each situation and need, in the order of the languages."""


@dataclass(frozen=True, eq=False)
class Coverage:
    """The coverage of a directory on a day, for some municipalities (codes) and languages.

    Most is the same everywhere, so municipalities share one table if the same rules and offers lead
    to bodies that are alike in all that an outcome depends on.
    """

    directory: Directory
    today: date
    languages: tuple[str, ...]
    municipalities: tuple[str, ...] = ()

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The municipalities to cover; all, if none were asked for."""
        return self.municipalities or tuple(self.directory.vocabulary.municipalities)

    def cell(self, municipality: str, situation: str, need: str, language: str) -> Cell:
        """The cell of one combination. Raises KeyError or ValueError if it is not covered."""
        table = self._tables[municipality]
        return self._own(municipality, table[situation, need][self.languages.index(language)])

    def rows(self) -> Iterator[Row]:
        """Every combination, in the order of the codes and of the vocabulary."""
        for municipality, table in self._tables.items():
            known: dict[int, Cell] = {}
            for (situation, need), cells in table.items():
                for language, cell in zip(self.languages, cells, strict=True):
                    own = known.get(id(cell)) or known.setdefault(
                        id(cell), self._own(municipality, cell)
                    )
                    yield Row(municipality, situation, need, language, own)

    def outcomes(self) -> Iterator[tuple[str, Table]]:
        """The table of each municipality, with ``OWN`` and ``REGION`` in place of its own bodies.

        Municipalities that are alike share one.
        """
        yield from self._tables.items()

    @cached_property
    def counts(self) -> Mapping[str, Counter[str]]:
        """By language, the number of combinations with each outcome."""
        shared = Counter(id(table) for table in self._tables.values())
        tables = {id(table): table for table in self._tables.values()}
        found: dict[str, Counter[str]] = {language: Counter() for language in self.languages}
        for key, table in tables.items():
            for cells in table.values():
                for language, cell in zip(self.languages, cells, strict=True):
                    found[language][cell.outcome] += shared[key]
        return found

    def holes(self, outcomes: AbstractSet[str] = BROKEN) -> Iterator[Hole]:
        """Every hole with one of the outcomes."""
        for municipality, table in self._tables.items():
            for (situation, need), cells in table.items():
                for outcome in dict.fromkeys(
                    cell.outcome for cell in cells if cell.outcome in outcomes
                ):
                    pairs = zip(self.languages, cells, strict=True)
                    languages = tuple(
                        language for language, cell in pairs if cell.outcome == outcome
                    )
                    yield Hole(municipality, situation, need, outcome, languages)

    @cached_property
    def _tables(self) -> Mapping[str, Table]:
        made: dict[object, Table] = {}
        tables: dict[str, Table] = {}
        for code in self.codes:
            here = Here(self.directory, code, self.today)
            alike = _likeness(here)
            if alike not in made:
                made[alike] = self._table(here)
            tables[code] = made[alike]
        return tables

    @cached_property
    def _sieve(self) -> Sieve:
        return Sieve(self.directory, self.today)

    @cached_property
    def _sifted(self) -> Mapping[tuple[str, str], Sifted]:
        """The rules and offers that are about each situation and need."""
        return {
            (situation, need): sifted
            for situation in self.directory.vocabulary.situations
            for need, sifted in self._sieve.of((situation,))
        }

    def _table(self, here: Here) -> Table:
        place = Reckoning(here, self._sieve)
        made: dict[Sifted, tuple[Cell, ...]] = {}
        table: dict[tuple[str, str], tuple[Cell, ...]] = {}
        for at, sifted in self._sifted.items():
            local = place.local(sifted)
            # Situations that lead to the same answers and offers end in the same way.
            if local not in made:
                made[local] = self._cells(place, place.found(local))
            table[at] = made[local]
        return table

    def _cells(self, place: Reckoning, found: Found) -> tuple[Cell, ...]:
        """The cells in each language, for people who get these answers and offers."""
        here = place.here
        led = [(offer, place.through(offer, found.answers)) for offer in found.offers]
        return tuple(
            self._cell(here, found, here.matches(led, language), language)
            for language in self.languages
        )

    def _cell(self, here: Here, found: Found, matches: Sequence[Match], language: str) -> Cell:
        answers, refusals = found.answers, found.refusals
        primary = [answer for answer in answers if not answer.rule.last_resort]
        first = dict.fromkeys(_label(here, answer.partner) for answer in primary)
        bodies = dict.fromkeys([*first, *(_label(here, answer.partner) for answer in answers)])
        end = outcome(here, answers, matches, language, refusals)
        interpreter = any(here.must_interpret(answer.partner) for answer in answers)
        return Cell(
            end, tuple(bodies), len(first), tuple(match.offer.id for match in matches), interpreter
        )

    def _own(self, municipality: str, cell: Cell) -> Cell:
        """The cell with the ids of the municipality's own bodies."""
        if OWN not in cell.responsible and REGION not in cell.responsible:
            return cell
        bodies = self.directory.representatives
        areas = {OWN: municipality, REGION: municipality[:2]}
        ids = (bodies[areas[label]].id if label in areas else label for label in cell.responsible)
        return replace(cell, responsible=tuple(ids))


def outcome(
    here: Here,
    answers: Sequence[Answer],
    matches: Iterable[Match],
    language: str,
    refusals: int = 0,
) -> str:
    """The outcome for a reader of a language who gets these answers and offers.

    What each means is in this module's docstring. ``refusals`` is the number of bodies whose rules
    would be about the person but for an exception.
    """
    reached = [answer for answer in answers if here.is_within_reach(answer.partner, answer.door)]
    primary = [answer for answer in reached if not answer.rule.last_resort]
    ways = [match.how for match in matches if match.through]
    ways += [how_in(answer.partner, language) for answer in primary if here.is_urgent(answer)]
    if primary and ways:
        return "answered-in-language" if max(ways) >= How.TRANSLATION else "answered"
    if refusals > 1 and not any(not answer.rule.last_resort for answer in answers):
        return "not-us"
    return "last-resort" if reached else "nobody"


# --- what makes two municipalities alike ----------------------------------------------------------


def _likeness(here: Here) -> object:
    """Everything that the outcomes in a municipality depend on.

    If it is equal for two municipalities, so are their outcomes.
    """
    answers = tuple(
        (
            need,
            answer.name,
            _label(here, answer.partner),
            here.is_within_reach(answer.partner, answer.door),
        )
        for need, found in here.answers.items()
        for answer in found
    )
    traits = tuple(
        dict.fromkeys(
            (_label(here, a.partner), _traits(a.partner))
            for found in here.answers.values()
            for a in found
        )
    )
    offers = tuple(
        (offer.id, here.distance(offer.service_area), *_ways(here, offer))
        for offer in here.open_offers
    )
    return answers, traits, offers


def _ways(here: Here, offer: Offer) -> Iterator[object]:
    """What an outcome may depend on, for each provider of an offer here."""
    for provider in here.providers[offer.id].values():
        yield _label(here, provider), here.is_within_reach(provider, offer.door), _traits(provider)


def _label(here: Here, record: Record) -> str:
    area = record.own_area
    if area is None:
        return record.id
    return {here.municipality: OWN, here.municipality[:2]: REGION}.get(area, record.id)


def _traits(record: Record) -> tuple[object, ...]:
    """The traits of a body that an outcome may depend on."""
    contacts = tuple(contact.languages for contact in record.contacts)
    spoken = tuple((one.code, one.how) for one in record.languages)
    return record.is_authority, contacts, spoken
