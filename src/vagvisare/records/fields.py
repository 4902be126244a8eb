"""What fields say of their values: aspects in the models' annotations, and values by aspect.

An aspect is declared with the field, once: ``aims: tuple[Annotated[Text, Heard()], ...]``. Whoever
wants to know which texts are heard, which dates there are or what refers to another record asks for
the values with that aspect.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

Path = tuple[str | int, ...]
"""The way to a value, by the names in the file: ``("agreements", 0, "with")``."""


class Aspect:
    """What a field says of its values."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Translated(Aspect):
    """A text that can be translated."""


@dataclass(frozen=True, slots=True)
class Dated(Aspect):
    """A moment, as exactly as a source gives it."""


@dataclass(frozen=True, slots=True)
class Heard(Aspect):
    """A text that the record's page plays recordings of."""


@dataclass(frozen=True, slots=True)
class Searched(Aspect):
    """What search finds a record by: a name, a number (its digits count), or words of a text."""

    among: Literal["names", "numbers", "texts"] = "texts"


@dataclass(frozen=True, slots=True)
class Refers(Aspect):
    """The id of a record of one of these kinds; with ``or_name`` it may be any other name."""

    kinds: tuple[str, ...]
    or_name: bool = False


@dataclass(frozen=True, slots=True)
class Coded(Aspect):
    """A code of a list of the vocabulary, which the JSON Schema names too."""

    vocabulary: str

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(core), "vocabulary": self.vocabulary}


A = TypeVar("A", bound=Aspect)
M = TypeVar("M", bound=BaseModel)


def values(record: BaseModel, aspect: type[A]) -> Iterator[tuple[Path, A, Any]]:
    """Every value whose field has the aspect: way, aspect and value, in the model's order."""
    for name, written, found in _fields(type(record), aspect):  # type: ignore[arg-type] # mypy: a class has no hash
        yield from _values(getattr(record, name), (written,), aspect, found)


def aspect_of(model: type[BaseModel], name: str, aspect: type[A]) -> A | None:
    """The aspect that a model's field (by its name in Python), or each of its items, has."""
    field = model.model_fields[name]
    return _aspect(field.annotation, field.metadata, aspect)


def _values(
    value: Any, path: Path, aspect: type[A], found: A | None
) -> Iterator[tuple[Path, A, Any]]:
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _values(item, (*path, index), aspect, found)
    elif isinstance(value, BaseModel):
        for inner, at, one in values(value, aspect):
            yield (*path, *inner), at, one
    elif isinstance(value, dict) and found is None:
        for key, part in value.items():
            yield from _values(part, (*path, key), aspect, found)
    elif value is not None and found is not None:
        yield path, found, value


def ways(model: type[BaseModel], aspect: type[A]) -> Iterator[tuple[str, A, bool]]:
    """The ways to all fields of a model that have the aspect, with the aspect.

    The third value is whether there may be several values. A way has no numbers: ``for.groups``,
    ``places.kind``.
    """
    for name, written, found in _fields(model, aspect):  # type: ignore[arg-type] # mypy: a class has no hash
        annotation = model.model_fields[name].annotation
        several = _is_several(annotation)
        if found:
            yield written, found, several
        for inner in _models(annotation):
            for way, one, more in ways(inner, aspect):
                yield f"{written}.{way}", one, several or more


def _is_several(annotation: Any) -> bool:
    return get_origin(annotation) is tuple or any(
        _is_several(part) for part, _ in _parts(annotation)
    )


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that an annotation is made of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part, _ in _parts(annotation):
        yield from _models(part)


@cache
def _fields(model: type[BaseModel], aspect: type[Aspect]) -> tuple[tuple[str, str, Any], ...]:
    """The fields that have the aspect or hold it: name in Python, name in the file, aspect."""
    found = []
    for name, field in model.model_fields.items():
        own = _aspect(field.annotation, field.metadata, aspect)
        if own or _holds(field.annotation, aspect):
            found.append((name, field.alias or name, own))
    return tuple(found)


def _aspect(annotation: Any, metadata: Iterable[Any], aspect: type[A]) -> A | None:
    """The aspect of an annotation: its own, or that of a part of its union or tuple."""
    own = next((one for one in metadata if isinstance(one, aspect)), None)
    return own or next(
        (one for part in _parts(annotation) if (one := _aspect(*part, aspect))), None
    )


def _holds(annotation: Any, aspect: type[Aspect]) -> bool:
    """Whether an annotation is, or is made of, a model in which something has the aspect."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return bool(_fields(annotation, aspect))  # type: ignore[arg-type] # mypy: a class has no hash
    return any(_holds(part, aspect) for part, _ in _parts(annotation))


def _parts(annotation: Any) -> Iterator[tuple[Any, Iterable[Any]]]:
    """What an annotation is made of, each with its metadata.

    A map is one value, unless it holds parts by their ids.
    """
    origin = get_origin(annotation)
    if origin is Annotated:
        yield annotation.__origin__, annotation.__metadata__
    elif (
        origin is dict
        and isinstance(get_args(annotation)[1], type)
        and issubclass(get_args(annotation)[1], BaseModel)
    ):
        yield get_args(annotation)[1], ()
    elif origin in {Union, UnionType, tuple}:
        yield from ((part, ()) for part in get_args(annotation))


def occurrences(model: BaseModel, kind: type[M]) -> Iterator[tuple[Path, M]]:
    """Every part of a kind in a model, with the way to it as files write it."""
    return _occurrences(model, kind, ())


def _occurrences(value: object, kind: type[M], way: Path) -> Iterator[tuple[Path, M]]:
    if isinstance(value, kind):
        yield way, value
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield from _occurrences(getattr(value, name), kind, (*way, field.alias or name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _occurrences(item, kind, (*way, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _occurrences(item, kind, (*way, str(key)))
