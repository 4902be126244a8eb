"""The chair check: how every municipality, situation, need and language ends, so that nobody is left between the chairs.

Each combination has one outcome. They are asked in this order, and the first that is true is it:

``gap``
    No rule of an open and fresh record is about this situation and need here. Offers do not mend it: where nobody is
    responsible, somebody is left without an answer whatever else there is.
``unreachable``
    Somebody answers, but none of them has any contact.
``served-in-language``
    An offer fits that can be reached (itself, through its providers or, when it names none, through those who answer), and
    it, or a provider that can be reached, speaks the language in person or on the phone. Swedish is spoken everywhere.
``served-by-translation``
    Such an offer is not had in the language, but it or its provider writes in it, or a human made or read the offer's
    summary here. A machine's translation that nobody has read does not count.
``served-through-interpreter``
    Such an offer has neither, but an interpreter: it says so, or an authority provides it and the right to an interpreter
    (an offer of the kind ``tolk``) is open here.
``overlap``
    No such offer, and two or more different bodies answer before the final responsibility: each may send the person on.
``responsible-only``
    No such offer, but somebody answers who can be reached.

A record that is closed, or whose confirmation has decayed, serves no one. A translation on the page never makes up for a body
that nobody can reach, and a neighbour's body never for one's own.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice

from vagvisare.guidance.guidance import Answer, Here, How, Match, Person, applies, fits, is_reachable, known_of
from vagvisare.records.directory import Directory
from vagvisare.records.kinds import Partner, Record

OUTCOMES: tuple[str, ...] = (
    "served-in-language",
    "served-by-translation",
    "served-through-interpreter",
    "responsible-only",
    "overlap",
    "unreachable",
    "gap",
)
"""Every outcome, the best first."""
BROKEN = frozenset({"unreachable", "gap"})
"""The outcomes that a municipality declared as served must not have."""
FIRST = 10
"""How many holes are named."""
_SERVED: Mapping[How, str] = {
    How.LANGUAGE: "served-in-language",
    How.TRANSLATION: "served-by-translation",
    How.INTERPRETER: "served-through-interpreter",
}
OWN, REGION = "<municipality>", "<region>"
"""What stands for a municipality's own bodies where many municipalities share a table. Neither is a record's id."""


@dataclass(frozen=True, slots=True)
class Cell:
    """How one combination ends; the ids, in order, of who answers (of the first ``primary`` not finally) and of the offers."""

    outcome: str
    responsible: tuple[str, ...]
    primary: int
    offers: tuple[str, ...]


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
    """A promise that is broken: in a served municipality nobody answers, or nobody who does can be reached."""

    municipality: str
    situation: str
    need: str
    outcome: str
    languages: tuple[str, ...]


Table = Mapping[tuple[str, str], tuple[Cell, ...]]
"""Of each situation and need the cells in the languages' order."""


@dataclass(frozen=True, eq=False)
class Coverage:
    """The chair check of a directory on a day, for some municipalities (codes) and languages.

    Most is the same everywhere. So municipalities in which the same rules and offers lead to bodies that are alike in all that
    an outcome depends on share one table.
    """

    directory: Directory
    today: date
    languages: tuple[str, ...]
    municipalities: tuple[str, ...] = ()

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The municipalities that are looked at; all, when none was asked for."""
        return self.municipalities or tuple(self.directory.vocabulary.municipalities)

    def cell(self, municipality: str, situation: str, need: str, language: str) -> Cell:
        """How one combination ends. Raises KeyError or ValueError for one that is not looked at."""
        table = self._tables[municipality]
        return self._own(municipality, table[situation, need][self.languages.index(language)])

    def rows(self) -> Iterator[Row]:
        """Every combination, in the order of the codes and of the vocabulary."""
        for municipality, table in self._tables.items():
            known: dict[int, Cell] = {}
            for (situation, need), cells in table.items():
                for language, cell in zip(self.languages, cells, strict=True):
                    own = known.get(id(cell)) or known.setdefault(id(cell), self._own(municipality, cell))
                    yield Row(municipality, situation, need, language, own)

    def outcomes(self) -> Iterator[tuple[str, Table]]:
        """Of each municipality its table, in which ``OWN`` and ``REGION`` stand for its own bodies. Those alike share one."""
        yield from self._tables.items()

    @cached_property
    def counts(self) -> Mapping[str, Counter[str]]:
        """By language, how many combinations end how."""
        shared = Counter(id(table) for table in self._tables.values())
        tables = {id(table): table for table in self._tables.values()}
        found: dict[str, Counter[str]] = {language: Counter() for language in self.languages}
        for key, table in tables.items():
            for cells in table.values():
                for language, cell in zip(self.languages, cells, strict=True):
                    found[language][cell.outcome] += shared[key]
        return found

    def holes(self) -> Iterator[Hole]:
        """Every gap and everything unreachable."""
        for municipality, table in self._tables.items():
            for (situation, need), cells in table.items():
                for outcome in dict.fromkeys(cell.outcome for cell in cells if cell.outcome in BROKEN):
                    pairs = zip(self.languages, cells, strict=True)
                    languages = tuple(language for language, cell in pairs if cell.outcome == outcome)
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

    def _table(self, here: Here) -> Table:
        vocabulary = self.directory.vocabulary
        made: dict[object, tuple[Cell, ...]] = {}
        table: dict[tuple[str, str], tuple[Cell, ...]] = {}
        # What is about a need is the same in every situation, and a small part of everything.
        about = {need: (here.responsible(Person((), need)), here.fitting(Person((), need))) for need in vocabulary.terms("needs")}
        for situation in vocabulary.situations:
            for need, (some_answers, some_offers) in about.items():
                person = Person((situation,), need)
                codes = known_of(person, vocabulary)
                answers = tuple(answer for answer in some_answers if applies(answer.rule, person, codes))
                offers = tuple(offer for offer in some_offers if fits(offer, person, codes, vocabulary))
                # Situations that lead to the same answers and offers end in the same way.
                alike = (tuple(map(id, answers)), tuple(offer.id for offer in offers))
                if alike not in made:
                    led = [(offer, here.through(offer, person)) for offer in offers]
                    made[alike] = tuple(_cell(here, answers, here.matches(led, code)) for code in self.languages)
                table[situation, need] = made[alike]
        return table

    def _own(self, municipality: str, cell: Cell) -> Cell:
        """The cell with the ids of the municipality's own bodies."""
        if OWN not in cell.responsible and REGION not in cell.responsible:
            return cell
        bodies = self.directory.representatives
        areas = {OWN: municipality, REGION: municipality[:2]}
        ids = (bodies[areas[label]].id if label in areas else label for label in cell.responsible)
        return Cell(cell.outcome, tuple(ids), cell.primary, cell.offers)


def _cell(here: Here, answers: Sequence[Answer], matches: Sequence[Match]) -> Cell:
    primary = dict.fromkeys(_label(here, answer.partner) for answer in answers if answer.primary)
    bodies = dict.fromkeys([*primary, *(_label(here, answer.partner) for answer in answers)])
    return Cell(outcome(answers, matches), tuple(bodies), len(primary), tuple(match.offer.id for match in matches))


def outcome(answers: Sequence[Answer], matches: Iterable[Match]) -> str:
    """How it ends for a person who is given these answers and offers: see this module's docstring."""
    if not answers:
        return "gap"
    if not any(is_reachable(answer.partner) for answer in answers):
        return "unreachable"
    best = max((match.how for match in matches if match.through), default=How.NOT)
    if best in _SERVED:
        return _SERVED[best]
    return "overlap" if len({answer.partner.id for answer in answers if answer.primary}) > 1 else "responsible-only"


# --- what is the same in two municipalities -------------------------------------------------------------------------


def _likeness(here: Here) -> object:
    """Everything that the outcomes in a municipality depend on; equal for two in which they are the same."""
    answers = tuple((a.stands_in.id, a.index, _label(here, a.partner), _traits(a.partner)) for a in here.answers)
    offers = tuple(
        (offer.id, here.distance(offer.service_area), *((_label(here, p), _traits(p)) for p in here.providers[offer.id].values()))
        for offer in here.open_offers
    )
    return answers, offers


def _label(here: Here, record: Record) -> str:
    represents = record.represents if isinstance(record, Partner) else None
    if represents is None:
        return record.id
    return {here.municipality: OWN, here.municipality[:2]: REGION}.get(represents, record.id)


def _traits(record: Record) -> tuple[object, ...]:
    """What of a body an outcome may depend on."""
    kind = record.kind if isinstance(record, Partner) else ""
    contacts = tuple(contact.languages for contact in record.contacts)
    return kind, contacts, tuple((spoken.code, spoken.how) for spoken in record.languages)


# --- what the site promises -----------------------------------------------------------------------------------------


def served(directory: Directory, declared: Iterable[str] = ()) -> tuple[str, ...]:
    """The codes of the municipalities that the site declares as served (mkdocs.yml); without any, those of the projects.

    Raises ValueError, which names them, for codes that are no municipality's.
    """
    seeds = sorted({code for project in directory.projects.values() for code in project.municipalities})
    codes = tuple(dict.fromkeys(declared)) or tuple(seeds)
    unknown = [code for code in codes if code not in directory.vocabulary.municipalities]
    if unknown:
        raise ValueError(f"served in mkdocs.yml: no municipality has the code {', '.join(unknown)} (four digits, in quotes)")
    return codes


def broken_promises(directory: Directory, served: Iterable[str], languages: Iterable[str], today: date) -> tuple[Hole, ...]:
    """Every gap and everything unreachable in the municipalities that are declared as served. The build fails on any."""
    codes = tuple(served)
    return tuple(Coverage(directory, today, tuple(languages), codes).holes()) if codes else ()


def told(directory: Directory, holes: Iterable[Hole]) -> Iterator[str]:
    """The first ten holes, a line each, and how many more there are."""
    waiting = iter(holes)
    for hole in islice(waiting, FIRST):
        name = directory.vocabulary.municipalities[hole.municipality].swedish_name
        words = f"{hole.municipality} {name}: {hole.situation}, {hole.need} ({', '.join(hole.languages)})"
        yield f"{words}: {hole.outcome}"
    if more := sum(1 for _ in waiting):
        yield f"… and {more} more"


# --- renderings -----------------------------------------------------------------------------------------------------


def as_text(coverage: Coverage) -> Iterator[str]:
    """A summary: how many combinations end how, in each language, and the first holes."""
    vocabulary = coverage.directory.vocabulary
    sizes = (len(coverage.codes), len(vocabulary.situations), len(vocabulary.terms("needs")), len(coverage.languages))
    total = sizes[0] * sizes[1] * sizes[2] * sizes[3]
    names = ("municipalities", "situations", "needs", "languages")
    yield f"{' x '.join(f'{size} {name}' for size, name in zip(sizes, names, strict=True))} = {total} combinations"
    yield ""
    yield f"{'':<28}{'all':>10}" + "".join(f"{language:>10}" for language in coverage.languages)
    for outcome in OUTCOMES:
        counts = [coverage.counts[language][outcome] for language in coverage.languages]
        yield f"{outcome:<28}" + "".join(f"{count:>10}" for count in (sum(counts), *counts))
    holes = [*told(coverage.directory, coverage.holes())]
    if holes:
        yield ""
        yield "Nobody answers, or nobody who does can be reached:"
        yield from holes


def as_csv(coverage: Coverage) -> Iterator[str]:
    """A header, then one row a combination; ids of bodies and offers are separated by spaces. Nothing in it needs quotes."""
    yield "municipality,situation,need,language,outcome,primary,responsible,offers"
    ends: dict[int, tuple[Cell, str]] = {}
    for row in coverage.rows():
        cell, end = ends.get(id(row.cell), (None, ""))
        if cell is not row.cell:
            end = f"{row.cell.outcome},{row.cell.primary},{' '.join(row.cell.responsible)},{' '.join(row.cell.offers)}"
            ends[id(row.cell)] = row.cell, end
        yield f"{row.municipality},{row.situation},{row.need},{row.language},{end}"


def as_json(coverage: Coverage) -> Iterator[str]:
    """One object: the day, the counts by language, and the outcome by municipality, situation, need and language."""
    head = {
        "date": coverage.today.isoformat(),
        "languages": coverage.languages,
        "counts": {language: {name: counts[name] for name in OUTCOMES} for language, counts in coverage.counts.items()},
    }
    yield _json(head).removesuffix("}") + ', "municipalities": {'
    shared: dict[int, str] = {}
    for index, (municipality, table) in enumerate(coverage.outcomes()):
        text = shared.setdefault(id(table), "") or _json(_nested(coverage, table))
        shared[id(table)] = text
        yield f'{", " if index else ""}"{municipality}": {text}'
    yield "}}"


def _nested(coverage: Coverage, table: Table) -> dict[str, dict[str, dict[str, str]]]:
    found: dict[str, dict[str, dict[str, str]]] = {}
    for (situation, need), cells in table.items():
        outcomes = (cell.outcome for cell in cells)
        found.setdefault(situation, {})[need] = dict(zip(coverage.languages, outcomes, strict=True))
    return found


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


RENDERINGS: Mapping[str, Callable[[Coverage], Iterator[str]]] = {"text": as_text, "json": as_json, "csv": as_csv}
"""The renderings by the name that ``--format`` takes."""
