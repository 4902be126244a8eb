"""Days, months, years and spans (`vagvisare.languages.moments`) in a language's words, by CLDR.

Digits stay Latin in every language: readers show them to Swedish officials.
"""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from babel.dates import format_date, format_skeleton

from vagvisare.languages.cldr import locale_of
from vagvisare.languages.moments import Moment

Translate = Callable[..., str]


@lru_cache(maxsize=4096)
def _one(part: str, language: str) -> str:
    pieces = [int(piece) for piece in part.split("-")]
    match pieces:
        case [year, month, day]:
            return format_date(date(year, month, day), "long", locale=locale_of(language))
        case [year, month]:
            return format_skeleton("yMMMM", date(year, month, 1), locale=locale_of(language))
        case _:
            return part


def in_words(moment: Moment, language: str, translate: Translate) -> str:
    """``2016-11~/2017`` as "about November 2016–2017" in the reader's language.

    Raises ValueError for a day that does not exist.
    """
    words = _one(moment.start, language)
    if moment.end:
        words = f"{words}–{_one(moment.end, language)}"
    elif moment.is_open:
        words = f"{words}–"
    return translate("about %(date)s", date=words) if moment.is_about else words
