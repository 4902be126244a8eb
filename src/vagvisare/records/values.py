"""The values of records as Pydantic types: each text of a file becomes one of these, or a problem.

A model is validated with ``context=vocabulary`` (see `vagvisare.records.vocabulary.Vocabulary`), so
that every code is checked in place. Errors are `PydanticCustomError`s whose type is a problem code
and whose context holds the facts of its message.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache
from typing import Annotated, Any

import phonenumbers
from pydantic import (
    AfterValidator,
    BeforeValidator,
    Discriminator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    GetPydanticSchema,
    Tag,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_after_validator_function

from vagvisare.languages import moments
from vagvisare.languages.languages import EASY, SOURCE
from vagvisare.languages.moments import Moment
from vagvisare.records.fields import Coded, Dated, Heard, Refers, Translated
from vagvisare.records.vocabulary import Vocabulary


def _vocabulary(info: ValidationInfo) -> Vocabulary:
    vocabulary = info.context
    if not isinstance(vocabulary, Vocabulary):
        raise TypeError("a record is validated with context=vocabulary")
    return vocabulary


def _in_list(list_name: str, *others: str) -> AfterValidator:
    """Text that is a code of the closed list ``list_name``, or one of ``others``."""

    def known(value: str, info: ValidationInfo) -> str:
        # Runs for every code and every language of every text, so it makes no call that may not be
        # needed.
        if isinstance(info.context, Vocabulary) and (
            value in info.context.lists.get(list_name, ()) or value in others
        ):
            return value
        valid = (*_vocabulary(info).terms(list_name), *others)
        raise PydanticCustomError(
            "unknown-term", "unknown term", {"list": list_name, "value": value, "valid": valid}
        )

    return AfterValidator(known)


def code_in(list_name: str) -> Any:
    """A code of the closed list ``list_name``, as a type."""
    return Annotated[str, _in_list(list_name), Coded(list_name)]


class _Matching:
    """Text of a form, in the model and in its JSON Schema."""

    def __init__(self, pattern: str, code: str) -> None:
        self._pattern, self._code = re.compile(pattern), code

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return no_info_after_validator_function(self._matches, handler(source))

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(core), "pattern": f"^({self._pattern.pattern})$"}

    def _matches(self, value: str) -> str:
        if self._pattern.fullmatch(value):
            return value
        raise PydanticCustomError(self._code, "malformed value", {"value": value})


def matching(pattern: str, code: str) -> _Matching:
    """Text that matches ``pattern`` as a whole; ``code`` is the problem when it does not."""
    return _Matching(pattern, code)


_SHORT_NUMBER = re.compile(r"11[0-9]{1,4}|90[0-9]{2,3}")
"""Swedish short numbers: 112, 1177, 113 13, 116 016, 90 101 (PTS, the Swedish numbering plan)."""
_LONG_NUMBER = re.compile(r"(\+[1-9][0-9]{5,14})(;ext=[0-9]{1,6})?")


@lru_cache(maxsize=4096)
def _is_possible(number: str) -> bool:
    """Whether a number has the code of a country, and a length used in that country."""
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(number))
    except phonenumbers.NumberParseException:
        return False


def _phone(value: str) -> str:
    """A short number, or one whose country code and length libphonenumber knows as possible."""
    if _SHORT_NUMBER.fullmatch(value):
        return value
    long = _LONG_NUMBER.fullmatch(value)
    if long and _is_possible(long[1]):
        return value
    raise PydanticCustomError("phone", "malformed value", {"value": value})


Phone = Annotated[
    str,
    AfterValidator(_phone),
    WithJsonSchema(
        {"type": "string", "pattern": f"^({_SHORT_NUMBER.pattern}|{_LONG_NUMBER.pattern})$"}
    ),
]
"""A telephone number as in E.164 (``+46706123456``, no spaces), with any extension as in RFC 3966
(``;ext=123``); or a Swedish short number as it is dialled (``112``)."""
Email = Annotated[
    str, matching(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~\-åäöÅÄÖ]+@[\w\-]+(\.[\w\-]+)+", "email")
]
Address = Annotated[
    str,
    matching(
        r"https?://[^\s<>\"{}|\\^`/?#@]+\.[^\s<>\"{}|\\^`/?#@]+([/?#][^\s<>\"{}|\\^`]*)?", "address"
    ),
]
"""A web address, http or https only: no other scheme may reach a page."""
PostalCode = Annotated[str, matching(r"[1-9][0-9]{2} [0-9]{2}", "postal-code")]
PostalCodes = Annotated[
    str, matching(r"[1-9][0-9]{2} [0-9]{2}(-[1-9][0-9]{2} [0-9]{2})?", "postal-codes")
]
"""A postal code, or a span of them with a hyphen: ``137 30-137 94``."""


@lru_cache(maxsize=4096)  # sources are often of the same year
def _moment(value: str) -> Moment:
    moment = Moment(value)
    if not moment.exists:
        raise PydanticCustomError("when", "no such day", {"value": value})
    return moment


_Written = Annotated[str, matching(moments.PATTERN, "when"), AfterValidator(_moment)]
When = Annotated[Moment, GetPydanticSchema(lambda _, handler: handler(_Written)), Dated()]
"""A day, month, year or span of them, with ``~`` for about: ``2016-11~/2017``. EDTF (ISO
8601-2:2019), levels 0 and 1."""


def _whole(value: Any) -> Any:
    if isinstance(value, str) and not (value.isascii() and value.isdecimal()):
        raise PydanticCustomError("whole-number", "not a whole number", {"value": value})
    return value


Whole = Annotated[int, Field(ge=0), BeforeValidator(_whole)]
Positive = Annotated[int, Field(gt=0), BeforeValidator(_whole)]


def _organisation_number(value: str) -> str:
    """Ten digits, the last a Luhn check digit (Skatteverket, SKV 709)."""
    digits = [int(d) for d in value.replace("-", "") if d.isdecimal()]
    doubled = (sum(divmod(d * 2, 10)) if i % 2 == 0 else d for i, d in enumerate(digits))
    if re.fullmatch(r"[0-9]{6}-[0-9]{4}", value) and sum(doubled) % 10 == 0:
        return value
    raise PydanticCustomError(
        "organisation-number", "malformed organisation number", {"value": value}
    )


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


_CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9]"


def _clock(value: Any) -> Any:
    if isinstance(value, str):
        if not re.fullmatch(_CLOCK, value):
            raise PydanticCustomError("clock", "malformed time of day", {"value": value})
        return time.fromisoformat(value)
    return value


Clock = Annotated[
    time, BeforeValidator(_clock), WithJsonSchema({"type": "string", "pattern": f"^({_CLOCK})$"})
]


def _area(value: str, info: ValidationInfo) -> str:
    vocabulary = _vocabulary(info)
    if value == "SE" or value in vocabulary.counties or value in vocabulary.municipalities:
        return value
    raise PydanticCustomError("unknown-area", "unknown area", {"value": value})


Area = Annotated[str, AfterValidator(_area)]
"""A municipality code (four digits), a county code (two digits) or ``SE`` for the whole country."""
MUNICIPALITY_DIGITS = 4
"""Digits of a municipality's code (SCB); a county's has two."""


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
    """A situation's code; an earlier name of it (``aliases``) is read as the code of today."""
    vocabulary = _vocabulary(info)
    situations = vocabulary.situations
    if value in situations:
        return value
    if value in vocabulary.situation_aliases:
        return vocabulary.situation_aliases[value]
    raise PydanticCustomError(
        "unknown-situation", "unknown situation", {"value": value, "valid": tuple(situations)}
    )


SituationCode = Annotated[str, AfterValidator(_situation), Coded("situations")]
"""A code of the list ``situations``: a person's circumstances in law, money, work, health, home or
family."""


def _yes_or_no(value: Any) -> Any:
    if isinstance(value, str):
        if value in {"yes", "no"}:
            return value == "yes"
        raise PydanticCustomError(
            "not-one-of", "neither yes nor no", {"value": value, "valid": ("yes", "no")}
        )
    return value


YesNo = Annotated[bool, BeforeValidator(_yes_or_no), WithJsonSchema({"enum": ["yes", "no"]})]
LanguageCode = code_in("languages")
Writing = Annotated[str, _in_list("languages", EASY.code), Coded("languages")]
"""What a text is written in: a language, or easy Swedish."""
PlaceKind = code_in("place-kinds")


def _text(value: Mapping[str, str]) -> Mapping[str, str]:
    if SOURCE not in value:
        raise PydanticCustomError(
            "swedish-missing", "the Swedish text is missing", {"languages": tuple(value)}
        )
    return value


Line = Annotated[str, Field(min_length=1)]
Text = Annotated[
    dict[Writing, Line],
    AfterValidator(_text),
    Field(json_schema_extra={"required": [SOURCE]}),
    Translated(),
]
"""A text in several languages; Swedish is the source and required. Easy Swedish may be added."""
HeardText = Annotated[Text, Heard()]
"""A text that the record's page shows by itself, so that it can play recordings of it."""


@dataclass(frozen=True, slots=True)
class Name:
    """A record's name: one name everywhere, or one that has official translations."""

    written: str | Mapping[str, str]
    """As the file has it: the organisation's own name, or its names by language."""

    @property
    def is_translated(self) -> bool:
        """Whether it has a name in other languages too."""
        return not isinstance(self.written, str)

    @property
    def text(self) -> Mapping[str, str]:
        """The name by language: an own name is Swedish."""
        return {SOURCE: self.written} if isinstance(self.written, str) else self.written

    @property
    def swedish(self) -> str:
        """The name that officials know it by, and that it is sorted by."""
        return self.text[SOURCE]


_WrittenName = Annotated[
    Annotated[Line, Tag("<text>")] | Annotated[Text, Tag("<languages>")],
    # By the type of the value, so that a fault gives one problem and not one for each form.
    Discriminator(lambda value: "<languages>" if isinstance(value, dict) else "<text>"),
    AfterValidator(Name),
]
RecordName = Annotated[
    Name, GetPydanticSchema(lambda _, handler: handler(_WrittenName)), Translated()
]
RECORD_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""The form of a record's id: small letters, digits, and single hyphens between them."""
RecordId = Annotated[str, matching(RECORD_ID.pattern, "record-id")]
PartnerId = Annotated[RecordId, Refers(("partners",))]
BodyId = Annotated[RecordId, Refers(("enterprises", "partners"))]
"""The id of whoever gives or does something: an enterprise or a partner."""
