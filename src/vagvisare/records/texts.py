"""The texts of a record that can be translated, and whether each translation is up to date.

The version history plays no part: a record, a term of the vocabulary and a page of prose each keep
the fingerprint of the Swedish that a translation was made from.
"""

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Literal

from pydantic import BaseModel

from vagvisare.languages.languages import SOURCE, Mark, Text
from vagvisare.records.fields import Aspect, Translated, values
from vagvisare.records.kinds import Record
from vagvisare.records.values import Name

State = Literal["current", "stale", "machine", "missing"]
STATES: tuple[State, ...] = ("current", "machine", "stale", "missing")
"""Every state, the best first."""


def state_of(mark: Mark, swedish: str) -> State:
    """The state of a translation with this mark, given the fingerprint of the current Swedish."""
    if mark.made_from not in {swedish, "-"}:
        return "stale"
    return "machine" if mark.by == "machine" and mark.reviewed is None else "current"


@lru_cache(maxsize=8)  # a text's translations are looked at one after the other
def fingerprint(text: str) -> str:
    """Eight hexadecimal digits; amounts of white space and the Unicode form make no difference."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(plain.encode()).hexdigest()[:8]


def texts(record: BaseModel, aspect: type[Aspect] = Translated) -> Iterator[tuple[str, Text]]:
    """Every text that can be translated, or has another aspect, by its way: ``aims.0``.

    The way is as written in the file. A name that is the same in every language is no such text.
    """
    for path, _, value in values(record, aspect):
        text = value.written if isinstance(value, Name) else value
        if isinstance(text, Mapping):
            yield ".".join(map(str, path)), text


def text_at(record: BaseModel, path: str) -> Text | None:
    """The text at a way such as `texts` gives; None if no text there can be translated."""
    return next((text for way, text in texts(record) if way == path), None)


def state(text: Text, language: str, mark: Mark | None) -> State:
    """The state of a text in a language.

    A translation without a mark is somebody's own, and counts as current.
    """
    if language not in text:
        return "missing"
    if mark is None or language == SOURCE:
        return "current"
    return state_of(mark, fingerprint(text[SOURCE]))


def states(record: Record, languages: Iterable[str]) -> Iterator[tuple[str, str, State]]:
    """The way, the language and the state of every text of a record in each of ``languages``."""
    wanted = tuple(languages)
    for path, text in texts(record):
        for language in wanted:
            yield (
                path,
                language,
                state(text, language, record.translations.get(language, {}).get(path)),
            )
