"""How single values look to somebody who reads one language: numbers, days, telephone numbers.

Everything comes back escaped unless the method says otherwise.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from urllib.parse import quote

import phonenumbers
from markupsafe import Markup, escape

from vagvisare.languages import cldr, when
from vagvisare.languages.moments import Moment
from vagvisare.records.parts import Hours
from vagvisare.site.facts.textreader import TextReader
from vagvisare.site.html.markup import filled

SWEDEN = 46
"""The country code of Swedish telephone numbers (ITU-T E.164)."""
_YEARS = re.compile(r"(\b[0-9]{4}–[0-9]{4}\b)")
LONGEST_ADDRESS = 40
"""The longest web address that is shown whole, in characters; of a longer one only the host is."""

LONG_SHORT_NUMBER = 5
"""A short number of at least so many digits is written in two groups."""


_SHARED_COST = re.compile(r"(77\d)(\d{3})(\d{3})")
"""Authorities' numbers in the 077 series.

They write them as ``0771-524 524``, libphonenumber as ``077-152 45 24``.
"""


@lru_cache(maxsize=65536)
def national_number(phone: str) -> str:
    """A number as it is written and dialled in Sweden; foreign numbers stay international.

    Examples: ``08-552 414 00``, ``116 016``, and ``08-552 414 00, 123`` with an extension.
    """
    if not phone.startswith("+"):
        return phone if len(phone) < LONG_SHORT_NUMBER else f"{phone[:3]} {phone[3:]}"
    dialled, _, extension = phone.partition(";ext=")
    number = phonenumbers.parse(dialled)
    form = phonenumbers.PhoneNumberFormat
    if number.country_code == SWEDEN and (
        tone := _SHARED_COST.fullmatch(str(number.national_number))
    ):
        return "0{}-{} {}".format(*tone.groups())
    national = phonenumbers.format_number(
        number, form.NATIONAL if number.country_code == SWEDEN else form.INTERNATIONAL
    )
    return f"{national}, {extension}" if extension else national


@dataclass(frozen=True)
class ValueReader(TextReader):
    """Somebody who reads one language and is shown values that need no record to be understood."""

    def row(self, items: Sequence[str]) -> Markup:
        """Things in a row, joined as the language does it (CLDR): "A, B and C"."""
        return cldr.joined(items, self.language.code)

    def weekdays(self, days: Sequence[str]) -> Markup:
        """Days of the week in a row."""
        return self.row([cldr.weekday(day, self.language.code) for day in days])

    def number(self, number: str | int) -> Markup:
        """A whole number with its thousands separated; any other text as it is."""
        return self.figure(cldr.grouped(str(number), self.language.code))

    def percent(self, share: int) -> Markup:
        """A percentage as the language writes it."""
        return self.figure(cldr.percent(share, self.language.code))

    def when(self, moment: Moment | date) -> Markup:
        """A day, month, year or span in the reader's words."""
        written = Moment.of(moment) if isinstance(moment, date) else moment
        if written not in self._moments:
            self._moments[written] = self._moment(written)
        return self._moments[written]

    @cached_property
    def _moments(self) -> dict[Moment, Markup]:
        return {}

    def _moment(self, moment: Moment) -> Markup:
        words = when.in_words(moment, self.language.code, self.translate)
        if self.language.direction == "rtl":
            direction = "rtl" if any(c.isalpha() for c in words) else "ltr"
            # A span of years within words is a figure: every second part.
            parts = _YEARS.split(words)
            html = (
                filled('<bdi dir="ltr">%s</bdi>', part) if index % 2 else escape(part)
                for index, part in enumerate(parts)
            )
            return filled(
                '<bdi dir="%s">%s</bdi>',
                direction,
                Markup().join(html) if direction == "rtl" else words,
            )
        return escape(words)

    def day(self, day: date) -> str:
        """A day in the reader's words, not escaped."""
        return when.in_words(Moment.of(day), self.language.code, self.translate)

    def phone(self, phone: str) -> Markup:
        """A telephone number to tap, in the form that is dialled in Sweden."""
        return filled(
            '<a class="phone" href="tel:%s"><bdi dir="ltr">%s</bdi></a>',
            phone,
            national_number(phone),
        )

    def hours(self, hours: Iterable[Hours]) -> Markup:
        """When something is open: weekdays and times of day in Sweden."""
        spans = (
            filled(
                "%s %s",
                self.weekdays(one.days),
                self.figure(f"{one.opens:%H:%M}–{one.closes:%H:%M}"),
            )
            for one in hours
        )
        return Markup(", ").join(spans)

    def host(self, address: str) -> Markup:
        """A web address to tap, shown without its scheme; a long one by its host alone."""
        shown = address.partition("://")[2].removeprefix("www.").rstrip("/")
        short = shown if len(shown) <= LONGEST_ADDRESS else shown.partition("/")[0]
        return filled('<a href="%s" rel="nofollow"><bdi dir="ltr">%s</bdi></a>', address, short)

    def mailbox(self, email: str) -> Markup:
        """A mailbox to tap.

        Characters with a meaning in an address are encoded (RFC 6068): ``?`` would begin the
        message's headers.
        """
        return filled(
            '<a href="mailto:%s"><bdi dir="ltr">%s</bdi></a>', quote(email, safe="@!$*+"), email
        )
