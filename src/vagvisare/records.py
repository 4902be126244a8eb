"""The records: enterprises, partners, offers and projects, as Pydantic models.

These models are the one source for reading, checking, schemas and templates. Field names follow Open Referral
HSDS 3.1 (https://docs.openreferral.org/en/v3.1.1/) where it has a word for the thing. A model is validated with
``context=vocabulary`` (see `vagvisare.vocabulary.Vocabulary`), so that every code is checked where it stands.

Errors are `PydanticCustomError`s whose type is a problem code of `vagvisare.problems` and whose context holds the facts
of its message; Pydantic's own error types are translated there too.
"""

import re
from collections.abc import Mapping
from datetime import date, time
from functools import lru_cache
from typing import Annotated, Any, ClassVar, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    ValidationInfo,
    model_validator,
)
from pydantic_core import PydanticCustomError

from vagvisare.languages import EASY, SOURCE
from vagvisare.vocabulary import Vocabulary

# --- values ---------------------------------------------------------------------------------------------------------


def _vocabulary(info: ValidationInfo) -> Vocabulary:
    vocabulary = info.context
    if not isinstance(vocabulary, Vocabulary):
        raise TypeError("a record is validated with context=vocabulary")
    return vocabulary


def _in_list(list_name: str, *others: str) -> AfterValidator:
    """Text that is a code of the closed list ``list_name``, or one of ``others``."""

    def known(value: str, info: ValidationInfo) -> str:
        # Runs for every code and every language of every text: no further calls before it is known that they are needed.
        if isinstance(info.context, Vocabulary) and (value in info.context.lists.get(list_name, ()) or value in others):
            return value
        valid = (*_vocabulary(info).terms(list_name), *others)
        raise PydanticCustomError("unknown-term", "unknown term", {"list": list_name, "value": value, "valid": valid})

    return AfterValidator(known)


def _term(list_name: str) -> Any:
    """A code of the closed list ``list_name``, as a type; its name goes into the schema."""
    return Annotated[str, _in_list(list_name), Field(json_schema_extra={"vocabulary": list_name})]


def _matching(pattern: str, code: str) -> AfterValidator:
    """Text that matches ``pattern`` as a whole; ``code`` is the problem when it does not."""
    compiled = re.compile(pattern)

    def matches(value: str) -> str:
        if compiled.fullmatch(value):
            return value
        raise PydanticCustomError(code, "malformed value", {"value": value})

    return AfterValidator(matches)


Phone = Annotated[str, _matching(r"\+[1-9][0-9]{5,14}", "phone")]
"""A telephone number in the international form of E.164: ``+46706123456``, no spaces."""
Email = Annotated[str, _matching(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~\-åäöÅÄÖ]+@[\w\-]+(\.[\w\-]+)+", "email")]
Address = Annotated[str, _matching(r"https?://[^\s<>\"{}|\\^`/?#@]+\.[^\s<>\"{}|\\^`/?#@]+([/?#][^\s<>\"{}|\\^`]*)?", "address")]
"""A web address, http or https only: no other scheme may reach a page."""
PostalCode = Annotated[str, _matching(r"[1-9][0-9]{2} [0-9]{2}", "postal-code")]
PostalCodes = Annotated[str, _matching(r"[1-9][0-9]{2} [0-9]{2}(-[1-9][0-9]{2} [0-9]{2})?", "postal-codes")]
"""A postal code, or a span of them with a hyphen: ``137 30-137 94``."""
_MOMENT = r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?~?"
When = Annotated[str, _matching(rf"{_MOMENT}(/({_MOMENT}|\.\.))?", "when")]
"""A day, month, year or span of them, ``~`` for about: ``2016-11~/2017``. EDTF (ISO 8601-2:2019), levels 0 and 1."""


def _whole(value: Any) -> Any:
    if isinstance(value, str) and not (value.isascii() and value.isdecimal()):
        raise PydanticCustomError("whole-number", "not a whole number", {"value": value})
    return value


Whole = Annotated[int, BeforeValidator(_whole), Field(ge=0)]


def _organisation_number(value: str) -> str:
    """Ten digits, the last a Luhn check digit (Skatteverket, SKV 709)."""
    digits = [int(d) for d in value.replace("-", "") if d.isdecimal()]
    doubled = (sum(divmod(d * 2, 10)) if i % 2 == 0 else d for i, d in enumerate(digits))
    if re.fullmatch(r"[0-9]{6}-[0-9]{4}", value) and sum(doubled) % 10 == 0:
        return value
    raise PydanticCustomError("organisation-number", "malformed organisation number", {"value": value})


OrganisationNumber = Annotated[str, AfterValidator(_organisation_number)]


def _day(value: Any) -> Any:
    if isinstance(value, str):
        try:
            day: date | None = date.fromisoformat(value)
        except ValueError:
            day = None
        # Python also reads 20261123 and 2026-W47-1; only one way of writing a day is ours.
        if day is not None and value == day.isoformat():
            return day
        raise PydanticCustomError("day", "malformed date", {"value": value})
    return value


Day = Annotated[date, BeforeValidator(_day)]


def _clock(value: Any) -> Any:
    if isinstance(value, str):
        if not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", value):
            raise PydanticCustomError("clock", "malformed time of day", {"value": value})
        return time.fromisoformat(value)
    return value


Clock = Annotated[time, BeforeValidator(_clock)]


def _area(value: str, info: ValidationInfo) -> str:
    vocabulary = _vocabulary(info)
    if value == "SE" or value in vocabulary.counties or value in vocabulary.municipalities:
        return value
    raise PydanticCustomError("unknown-area", "unknown area", {"value": value})


Area = Annotated[str, AfterValidator(_area)]
"""A municipality code (four digits), a county code (two digits) or ``SE`` for the whole country."""


def _municipality(value: str, info: ValidationInfo) -> str:
    if value in _vocabulary(info).municipalities:
        return value
    raise PydanticCustomError("unknown-municipality", "unknown municipality", {"value": value})


def _county(value: str, info: ValidationInfo) -> str:
    if value in _vocabulary(info).counties:
        return value
    raise PydanticCustomError("unknown-county", "unknown county", {"value": value})


MunicipalityCode = Annotated[str, AfterValidator(_municipality)]
CountyCode = Annotated[str, AfterValidator(_county)]


def _situation(value: str, info: ValidationInfo) -> str:
    situations = _vocabulary(info).situations
    if value in situations:
        return value
    raise PydanticCustomError("unknown-situation", "unknown situation", {"value": value, "valid": tuple(situations)})


SituationCode = Annotated[str, AfterValidator(_situation), Field(json_schema_extra={"vocabulary": "situations"})]
"""A code of the lists of residence, livelihood or circumstances (`vagvisare.vocabulary.SITUATION_LISTS`)."""


def _yes_or_no(value: Any) -> Any:
    if isinstance(value, str):
        if value in {"yes", "no"}:
            return value == "yes"
        raise PydanticCustomError("not-one-of", "neither yes nor no", {"value": value, "valid": ("yes", "no")})
    return value


YesNo = Annotated[bool, BeforeValidator(_yes_or_no)]
LanguageCode = Annotated[str, _in_list("languages"), Field(json_schema_extra={"vocabulary": "languages"})]
Writing = Annotated[str, _in_list("languages", EASY.code), Field(json_schema_extra={"vocabulary": "languages"})]
"""What a text is written in: a language, or easy Swedish."""
PlaceKind = Annotated[str, _in_list("place-kinds"), Field(json_schema_extra={"vocabulary": "place-kinds"})]


def _text(value: Mapping[str, str]) -> Mapping[str, str]:
    if SOURCE not in value:
        raise PydanticCustomError("swedish-missing", "the Swedish text is missing", {"languages": tuple(value)})
    return value


Line = Annotated[str, Field(min_length=1)]
Text = Annotated[dict[Writing, Line], AfterValidator(_text)]
"""A text in several languages; Swedish is the source and must be there. Easy Swedish may stand beside it."""
Name = Annotated[
    Annotated[Line, Tag("<text>")] | Annotated[Text, Tag("<languages>")],
    # By what stands there, so that a fault gives one problem and not one for each way.
    Discriminator(lambda value: "<languages>" if isinstance(value, dict) else "<text>"),
]
RecordId = Annotated[str, _matching(r"[a-z0-9]+(-[a-z0-9]+)*", "record-id")]


# --- parts ----------------------------------------------------------------------------------------------------------


class Part(BaseModel):
    """What every part of a record shares: frozen, and no field that the model does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, str_strip_whitespace=True)


class SpokenLanguage(Part):
    """A language that one can be served in, and how: by staff, on the phone, through an interpreter, in writing."""

    code: LanguageCode
    how: tuple[_term("language-modes"), ...] = Field(min_length=1)  # type: ignore[valid-type]


class Contact(Part):
    """One way in: a switchboard, a functional mailbox, a site. Never a named person."""

    label: Text | None = None
    phone: Phone | None = None
    languages: tuple[LanguageCode, ...] = ()
    email: Email | None = None
    website: Address | None = None
    booking: Address | None = None

    @model_validator(mode="after")
    def _not_empty(self) -> "Contact":
        if not (self.phone or self.email or self.website or self.booking):
            raise PydanticCustomError("empty-contact", "a contact without any way to reach it", {})
        return self


class Location(Part):
    """Where it is. ``county`` alone when the source says no more."""

    address: Line | None = None
    postal_code: PostalCode | None = None
    locality: Line | None = None
    municipality: MunicipalityCode | None = None
    county: CountyCode | None = None
    latitude: Annotated[float, Field(ge=55, le=70)] | None = None
    longitude: Annotated[float, Field(ge=10, le=25)] | None = None
    accessibility: tuple[_term("accessibility"), ...] = ()  # type: ignore[valid-type]


Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class Opening(Part):
    """Opening hours on some weekdays, in Swedish local time."""

    days: tuple[Weekday, ...] = Field(min_length=1)
    opens: Clock
    closes: Clock
    note: Text | None = None


class Source(Part):
    """Where a fact comes from. ``date`` is the source's own, ``evidence`` how well it shows the fact."""

    title: Line | None = None
    url: Address | None = None
    date: When | None = None
    evidence: _term("evidence") | None = None  # type: ignore[valid-type]
    note: Text | None = None

    @model_validator(mode="after")
    def _named(self) -> "Source":
        if not (self.title or self.url):
            raise PydanticCustomError("empty-source", "a source without title and address", {})
        return self


class Confirmation(Part):
    """Who said when that the record holds, by role, and for how many months (``every``) that is good."""

    date: Day
    by: _term("roles")  # type: ignore[valid-type]
    every: Annotated[Whole, Field(gt=0)] = 12


class Figure(Part):
    """A number as a source gives it, with that source's date. Sources disagree, so a figure keeps its own."""

    value: Line
    label: Text | None = None
    date: When | None = None
    note: Text | None = None
    source: Address | None = None


class TranslationMark(Part):
    """How a translation came to be: the fingerprint of the Swedish it was made from, by whom, and who read it when."""

    made_from: Line = Field(alias="from")
    by: Literal["human", "machine"]
    reviewed: Day | None = None


@lru_cache(maxsize=4096)
def _kept_mark(made_from: str, by: str) -> TranslationMark:
    return TranslationMark.model_validate({"from": made_from, "by": by})


def _share(value: Any) -> Any:
    """One mark for all that are alike: a record's languages are made from the same Swedish, and marks fill half the memory."""
    match value:
        case {"from": str(made_from), "by": "human" | "machine" as by, **others} if made_from.strip() and not others:
            return _kept_mark(made_from, by)
        case _:
            return value


SharedMark = Annotated[TranslationMark, BeforeValidator(_share)]
Translations = dict[Writing, dict[str, SharedMark]]


class Recording(Part):
    """A text read aloud by somebody: a file of ``directory/recordings/``, and the fingerprint of the text that was read.

    ``by`` is a role and never a person; ``license`` says how it may be used, ``source`` where it was published, if it was.
    """

    file: Annotated[str, _matching(r"[a-z0-9]+(-[a-z0-9]+)*\.(mp3|ogg|opus|m4a|wav)", "recording-name")]
    made_from: Line | None = Field(None, alias="from")
    by: _term("roles")  # type: ignore[valid-type]
    date: Day
    license: Line
    source: Address | None = None


Recordings = dict[Writing, dict[str, Recording]]
"""The recordings of a record's texts: by language, then by the way to the text."""


class FreePlaces(Part):
    """How many places there are, how many are free, and of what day that is."""

    maximum: Whole | None = None
    available: Whole | None = None
    updated: Day | None = None

    @model_validator(mode="after")
    def _possible(self) -> "FreePlaces":
        if self.available is not None and self.updated is None:
            raise PydanticCustomError("undated-places", "free places without their date", {"value": str(self.available)})
        if self.available is not None and self.maximum is not None and self.available > self.maximum:
            raise PydanticCustomError(
                "too-many-places", "more free places than places", {"value": str(self.available), "maximum": str(self.maximum)}
            )
        return self


class Place(FreePlaces):
    """Places of one kind that public buyers refer people to."""

    kind: PlaceKind
    note: Text | None = None


class Agreement(Part):
    """An agreement with a public body, by its form; ``counterpart`` as the source names it."""

    kind: _term("agreements")  # type: ignore[valid-type]
    counterpart: Line | None = Field(None, alias="with")
    date: When | None = None


class Policy(Part):
    """A policy on social enterprises that a public body has adopted."""

    title: Line
    date: When | None = None
    url: Address | None = None


class DatedSource(Source):
    """A source that says of what date it is: nobody can tell whether a rule holds without it."""

    date: When


class Responsibility(Part):
    """A rule that says when a partner answers for a person: in which situations, for which needs, because of what.

    No situations: in every one (but those of ``except``). No needs: for every one. ``final`` is whoever answers when nobody else
    does; it comes last. ``review`` says what may no longer hold.
    """

    situations: tuple[SituationCode, ...] = ()
    except_: tuple[SituationCode, ...] = Field((), alias="except")
    needs: tuple[_term("needs"), ...] = ()  # type: ignore[valid-type]
    because: Text
    law: tuple[Line, ...] = ()
    sources: tuple[DatedSource, ...] = Field(min_length=1)
    final: YesNo = False
    review: Text | None = None


class Group(Part):
    """Whom an offer is for (or not for): in words, and in codes where they say it."""

    description: Text | None = None
    groups: tuple[_term("target-groups"), ...] = ()  # type: ignore[valid-type]
    residence: tuple[_term("residence-statuses"), ...] = ()  # type: ignore[valid-type]
    income: tuple[_term("income-supports"), ...] = ()  # type: ignore[valid-type]
    minimum_age: Whole | None = None
    maximum_age: Whole | None = None


class Role(Part):
    """A party to a project: a partner by its id, or a name where there is no record of it; and its part."""

    partner: RecordId | None = None
    name: Line | None = None
    role: _term("project-roles")  # type: ignore[valid-type]

    @model_validator(mode="after")
    def _one_of_them(self) -> "Role":
        if (self.partner is None) == (self.name is None):
            raise PydanticCustomError("partner-or-name", "give either partner or name", {})
        return self


# --- the four kinds -------------------------------------------------------------------------------------------------


class Record(Part):
    """What all four kinds have. ``id`` is the file's name and the last part of the page's address."""

    kind_name: ClassVar[str]
    id: RecordId
    name: Name
    aliases: tuple[Line, ...] = ()
    summary: Text
    description: Text | None = None
    status: _term("statuses") | None = None  # type: ignore[valid-type]
    alert: Text | None = None
    contacts: tuple[Contact, ...] = ()
    locations: tuple[Location, ...] = ()
    service_area: tuple[Area, ...] = ()
    languages: tuple[SpokenLanguage, ...] = ()
    schedule: tuple[Opening, ...] = ()
    sources: tuple[Source, ...] = Field(min_length=1)
    confirmed: Confirmation | None = None
    translations: Translations = {}
    recordings: Recordings = {}


class Enterprise(Record):
    """A work-integration social enterprise (arbetsintegrerande socialt företag, ASF), or a unit of one."""

    kind_name: ClassVar[str] = "enterprises"
    legal_form: _term("legal-forms") | None = None  # type: ignore[valid-type]
    organisation_number: OrganisationNumber | None = None
    founded: When | None = None
    part_of: Line | None = None
    industries: tuple[_term("industries"), ...] = ()  # type: ignore[valid-type]
    sells: Text | None = None
    places: tuple[Place, ...] = ()
    for_: tuple[_term("target-groups"), ...] = Field((), alias="for")  # type: ignore[valid-type]
    swedish_level: _term("swedish-levels") | None = None  # type: ignore[valid-type]
    referral: tuple[_term("referrals"), ...] = ()  # type: ignore[valid-type]
    agreements: tuple[Agreement, ...] = ()
    values: Text | None = None
    employees: tuple[Figure, ...] = ()
    participants: tuple[Figure, ...] = ()
    member_of: tuple[RecordId, ...] = ()


class Partner(Record):
    """An authority, municipality, region, coordination association, adviser or association.

    ``represents`` is the municipality or county whose own body this is: that record's page is the municipality's. A partner of
    the kind kommun or region without it is the role: what it says under ``responsible`` holds for each of them.
    """

    kind_name: ClassVar[str] = "partners"
    kind: _term("partner-kinds")  # type: ignore[valid-type]
    represents: Area | None = None
    legal_form: _term("legal-forms") | None = None  # type: ignore[valid-type]
    founded: When | None = None
    members: tuple[RecordId, ...] = ()
    policies: tuple[Policy, ...] = ()
    responsible: tuple[Responsibility, ...] = ()
    numbers: tuple[Figure, ...] = ()


class Offer(Record):
    """What a person, an enterprise or an official can get."""

    kind_name: ClassVar[str] = "offers"
    kind: _term("offer-kinds")  # type: ignore[valid-type]
    audience: tuple[_term("audiences"), ...] = ("person",)  # type: ignore[valid-type]
    needs: tuple[_term("needs"), ...] = ()  # type: ignore[valid-type]
    for_: Group | None = Field(None, alias="for")
    not_for: Group | None = None
    from_stage: _term("stages") | None = None  # type: ignore[valid-type]
    providers: tuple[RecordId, ...] = ()
    responsible: Text | None = None
    interpretation: Text | None = None
    referral: tuple[_term("referrals"), ...] = ()  # type: ignore[valid-type]
    application_process: tuple[Text, ...] = ()
    required_documents: tuple[Text, ...] = ()
    cost: Text | None = None
    duration: Text | None = None
    law: tuple[Line, ...] = ()


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
    target: tuple[_term("target-groups"), ...] = ()  # type: ignore[valid-type]
    aims: tuple[Text, ...] = ()
    methods: tuple[Text, ...] = ()
    results: tuple[Text, ...] = ()
    documents: tuple[Source, ...] = ()


KINDS: dict[str, type[Record]] = {kind.kind_name: kind for kind in (Enterprise, Partner, Offer, Project)}
"""The kinds of record by the name of their folder, which is also that part of their pages' addresses."""
