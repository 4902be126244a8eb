"""The directory: all records with their cross references, and who serves which municipality.

It is frozen and built once. Everything here is computed from ids and area codes, never from names.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from vagvisare.records.kinds import (
    ASSOCIATION,
    KINDS,
    Enterprise,
    Entry,
    Offer,
    Partner,
    Project,
    Record,
)
from vagvisare.records.laws import Law
from vagvisare.records.questions import Question
from vagvisare.records.responsibility import DecisionList, Rule
from vagvisare.records.vocabulary import Vocabulary

R = TypeVar("R", bound=Record)
T = TypeVar("T")
P = ParamSpec("P")
E = TypeVar("E", bound=Entry)

COUNTRY = "SE"
"""The area code of the whole country (ISO 3166-1)."""
FILES: Mapping[str, type[Entry]] = {
    **KINDS,
    **{model.kind_name: model for model in (Law, DecisionList, Question)},
}
"""Every kind of file below ``directory/`` but the vocabulary, by the name of its folder."""


@dataclass(frozen=True)
class Service:
    """Everything that serves one municipality, nearest first.

    Its own comes first, then its county's, then the whole country's.
    """

    municipality: Partner | None
    region: Partner | None
    enterprises: tuple[Enterprise, ...]
    partners: tuple[Partner, ...]
    offers: tuple[Offer, ...]


@dataclass(frozen=True, eq=False)
class Directory:
    """All records by kind and id. Cross references are looked up here and nowhere else.

    Two directories are never equal, and what is worked out from one is cached in it (`kept`).
    """

    vocabulary: Vocabulary
    files: Mapping[str, Mapping[str, Entry]] = field(default_factory=dict)
    """Everything that was read, by kind (a name of `FILES`), then by id."""

    worked_out: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False)
    """The results of `kept` functions."""

    @classmethod
    def of(cls, vocabulary: Vocabulary, entries: Iterable[Entry]) -> "Directory":
        """The directory of these entries, in their order within each kind."""
        found: dict[str, dict[str, Entry]] = {kind: {} for kind in FILES}
        for entry in entries:
            found[entry.kind_name][entry.id] = entry
        return cls(vocabulary, found)

    @property
    def entries(self) -> Iterator[Entry]:
        """Everything that was read: records, laws, decision lists and questions."""
        for kind in FILES:
            yield from self.files.get(kind, {}).values()

    @cached_property
    def rules(self) -> Mapping[str | None, tuple[tuple[str, Rule], ...]]:
        """The rules of each need (None: of every need), each with its id.

        They are in the order in which to turn to the bodies.
        """
        found: dict[str | None, tuple[tuple[str, Rule], ...]] = {}
        for decisions in self.responsibility.values():
            found[decisions.need] = found.get(decisions.need, ()) + tuple(decisions.rules.items())
        return found

    def of_kind(self, kind: str) -> Mapping[str, Record]:
        """The records of a kind (a name of `vagvisare.records.kinds.KINDS`) by id."""
        return self.files.get(kind, {})  # type: ignore[return-value] # these kinds are of records only

    def with_entry(self, kind: str, name: str, entry: Entry | None) -> "Directory":
        """The directory with one entry (by its id) added or changed; None removes it."""
        changed = dict(self.files.get(kind, {}))
        if entry is None:
            changed.pop(name, None)
        else:
            changed[name] = entry
        return replace(self, files={**self.files, kind: changed})

    @cached_property
    def enterprises(self) -> Mapping[str, Enterprise]:
        """The social enterprises by id."""
        return self._all(Enterprise)

    @cached_property
    def partners(self) -> Mapping[str, Partner]:
        """The partners by id."""
        return self._all(Partner)

    @cached_property
    def offers(self) -> Mapping[str, Offer]:
        """The offers by id."""
        return self._all(Offer)

    @cached_property
    def projects(self) -> Mapping[str, Project]:
        """The projects by id."""
        return self._all(Project)

    @cached_property
    def laws(self) -> Mapping[str, Law]:
        """The register of laws by id."""
        return self._all(Law)

    @cached_property
    def responsibility(self) -> Mapping[str, DecisionList]:
        """The decision lists by id."""
        return self._all(DecisionList)

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """The open questions by id."""
        return self._all(Question)

    def bodies(self, ids: Iterable[str]) -> tuple[Partner | Enterprise, ...]:
        """The partners and enterprises with these ids, as far as the directory has them."""
        found = (self.partners.get(one) or self.enterprises.get(one) for one in ids)
        return tuple(body for body in found if body)

    def _all(self, model: type[E]) -> Mapping[str, E]:
        return self.files.get(model.kind_name, {})  # type: ignore[return-value] # a kind has entries of its model only

    def __iter__(self) -> Iterator[Record]:
        for kind in KINDS:
            yield from self.of_kind(kind).values()

    def __len__(self) -> int:
        return sum(len(self.of_kind(kind)) for kind in KINDS)

    @cached_property
    def representatives(self) -> Mapping[str, Partner]:
        """The partner that is a municipality's or a county's own body, by area code."""
        return {
            partner.represents: partner for partner in self.partners.values() if partner.represents
        }

    @cached_property
    def units(self) -> Mapping[str, tuple[Enterprise, ...]]:
        """The units of each enterprise that has some, by the enterprise's id."""
        units: dict[str, list[Enterprise]] = defaultdict(list)
        for enterprise in self.enterprises.values():
            if enterprise.part_of and enterprise.part_of in self.enterprises:
                units[enterprise.part_of].append(enterprise)
        return {parent: tuple(children) for parent, children in units.items()}

    @cached_property
    def offers_by_provider(self) -> Mapping[str, tuple[Offer, ...]]:
        """The offers that a partner provides, by the partner's id."""
        found: dict[str, list[Offer]] = defaultdict(list)
        for offer in self.offers.values():
            for provider in offer.providers:
                found[provider].append(offer)
        return {provider: tuple(offers) for provider, offers in found.items()}

    @cached_property
    def projects_by_partner(self) -> Mapping[str, tuple[Project, ...]]:
        """The projects that a partner owned or took part in, by the partner's id."""
        found: dict[str, dict[str, Project]] = defaultdict(dict)
        for project in self.projects.values():
            for role in (project.owner, *project.partners):
                if role and role.partner:
                    found[role.partner][project.id] = project
        return {partner: tuple(projects.values()) for partner, projects in found.items()}

    @cached_property
    def associations_of(self) -> Mapping[str, tuple[Partner, ...]]:
        """The associations that a partner is a member of, by the member's id."""
        found: dict[str, list[Partner]] = defaultdict(list)
        for partner in self.partners.values():
            for member in partner.members:
                found[member].append(partner)
        return {member: tuple(partners) for member, partners in found.items()}

    @cached_property
    def associations_in(self) -> Mapping[str, tuple[Partner, ...]]:
        """The coordination associations by the areas that they serve."""
        found = (partner for partner in self.partners.values() if partner.kind == ASSOCIATION)
        return _by_area(found, lambda partner: partner.service_area)

    def municipalities_of(self, record: Record) -> tuple[str, ...]:
        """The codes of the municipalities in which a record has a location."""
        return tuple(
            dict.fromkeys(place.municipality for place in record.locations if place.municipality)
        )

    def counties_of(self, record: Record) -> tuple[str, ...]:
        """The codes of the counties in which a record has a location."""
        codes = (place.county or (place.municipality or "")[:2] for place in record.locations)
        return tuple(dict.fromkeys(code for code in codes if code))

    @cached_property
    def _enterprises_in(self) -> Mapping[str, tuple[Enterprise, ...]]:
        return _by_area(self.enterprises.values(), self.municipalities_of)

    @cached_property
    def _partners_serving(self) -> Mapping[str, tuple[Partner, ...]]:
        return _by_area(self.partners.values(), lambda partner: partner.service_area)

    @cached_property
    def _offers_serving(self) -> Mapping[str, tuple[Offer, ...]]:
        return _by_area(self.offers.values(), lambda offer: offer.service_area)

    def serving(self, municipality: str) -> Service:
        """Everything that serves the municipality with this code, national providers included."""
        areas = (municipality, municipality[:2], COUNTRY)
        own = self.representatives.get(municipality)
        region = self.representatives.get(municipality[:2])
        partners = _gather(self._partners_serving, areas)
        return Service(
            municipality=own,
            region=region,
            enterprises=self._enterprises_in.get(municipality, ()),
            partners=tuple(partner for partner in partners if not partner.represents),
            offers=_gather(self._offers_serving, areas),
        )


def kept(work: Callable[Concatenate[Directory, P], T]) -> Callable[Concatenate[Directory, P], T]:
    """Caches a function's results in the directory that is its first argument."""

    @wraps(work)
    def found(directory: Directory, /, *more: P.args, **named: P.kwargs) -> T:
        known, key = directory.worked_out, (work, more, *named.items())
        if key not in known:
            known[key] = work(directory, *more, **named)
        result: T = known[key]
        return result

    return found


def _by_area(
    records: Iterable[R], areas_of: Callable[[R], Iterable[str]]
) -> Mapping[str, tuple[R, ...]]:
    found: dict[str, list[R]] = defaultdict(list)
    for record in records:
        for area in areas_of(record):
            found[area].append(record)
    return {area: tuple(group) for area, group in found.items()}


def _gather(by_area: Mapping[str, Sequence[R]], areas: Iterable[str]) -> tuple[R, ...]:
    found: dict[str, R] = {}
    for area in areas:
        for record in by_area.get(area, ()):
            found.setdefault(record.id, record)
    return tuple(found.values())
