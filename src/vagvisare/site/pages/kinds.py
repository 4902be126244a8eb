"""What the site makes of each kind of record: its names, its lists, and related records.

The kinds themselves are the models of `vagvisare.records.kinds`. A kind here overrides only what
differs from the defaults.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, ClassVar, Generic, TypeVar

from vagvisare.languages.marking import message
from vagvisare.records.directory import Directory
from vagvisare.records.kinds import ASSOCIATION, Enterprise, Offer, Partner, Project, Record
from vagvisare.records.kinds import KINDS as MODELS
from vagvisare.records.parts import Place

R = TypeVar("R", bound=Record)

_GOVERNMENT = frozenset({"statlig-myndighet", "kommun", "region", "länsstyrelse"})
"""The kinds of partner that are government organisations to schema.org."""


@dataclass(frozen=True, slots=True)
class Result:
    """Something that search finds: its code, the name of one, and the word for all, if any."""

    code: str
    name: str
    word: str = ""


class Kind(Generic[R]):
    """A kind of record. ``label`` names its list and ``lead`` says what that holds (messages)."""

    model: type[R]
    label: ClassVar[str]
    lead: ClassVar[str]
    results: ClassVar[tuple[Result, ...]]
    """What search finds its records as."""
    headings: ClassVar[str] = ""
    """The vocabulary list, or ``counties``, whose terms are the headings of its list."""
    chips: ClassVar[str] = ""
    """The vocabulary list whose codes its cards show."""
    by_industry: ClassVar[bool] = False
    """Whether it is listed by industry too."""
    has_places: ClassVar[bool] = False
    """Whether it may have places for people, some of them free."""
    in_menu: ClassVar[bool] = False
    """Whether the menu of every page leads to its list."""
    serves: ClassVar[bool] = True
    """Whether it is found by the areas that it serves, and not only by where it is."""
    answers: ClassVar[bool] = False
    """Whether it may answer for a need."""
    has_card: ClassVar[bool] = False
    """Whether there is a card to show to an official."""
    is_service: ClassVar[bool] = False
    """Whether it is a service rather than an organisation (schema.org)."""

    @property
    def name(self) -> str:
        """The name of its folder, which begins its addresses."""
        return self.model.kind_name

    @property
    def template(self) -> str:
        """The template of a record's page."""
        return f"{self.model.__name__.lower()}.html"

    def result(self, record: R) -> str:  # noqa: ARG002 (most kinds have one)
        """The code of the result, among ``results``, that a record is found as."""
        return self.results[0].code

    def heading(self, directory: Directory, record: R) -> str:  # noqa: ARG002
        """The code in ``headings`` that a record is listed under."""
        return ""

    def chip_codes(self, record: R) -> Sequence[str]:  # noqa: ARG002
        """A record's codes from ``chips``."""
        return ()

    def schema_type(self, directory: Directory, record: R) -> str:  # noqa: ARG002
        """The schema.org type of a record."""
        return "Organization"

    # --- what it says -------------------------------------------------------------------------

    def needs(self, record: R) -> Sequence[str]:  # noqa: ARG002
        """The needs that it meets."""
        return ()

    def takes(self, record: R) -> Sequence[str] | None:  # noqa: ARG002
        """The situations of the people it takes in (empty: anybody); None if it takes nobody in."""
        return None

    def has_plan(self, record: R) -> bool:  # noqa: ARG002
        """Whether there are steps to plan: how a person gets it, or what to do after a no."""
        return False

    def industries(self, record: R) -> Sequence[str]:  # noqa: ARG002
        """The industries that it is listed in."""
        return ()

    def places(self, record: R) -> Sequence[Place]:  # noqa: ARG002
        """The places that people can be referred to."""
        return ()

    def served(self, record: R) -> Sequence[str]:
        """The areas that it is found by, besides those where it is located."""
        return record.service_area if self.serves else ()

    # --- related records -----------------------------------------------------------------------

    def relations(self, directory: Directory, record: R) -> Mapping[str, Sequence[Record]]:  # noqa: ARG002
        """The records that its page names, by how they relate to it."""
        return {}

    def named_by(self, directory: Directory, record: R) -> Iterator[Record]:
        """The records whose pages name it: by default those that it names."""
        return chain.from_iterable(self.relations(directory, record).values())

    def providers(self, directory: Directory, record: R) -> Sequence[Record]:  # noqa: ARG002
        """The bodies that provide it."""
        return ()

    def associations(self, directory: Directory, record: R) -> Sequence[Partner]:  # noqa: ARG002
        """The coordination associations that it can be found by."""
        return ()

    def narrows(self, record: R) -> Sequence[str]:  # noqa: ARG002
        """The kinds whose lists can be narrowed by it, besides that of the offers it gives."""
        return ()

    def on_cards(self, directory: Directory, record: R) -> Iterator[Record]:
        """The records whose cards show its rules, contact or name, besides the offers it gives."""
        yield from [record] if self.has_card else []
        yield from (body for body in self.providers(directory, record) if of(body).has_card)


class _Enterprises(Kind[Enterprise]):
    model = Enterprise
    label = message("Social enterprises")
    lead = message(
        "Enterprises that exist so that people can work: cafés, workshops, gardens and more."
    )
    results = (Result("enterprises", message("Social enterprise"), label),)
    headings = "counties"
    chips = "industries"
    in_menu = True
    serves = False  # people look for it where it lies
    by_industry = True
    has_places = True

    def heading(self, directory: Directory, record: Enterprise) -> str:
        return next(iter(directory.counties_of(record)), "")

    def chip_codes(self, record: Enterprise) -> Sequence[str]:
        return record.industries

    def takes(self, record: Enterprise) -> Sequence[str]:
        return record.for_

    def industries(self, record: Enterprise) -> Sequence[str]:
        return record.industries

    def places(self, record: Enterprise) -> Sequence[Place]:
        return record.places

    def relations(self, directory: Directory, record: Enterprise) -> Mapping[str, Sequence[Record]]:
        parent = directory.enterprises.get(record.part_of or "")
        return {
            "parent": (parent,) if parent else (),
            "units": directory.units.get(record.id, ()),
            "member_of": directory.bodies(record.member_of),
        }

    def named_by(self, directory: Directory, record: Enterprise) -> Iterator[Record]:
        projects = directory.projects_by_partner.get(record.id, ())
        return chain(super().named_by(directory, record), _members(directory, record), projects)

    def associations(self, directory: Directory, record: Enterprise) -> Sequence[Partner]:
        found = (
            directory.associations_in.get(code, ()) for code in directory.municipalities_of(record)
        )
        return tuple({one.id: one for one in chain.from_iterable(found)}.values())


class _Offers(Kind[Offer]):
    model = Offer
    label = message("Support")
    lead = message("What you can get: Swedish, work, health, money, an interpreter and more.")
    results = (Result("offers", label, label),)
    headings = chips = "offer-kinds"
    in_menu = True
    has_card = True
    is_service = True

    def heading(self, directory: Directory, record: Offer) -> str:  # noqa: ARG002
        return str(record.kind)

    def chip_codes(self, record: Offer) -> Sequence[str]:
        return (record.kind,)

    def needs(self, record: Offer) -> Sequence[str]:
        return record.needs

    def has_plan(self, record: Offer) -> bool:
        is_for_people = "person" in record.audience
        return is_for_people and bool(record.application_process or record.after_no)

    def schema_type(self, directory: Directory, record: Offer) -> str:
        kinds = {
            directory.partners[one].kind for one in record.providers if one in directory.partners
        }
        return "GovernmentService" if kinds & _GOVERNMENT else "Service"

    def providers(self, directory: Directory, record: Offer) -> Sequence[Record]:
        return directory.bodies(record.providers)

    def relations(self, directory: Directory, record: Offer) -> Mapping[str, Sequence[Record]]:
        return {"providers": self.providers(directory, record)}


class _Partners(Kind[Partner]):
    model = Partner
    label = message("Who is who")
    lead = message(
        "Authorities, municipalities, regions, advisers and associations: what each of them does."
    )
    results = (
        Result("partners", label),
        Result("municipalities", message("Municipality"), message("Municipalities")),
    )
    headings = chips = "partner-kinds"
    in_menu = True
    answers = True
    has_card = True

    def result(self, record: Partner) -> str:
        return "municipalities" if record.municipality else "partners"

    def heading(self, directory: Directory, record: Partner) -> str:  # noqa: ARG002
        return str(record.kind)

    def chip_codes(self, record: Partner) -> Sequence[str]:
        return (record.kind,)

    def schema_type(self, directory: Directory, record: Partner) -> str:  # noqa: ARG002
        return "GovernmentOrganization" if record.kind in _GOVERNMENT else "Organization"

    def relations(self, directory: Directory, record: Partner) -> Mapping[str, Sequence[Record]]:
        return {
            "offers": directory.offers_by_provider.get(record.id, ()),
            "projects": directory.projects_by_partner.get(record.id, ()),
            "associations": directory.associations_of.get(record.id, ()),
            "members": tuple(
                directory.partners[one] for one in record.members if one in directory.partners
            ),
        }

    def named_by(self, directory: Directory, record: Partner) -> Iterator[Record]:
        return chain(super().named_by(directory, record), _members(directory, record))

    def associations(self, directory: Directory, record: Partner) -> Sequence[Partner]:
        return tuple(
            one for one in directory.associations_of.get(record.id, ()) if one.kind == ASSOCIATION
        )

    def narrows(self, record: Partner) -> Sequence[str]:
        return ("enterprises", "partners") if record.kind == ASSOCIATION else ()

    def on_cards(self, directory: Directory, record: Partner) -> Iterator[Record]:
        yield from super().on_cards(directory, record)
        bodies = directory.representatives.values() if record.is_role else ()
        yield from (body for body in bodies if body.kind == record.kind)


class _Projects(Kind[Project]):
    model = Project
    label = message("Projects")
    lead = message("What has been tried before, and what came of it.")
    results = (Result("projects", message("Project"), label),)
    in_menu = True

    def schema_type(self, directory: Directory, record: Project) -> str:  # noqa: ARG002
        return "Project"

    def served(self, record: Project) -> Sequence[str]:
        return (*record.service_area, *record.municipalities)

    def relations(self, directory: Directory, record: Project) -> Mapping[str, Sequence[Record]]:
        ids = [role.partner for role in (record.owner, *record.partners) if role and role.partner]
        return {"parties": directory.bodies(ids)}


def _members(directory: Directory, record: Record) -> Iterator[Record]:
    """The enterprises that are members of a body."""
    return (one for one in directory.enterprises.values() if record.id in one.member_of)


_KINDS: tuple[Kind[Any], ...] = (
    _Enterprises(),
    _Offers(),
    _Partners(),
    _Projects(),
)
KINDS: Mapping[str, Kind[Any]] = {kind.name: kind for kind in _KINDS}
"""The kinds by name, in the order in which search finds them."""
KIND_LABELS: Mapping[str, str] = {name: KINDS[name].label for name in MODELS}
"""The names of the lists, as messages of the interface, in the order of their folders."""
RESULTS: Mapping[str, Result] = {
    result.code: result for kind in KINDS.values() for result in kind.results
}
"""What search finds, by code, in that order."""


def of(record: Record) -> Kind[Any]:
    """The kind of a record."""
    return KINDS[record.kind_name]
