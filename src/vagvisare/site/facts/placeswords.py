"""What the script that refreshes free places needs to know of a language: how a day is written, what an old figure is called."""

from collections.abc import Callable
from dataclasses import dataclass

from babel.dates import get_date_format, get_month_names

from vagvisare.reading.freeplaces import AGES
from vagvisare.site.facts.reader import AGE_NAMES


@dataclass(frozen=True, slots=True)
class Age:
    """What a figure is called that is older than so many days."""

    days: int
    label: str


@dataclass(frozen=True, slots=True)
class PlacesWords:
    """``file`` is the address of places.json, ``pattern`` CLDR's of a long date, ``months`` their names with ``|`` between."""

    file: str
    pattern: str
    months: str
    ages: tuple[Age, ...]


def places_words(language: str, translate: Callable[[str], str], file: str) -> PlacesWords:
    """The words of a language, oldest age first."""
    months = "|".join(get_month_names("wide", locale=language).values())
    ages = tuple(Age(days, translate(AGE_NAMES[code])) for code, days in AGES.items())
    return PlacesWords(file, get_date_format("long", locale=language).pattern, months, ages)
