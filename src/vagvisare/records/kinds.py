"""The records: enterprises, partners, offers and projects, as Pydantic models.

These models are the one source for reading, checking, schemas and templates. Field names follow
Open Referral HSDS 3.1 (https://docs.openreferral.org/en/v3.1.1/) where it has a word for the thing.
A model is validated with ``context=vocabulary`` (see `vagvisare.records.vocabulary.Vocabulary`), so
that every code is checked in place.

Errors are `PydanticCustomError`s whose type is a problem code of `vagvisare.problems.problems` and
whose context holds the facts of its message; `vagvisare.reading.validation` turns Pydantic's own
error types into such codes.
"""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from vagvisare.records.fields import Refers, Searched
from vagvisare.records.parts import (
    Agreement,
    Citation,
    Confirmation,
    Contact,
    Figure,
    Group,
    Location,
    Opening,
    Part,
    Place,
    Policy,
    Recordings,
    Role,
    Source,
    SpokenLanguage,
    Translations,
    Validity,
)
from vagvisare.records.values import (
    MUNICIPALITY_DIGITS,
    Area,
    BodyId,
    HeardText,
    Line,
    MunicipalityCode,
    OrganisationNumber,
    PartnerId,
    RecordId,
    RecordName,
    SituationCode,
    Text,
    When,
    YesNo,
    code_in,
)

MUNICIPALITY, REGION, ASSOCIATION = "kommun", "region", "samordningsförbund"
YEAR_DIGITS = len("2026")
ROLES = frozenset({MUNICIPALITY, REGION, ASSOCIATION})
"""The kinds of partner that have one record for the role and one for each body that has it."""
AUTHORITIES = frozenset({"statlig-myndighet", "länsstyrelse", "kommunalförbund", *ROLES})
"""The kinds of partner that must book an interpreter when needed (förvaltningslagen, 13 §)."""


class Entry(Part):
    """What every file of the directory has. ``id`` is the file's name."""

    kind_name: ClassVar[str]
    id: RecordId
    translations: Translations = Field(default_factory=dict)


class Record(Entry):
    """What the kinds with pages have: ``id`` is also the last part of the page's address.

    ``aliases`` are its other names, which its page tells; ``synonyms`` are what people type for it,
    in any language, which only the search knows.
    """

    name: Annotated[RecordName, Searched("names")]
    aliases: tuple[Annotated[Line, Searched("names")], ...] = ()
    synonyms: tuple[Annotated[Line, Searched("names")], ...] = ()
    summary: Annotated[HeardText, Searched()]
    description: Annotated[HeardText, Searched()] | None = None
    status: code_in("statuses") | None = None  # type: ignore[valid-type]
    alert: HeardText | None = None
    contacts: tuple[Contact, ...] = ()
    locations: tuple[Location, ...] = ()
    service_area: tuple[Area, ...] = ()
    languages: tuple[SpokenLanguage, ...] = ()
    schedule: tuple[Opening, ...] = ()
    sources: tuple[Source, ...] = Field(min_length=1)
    confirmed: Confirmation | None = None
    recordings: Recordings = Field(default_factory=dict)

    @property
    def own_area(self) -> str | None:
        """The code of the municipality or county whose own body this is; None if it is none's."""
        return None

    @property
    def municipality(self) -> str | None:
        """The code of the municipality whose own body this is; None if it is none's.

        Its page is the municipality's.
        """
        area = self.own_area
        return area if area is not None and len(area) == MUNICIPALITY_DIGITS else None

    @property
    def role(self) -> str | None:
        """The role that this is ("the municipality", "the region"), as a kind of partner.

        None if this is a particular body.
        """
        return None

    @property
    def is_role(self) -> bool:
        """Whether this is a role and no particular body."""
        return self.role is not None

    @property
    def is_authority(self) -> bool:
        """Whether this must book an interpreter when one is needed (förvaltningslagen, 13 §)."""
        return False

    @property
    def tells_police(self) -> bool:
        """Whether this informs, or may inform, the police of people without a permit."""
        return False

    @property
    def heard_of(self) -> int | None:
        """The year in which it was last heard of; None where that does not count.

        It counts for enterprises, which close without a word.
        """
        return None


class Enterprise(Record):
    """A work-integration social enterprise (arbetsintegrerande socialt företag, ASF), or a unit."""

    kind_name: ClassVar[str] = "enterprises"
    legal_form: code_in("legal-forms") | None = None  # type: ignore[valid-type]
    organisation_number: Annotated[OrganisationNumber, Searched("numbers")] | None = None
    founded: When | None = None
    part_of: Annotated[Line, Refers(("enterprises",), or_name=True)] | None = None
    industries: tuple[code_in("industries"), ...] = ()  # type: ignore[valid-type]
    sells: Annotated[HeardText, Searched()] | None = None
    places: tuple[Place, ...] = ()
    for_: tuple[SituationCode, ...] = Field((), alias="for")
    swedish_level: code_in("swedish-levels") | None = None  # type: ignore[valid-type]
    referral: tuple[code_in("referrals"), ...] = ()  # type: ignore[valid-type]
    agreements: tuple[Agreement, ...] = ()
    values: HeardText | None = None
    employees: tuple[Figure, ...] = ()
    participants: tuple[Figure, ...] = ()
    member_of: tuple[BodyId, ...] = ()

    @property
    def heard_of(self) -> int | None:
        """The year of the newest source or confirmation; None if nothing is dated.

        None too if the date of a source is a span that is still open.
        """
        moments = [
            source.date for source in (*self.sources, *self._sources_of_contacts) if source.date
        ]
        if any(moment.is_open for moment in moments):
            return None
        years = [int(moment.last[:YEAR_DIGITS]) for moment in moments]
        return max([*years, self.confirmed.date.year] if self.confirmed else years, default=None)

    @property
    def _sources_of_contacts(self) -> tuple[Source, ...]:
        return tuple(contact.source for contact in self.contacts if contact.source)


class Partner(Record):
    """An authority, municipality, region, coordination association, adviser or association.

    ``represents`` is the municipality or county whose own body this is; a municipality's body has
    the municipality's page. Without it, a partner of the kind kommun, region or samordningsförbund
    that serves the whole country is the role: rules name it, and each reader meets their own.
    ``informs_police`` says whether the body must tell the police of people without a permit, or may
    have to.
    """

    kind_name: ClassVar[str] = "partners"
    kind: code_in("partner-kinds")  # type: ignore[valid-type]
    represents: Area | None = None
    legal_form: code_in("legal-forms") | None = None  # type: ignore[valid-type]
    founded: When | None = None
    members: tuple[PartnerId, ...] = ()
    policies: tuple[Policy, ...] = ()
    informs_police: Literal["yes", "unsure"] | None = None
    numbers: tuple[Figure, ...] = ()

    @property
    def own_area(self) -> str | None:
        """The code of the municipality or county whose own body this is; None if it is none's."""
        return self.represents

    @property
    def role(self) -> str | None:
        """Its kind, if this is a role (municipality, region, association)."""
        is_role = self.kind in ROLES and self.represents is None and "SE" in self.service_area
        return self.kind if is_role else None

    @property
    def is_authority(self) -> bool:
        """Whether this must book an interpreter when one is needed (förvaltningslagen, 13 §)."""
        return self.kind in AUTHORITIES

    @property
    def tells_police(self) -> bool:
        """Whether this informs, or may inform, the police of people without a permit."""
        return self.informs_police is not None


class Offer(Record):
    """What a person, an enterprise or an official can get.

    ``last_resort``: only where nothing else is to be had.
    """

    kind_name: ClassVar[str] = "offers"
    kind: code_in("offer-kinds")  # type: ignore[valid-type]
    audience: tuple[code_in("audiences"), ...] = ("person",)  # type: ignore[valid-type]
    needs: tuple[code_in("needs"), ...] = ()  # type: ignore[valid-type]
    for_: Group | None = Field(None, alias="for")
    not_for: Group | None = None
    from_stage: code_in("stages") | None = None  # type: ignore[valid-type]
    providers: tuple[BodyId, ...] = ()
    door: code_in("doors") | None = None  # type: ignore[valid-type]
    valid: Validity = Validity()
    say: HeardText | None = None
    after_no: HeardText | None = None
    responsible: HeardText | None = None
    interpretation: HeardText | None = None
    referral: tuple[code_in("referrals"), ...] = ()  # type: ignore[valid-type]
    application_process: tuple[HeardText, ...] = ()
    required_documents: tuple[HeardText, ...] = ()
    cost: HeardText | None = None
    duration: HeardText | None = None
    law: tuple[Citation, ...] = ()
    last_resort: YesNo = False


class Project(Record):
    """A project that has been tried: the knowledge bank."""

    kind_name: ClassVar[str] = "projects"
    owner: Role | None = None
    partners: tuple[Role, ...] = ()
    period: When | None = None
    programme: Text | None = None
    number: Line | None = None
    budget: tuple[Figure, ...] = ()
    grant: tuple[Figure, ...] = ()
    region: Line | None = None
    municipalities: tuple[MunicipalityCode, ...] = ()
    participants: tuple[Figure, ...] = ()
    target: tuple[SituationCode, ...] = ()
    aims: tuple[HeardText, ...] = ()
    methods: tuple[HeardText, ...] = ()
    results: tuple[HeardText, ...] = ()
    documents: tuple[Source, ...] = ()


_KINDS = (
    Enterprise,
    Partner,
    Offer,
    Project,
)
KINDS: Mapping[str, type[Record]] = {kind.kind_name: kind for kind in _KINDS}
"""The kinds of record by the name of their folder, which is also in their pages' addresses."""
