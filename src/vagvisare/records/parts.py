"""The parts that records are made of: contacts, places, sources, rules, marks of translations."""

from datetime import date
from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    model_validator,
)
from pydantic_core import PydanticCustomError

from vagvisare.records.fields import Searched
from vagvisare.records.values import (
    RECORD_ID,
    Address,
    BodyId,
    Clock,
    CountyCode,
    Day,
    Email,
    HeardText,
    LanguageCode,
    Line,
    MunicipalityCode,
    Phone,
    PlaceKind,
    Positive,
    PostalCode,
    RecordId,
    SituationCode,
    Text,
    When,
    Whole,
    Writing,
    YesNo,
    code_in,
    matching,
)


class Part(BaseModel):
    """What every part of a record shares: it is frozen and allows no unknown fields."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, populate_by_name=True, str_strip_whitespace=True
    )


class SpokenLanguage(Part):
    """A language in which people are served, and how.

    By staff, on the phone, through an interpreter or in writing.
    """

    code: LanguageCode
    how: tuple[code_in("language-modes"), ...] = Field(min_length=1)  # type: ignore[valid-type]


class Source(Part):
    """Where a fact comes from.

    ``date`` is the source's own, ``evidence`` how well it shows the fact.
    """

    title: Line | None = None
    url: Address | None = None
    date: When | None = None
    evidence: code_in("evidence") | None = None  # type: ignore[valid-type]
    note: Text | None = None

    @model_validator(mode="after")
    def _named(self) -> "Source":
        if not (self.title or self.url):
            raise PydanticCustomError("empty-source", "a source without title and address", {})
        return self


class DatedSource(Source):
    """A source with its date: without one nobody can tell whether a rule holds."""

    date: When


Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class Hours(Part):
    """When something is open on some weekdays, in Swedish local time.

    It is open past midnight if it closes earlier than it opens.
    """

    days: tuple[Weekday, ...] = Field(min_length=1)
    opens: Clock
    closes: Clock


class Opening(Hours):
    """Opening hours, and a note on them."""

    note: Text | None = None


class Contact(Part):
    """One way in: a switchboard, a functional mailbox, a site, a desk. Never a named person.

    ``door`` is the function within the body that it leads to. ``free``: the call costs nothing;
    ``on_bill``: it shows on the telephone bill; ``menu`` is how to get past the recorded voice;
    ``open`` is ``always``, or ``hours`` say when. A contact for ``professionals`` is shown to
    nobody else.
    """

    label: Text | None = None
    phone: Annotated[Phone, Searched("numbers")] | None = None
    door: code_in("doors") | None = None  # type: ignore[valid-type]
    languages: tuple[LanguageCode, ...] = ()
    interpreter: YesNo | None = None
    free: YesNo | None = None
    on_bill: YesNo | None = None
    menu: Text | None = None
    open: Literal["always"] | None = None
    hours: tuple[Hours, ...] = ()
    audience: Literal["everyone", "professionals"] = "everyone"
    note: Text | None = None
    email: Email | None = None
    website: Address | None = None
    booking: Address | None = None
    address: Line | None = None
    source: DatedSource | None = None

    @model_validator(mode="after")
    def _not_empty(self) -> "Contact":
        if not (self.phone or self.email or self.website or self.booking or self.address):
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
    accessibility: tuple[code_in("accessibility"), ...] = ()  # type: ignore[valid-type]


class Confirmation(Part):
    """Who confirmed the record (by role), when, and for how many months (``every``)."""

    date: Day
    by: code_in("roles")  # type: ignore[valid-type]
    every: Positive = 12


class Figure(Part):
    """A number as a source gives it, with that source's date.

    Sources disagree, so a figure keeps its own.
    """

    value: Line
    label: Text | None = None
    date: When | None = None
    note: Text | None = None
    source: Address | None = None


class TranslationMark(Part):
    """How a translation came to be.

    The fingerprint of the Swedish it was made from, by whom it was made, and when it was reviewed.
    """

    made_from: Line = Field(alias="from")
    by: Literal["human", "machine"]
    reviewed: Day | None = None


@lru_cache(maxsize=4096)
def _kept_mark(made_from: str, by: str) -> TranslationMark:
    return TranslationMark.model_validate({"from": made_from, "by": by})


def _share(value: Any) -> Any:
    """One object for equal marks that have no review.

    A record's languages are made from the same Swedish, and marks fill half the memory.
    """
    match value:
        case {"from": str(made_from), "by": "human" | "machine" as by, **others} if (
            made_from.strip() and not others
        ):
            return _kept_mark(made_from, by)
        case _:
            return value


SharedMark = Annotated[TranslationMark, BeforeValidator(_share)]
Translations = dict[Writing, dict[str, SharedMark]]


class Recording(Part):
    """A text read aloud by somebody: a file of ``directory/recordings/``.

    ``from`` is the fingerprint of the text that was read. ``by`` is a role and never a person;
    ``license`` says how it may be used, ``source`` where it was published, if it was.
    """

    file: Annotated[
        str, matching(rf"{RECORD_ID.pattern}\.(mp3|ogg|opus|m4a|wav)", "recording-name")
    ]
    made_from: Line | None = Field(None, alias="from")
    by: code_in("roles")  # type: ignore[valid-type]
    date: Day
    license: Line
    source: Address | None = None


Recordings = dict[Writing, dict[str, Recording]]
"""The recordings of a record's texts: by language, then by the way to the text."""


class FreePlaces(Part):
    """How many places there are, how many are free, and as of which day."""

    maximum: Whole | None = None
    available: Whole | None = None
    updated: Day | None = None

    @model_validator(mode="after")
    def _possible(self) -> "FreePlaces":
        if self.available is not None and self.updated is None:
            raise PydanticCustomError(
                "undated-places", "free places without their date", {"value": str(self.available)}
            )
        if (
            self.available is not None
            and self.maximum is not None
            and self.available > self.maximum
        ):
            raise PydanticCustomError(
                "too-many-places",
                "more free places than places",
                {"value": str(self.available), "maximum": str(self.maximum)},
            )
        return self


class Place(FreePlaces):
    """Places of one kind that public buyers refer people to."""

    kind: PlaceKind
    note: Text | None = None


class Agreement(Part):
    """An agreement with a public body, by its form; ``counterpart`` as the source names it."""

    kind: code_in("agreements")  # type: ignore[valid-type]
    counterpart: Line | None = Field(None, alias="with")
    date: When | None = None


class Policy(Part):
    """A policy on social enterprises that a public body has adopted.

    ``url`` is the page that shows it as the body's own.
    """

    title: Line
    date: When | None = None
    url: Address


class Citation(Part):
    """A law of the register by its id, and the place in it as the register writes it.

    A place is ``12 kap. 1 §``, for instance.
    """

    law: RecordId
    at: Line | None = None


class Validity(Part):
    """The days on which something holds: from the first to the last; an open end has none."""

    first: Day | None = Field(None, alias="from")
    last: Day | None = Field(None, alias="to")

    def holds(self, today: date) -> bool:
        """Whether it holds on a day."""
        started = self.first is None or self.first <= today
        return started and (self.last is None or today <= self.last)


class Group(Part):
    """Whom an offer is for (or not for): in words, and in codes where they say it."""

    description: HeardText | None = None
    situations: tuple[SituationCode, ...] = ()
    minimum_age: Whole | None = None
    maximum_age: Whole | None = None


class Role(Part):
    """A party to a project: a partner by its id, or a name where it has no record; and its part."""

    partner: BodyId | None = None
    name: Line | None = None
    role: code_in("project-roles")  # type: ignore[valid-type]

    @model_validator(mode="after")
    def _one_of_them(self) -> "Role":
        if (self.partner is None) == (self.name is None):
            raise PydanticCustomError("partner-or-name", "give either partner or name", {})
        return self
