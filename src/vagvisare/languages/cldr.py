"""What Unicode CLDR knows of a language, through Babel: locale, direction, dates, numbers, lists.

Digits are Latin in every language: numbers here are dialled, or shown to a Swedish official.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from babel.core import Locale, UnknownLocaleError
from babel.dates import get_day_names
from babel.numbers import format_decimal, format_percent
from markupsafe import Markup, escape

from vagvisare.languages.languages import Direction, cldr

UNKNOWN = "en"
"""The locale of languages that CLDR lacks, such as Meänkieli: their dates are in English."""
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""The days as records name them."""


@lru_cache(maxsize=256)
def locale_of(code: str) -> Locale:
    """The locale of a language by its BCP 47 code."""
    try:
        return Locale.parse(cldr(code))
    except (UnknownLocaleError, ValueError):
        return Locale.parse(UNKNOWN)


def direction(code: str) -> Direction:
    """Which way a language runs."""
    return "rtl" if locale_of(code).text_direction == "rtl" else "ltr"


@lru_cache(maxsize=4096)
def grouped(number: str, code: str) -> str:
    """A whole number with its thousands grouped as in the language; other text as it is."""
    return (
        format_decimal(int(number), locale=locale_of(code), numbering_system="latn")
        if number.isdecimal()
        else number
    )


@lru_cache(maxsize=4096)
def percent(share: int, code: str) -> str:
    """A percentage as the language writes it: ``12 %``."""
    return format_percent(share / 100, locale=locale_of(code), numbering_system="latn")


@lru_cache(maxsize=256)
def weekday(day: str, code: str) -> str:
    """A day of the week by its name in records (``monday``)."""
    return str(
        get_day_names("wide", context="stand-alone", locale=locale_of(code))[WEEKDAYS.index(day)]
    )


def joined(items: Sequence[str], code: str) -> Markup:
    """Items in a list as the language writes it: "A, B och C". Each is escaped unless it is HTML.

    The patterns are CLDR's (https://unicode.org/reports/tr35/tr35-general.html#ListPatterns).
    `babel.lists.format_list` uses the same ones, but does not keep HTML.
    """
    if not items:
        return Markup()
    patterns = _patterns(code)
    found = escape(items[-1])
    if len(items) == 2:  # noqa: PLR2004 (CLDR has a pattern of its own for two)
        return _put(patterns["2"], items[0], found)
    for place in range(len(items) - 2, -1, -1):
        name = "end" if place == len(items) - 2 else "start" if place == 0 else "middle"
        found = _put(patterns[name], items[place], found)
    return found


def _put(pattern: Sequence[Markup], first: str, second: Markup) -> Markup:
    """Two items in a pattern.

    Arabic joins its "and" to the next word, but not to one in Latin letters.
    """
    before, between, after = pattern
    if between[-1:].isalpha() and second.striptags()[:1].isascii():
        between += "\u00a0"
    return Markup(f"{before}{escape(first)}{between}{second}{after}")  # noqa: S704 (each part is HTML)


@lru_cache(maxsize=64)
def _patterns(code: str) -> dict[str, Sequence[Markup]]:
    """The parts of each pattern, by its name.

    They go before the first item, between the two and after the second.
    """
    patterns = locale_of(code).list_patterns["standard"].items()
    return {
        name: [escape(part) for part in re.split(r"\{[01]\}", pattern)]
        for name, pattern in patterns
    }
