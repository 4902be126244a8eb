"""The texts of a record that can be translated, and how each translation stands to the Swedish it was made from.

No dates of the version history are asked: a record, a term of the vocabulary and a page of prose each keep the fingerprint
of the Swedish that a translation was made from.
"""

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Literal, get_args

from pydantic import BaseModel

from vagvisare.languages.languages import SOURCE, Mark, Text
from vagvisare.records.kinds import Record

State = Literal["current", "stale", "machine", "missing"]
STATES: tuple[State, ...] = ("current", "machine", "stale", "missing")
"""Every state, the best first."""


def state_of(mark: Mark, swedish: str) -> State:
    """How a translation with this mark stands to the fingerprint of the Swedish as it is now."""
    if mark.made_from not in {swedish, "-"}:
        return "stale"
    return "machine" if mark.by == "machine" and mark.reviewed is None else "current"


@lru_cache(maxsize=8)  # a text's translations are looked at one after the other
def fingerprint(text: str) -> str:
    """Eight hexadecimal digits that stay the same when only white space or the Unicode form changes."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(plain.encode()).hexdigest()[:8]


def texts(record: BaseModel) -> Iterator[tuple[str, Text]]:
    """Every text of a record that can be translated, by its way as written in the file: ``for.description``, ``aims.0``."""
    for name, written in _fields(type(record)):
        yield from _texts(getattr(record, name), written)


def text_at(record: BaseModel, path: str) -> Text | None:
    """The text at a way such as `texts` gives, or None where there is no text that can be translated."""
    value: object = record
    for part in path.split("."):
        if isinstance(value, BaseModel):
            name = _names(type(value)).get(part)
            value = getattr(value, name) if name else None
        elif isinstance(value, tuple) and part.isdecimal() and int(part) < len(value):
            value = value[int(part)]
        else:
            return None
    return value if isinstance(value, dict) else None


def _texts(value: object, path: str) -> Iterator[tuple[str, Text]]:
    if isinstance(value, dict):
        yield path, value
    elif isinstance(value, BaseModel):
        for inner, text in texts(value):
            yield f"{path}.{inner}", text
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, f"{path}.{index}")


_NO_TEXTS = frozenset({"translations", "recordings"})
"""The fields that say something of texts and hold none."""


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields of a model that may hold such texts: as named in Python and as written in the file."""
    return tuple(
        (name, field.alias or name)
        for name, field in model.model_fields.items()
        if name not in _NO_TEXTS and _may_hold_texts(field.annotation)
    )


@cache
def _names(model: type[BaseModel]) -> dict[str, str]:
    return {written: name for name, written in _fields(model)}


def _may_hold_texts(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return bool(_fields(annotation))
    origin = getattr(annotation, "__origin__", None)
    return origin is dict or any(_may_hold_texts(part) for part in get_args(annotation))


def state(text: Text, language: str, mark: Mark | None) -> State:
    """How a text stands in a language. A translation without a mark is somebody's own, and counts as current."""
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
            yield path, language, state(text, language, record.translations.get(language, {}).get(path))
