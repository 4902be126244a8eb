"""What the script that refreshes free places needs in each language.

It needs the format of a date and the labels of old figures.
"""

from collections.abc import Callable
from dataclasses import dataclass

from babel.dates import get_date_format, get_month_names

from vagvisare.reading.freeplaces import AGES
from vagvisare.site.facts.reader import AGE_NAMES


@dataclass(frozen=True, slots=True)
class Age:
    """The label of a figure that is older than so many days."""

    days: int
    label: str


@dataclass(frozen=True, slots=True)
class PlacesWords:
    """What the script needs in one language.

    ``file`` is the address of places.json, ``pattern`` CLDR's pattern of a long date, and
    ``months`` the names of the months, separated by ``|``.
    """

    file: str
    pattern: str
    months: str
    ages: tuple[Age, ...]


def places_words(language: str, translate: Callable[[str], str], file: str) -> PlacesWords:
    """The words of a language, the oldest age first."""
    months = "|".join(get_month_names("wide", locale=language).values())
    ages = tuple(Age(days, translate(AGE_NAMES[code])) for code, days in AGES.items())
    return PlacesWords(file, get_date_format("long", locale=language).pattern, months, ages)
