"""A document into a model: every fault that Pydantic finds becomes a problem at its place."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from vagvisare.languages.languages import SOURCE
from vagvisare.problems.messages import LANGUAGES, MESSAGES
from vagvisare.problems.problems import Fact, Facts, Problem, suggesting
from vagvisare.reading.suggestions import (
    area_name,
    corrected,
    nearest,
    nearest_area,
    nearest_of,
    nearest_term,
)
from vagvisare.records.termlists import TERM_LISTS
from vagvisare.records.vocabulary import Vocabulary
from vagvisare.yaml.yamlfile import Document

M = TypeVar("M", bound=BaseModel)

FIELD_WORDS: Mapping[str, str] = {
    "adress": "address",
    "alias": "aliases",
    "avtal": "agreements",
    "behov": "needs",
    "beskrivning": "description",
    "bransch": "industries",
    "branscher": "industries",
    "datum": "date",
    "e-post": "email",
    "epost": "email",
    "grundat": "founded",
    "hemsida": "website",
    "kommun": "municipality",
    "kommuner": "municipalities",
    "kontakt": "contacts",
    "kontakter": "contacts",
    "kostnad": "cost",
    "källa": "sources",
    "källor": "sources",
    "lag": "law",
    "län": "county",
    "mejl": "email",
    "målgrupp": "for",
    "målgrupper": "for",
    "namn": "name",
    "ort": "locality",
    "platser": "places",
    "postnummer": "postal_code",
    "sammanfattning": "summary",
    "språk": "languages",
    "telefon": "phone",
    "titel": "title",
    "webbplats": "website",
    "öppettider": "schedule",
}
"""Swedish words that an editor may try as a field's name."""

_OF_TEXTS = frozenset({"translations", "recordings"})
"""The fields about a record's texts, by language and way."""


def validate(
    document: Document, model: type[M], vocabulary: Vocabulary, **given: object
) -> tuple[M | None, list[Problem]]:
    """The document as a ``model``, or its problems.

    ``given`` are fields that are not in the file, such as the id.
    """
    return _validate({**document.data, **given}, document, (), model, vocabulary)


def validate_entry(
    document: Document, key: str, model: type[M], vocabulary: Vocabulary
) -> tuple[M | None, list[Problem]]:
    """The value of ``key`` in the document as a ``model``, or its problems."""
    return _validate(document.data[key], document, (key,), model, vocabulary)


def _validate(
    data: object, document: Document, at: tuple[str, ...], model: type[M], vocabulary: Vocabulary
) -> tuple[M | None, list[Problem]]:
    try:
        return model.model_validate(data, context=vocabulary, by_alias=True, by_name=False), []
    except ValidationError as error:
        faults = (
            _Fault(details, document, at, model, vocabulary)
            for details in error.errors(include_url=False)
        )
        # Faults that only echo another problem, reported already, are left out.
        return None, [fault.problem() for fault in faults if not fault.is_echo()]


class _Fault:
    """One of Pydantic's error details, seen from the file."""

    def __init__(
        self,
        details: ErrorDetails,
        document: Document,
        at: tuple[str, ...],
        model: type[BaseModel],
        vocabulary: Vocabulary,
    ) -> None:
        self.document = document
        self.model = model
        self.vocabulary = vocabulary
        self.type = details["type"]
        self.context: Mapping[str, Any] = details.get("ctx", {})
        self.input: object = details["input"]
        self.at_key = "[key]" in details["loc"] or self.type == "extra_forbidden"
        self.path = at + tuple(
            part for part in details["loc"] if not (isinstance(part, str) and part[0] in "[<")
        )

    def is_echo(self) -> bool:
        """Whether the cause is reported elsewhere.

        It is a value left empty, a list of the vocabulary that could not be read, or a faulty item.
        """
        return (
            self._is_left_empty()
            or self._is_unknowable()
            or (self.type == "too_short" and bool(self.input))
        )

    def _is_left_empty(self) -> bool:
        blank = self.document.blank
        if self.type == "swedish-missing":
            return (*self.path, SOURCE) in blank
        if self.type in {"empty-contact", "empty-source"}:
            return any(path[: len(self.path)] == self.path for path in blank)
        return self.path in blank

    def _is_unknowable(self) -> bool:
        if self.type == "unknown-term":
            return self.context["list"] not in self.vocabulary.lists
        if self.type == "unknown-situation":
            return "situations" not in self.vocabulary.lists
        if self.type in {"unknown-area", "unknown-municipality"}:
            return not self.vocabulary.municipalities
        return self.type == "unknown-county" and not self.vocabulary.counties

    def problem(self) -> Problem:
        """The problem, at the position of the value.

        A missing field is reported at its map, an unknown field or key at the key.
        """
        code, facts = self._translated()
        path = self.path[:-1] if self.type == "missing" else self.path
        line, column = self.document.position(path, key=self.at_key)
        return Problem(self.document.file, line, column, code, facts)

    def _translated(self) -> tuple[str, Facts]:
        own = _OWN.get(self.type)
        if own is not None:
            return own(self)
        if self.type in MESSAGES:
            facts = {name: _fact(value) for name, value in self.context.items()}
            return self.type, suggesting(corrected(self.type, str(self.input)), **facts)
        if isinstance(self.input, (dict, list, tuple)):
            return "not-text", {"field": self.field}
        return "invalid-value", {"value": str(self.input), "detail": self.type}

    @property
    def field(self) -> str:
        """The nearest name of a field on the way to the value."""
        return next((part for part in reversed(self.path) if isinstance(part, str)), "")

    def missing(self) -> tuple[str, Facts]:
        return "missing-field", {"field": self.field}

    def unknown_field(self) -> tuple[str, Facts]:
        parent = _model_at(self.model, self.path[:-1])
        valid = (
            tuple(
                field.alias or name for name, field in parent.model_fields.items() if name != "id"
            )
            if parent
            else ()
        )
        facts: Facts = {"field": self.field, "valid": valid}
        word = FIELD_WORDS.get(self.field.casefold(), self.field)
        if word in valid or parent is None:
            return "unknown-field", suggesting(word, **facts)
        if owner := _owner_of(parent, word):
            return "unknown-field", suggesting(word, **facts, name=f"under {owner}")
        return "unknown-field", suggesting(nearest(self.field, valid), **facts)

    def not_text(self) -> tuple[str, Facts]:
        return "not-text", {"field": self.field}

    def not_a_map(self) -> tuple[str, Facts]:
        text = self.input if isinstance(self.input, str) else ""
        if match := re.match(r"([A-Za-z_][\w-]*):(?=[^\s/])", text):
            return "no-space-after-colon", {"field": match[1]}
        facts: Facts = {"field": self.field, "value": text, "first": self._first_field()}
        return (
            "not-per-language"
            if self.type == "dict_type" and _OF_TEXTS.isdisjoint(self.path)
            else "not-a-map"
        ), facts

    def not_a_list(self) -> tuple[str, Facts]:
        first = self._first_field()
        if first or not isinstance(self.input, str):
            return "missing-dash", {"field": self.field, "first": first}
        return "not-a-list", {"field": self.field, "value": self.input}

    def _first_field(self) -> str:
        """The field with which a map here most likely begins.

        The first that the editor wrote, else the model's first required field.
        """
        if isinstance(self.input, dict) and self.input:
            return str(next(iter(self.input)))
        model = _model_at(self.model, self.path)
        if model is None or model is self.model:
            return ""
        fields = model.model_fields
        first = next(
            (name for name, field in fields.items() if field.is_required()), next(iter(fields))
        )
        return fields[first].alias or first

    def too_few(self) -> tuple[str, Facts]:
        return "too-few", {"field": self.field}

    def empty(self) -> tuple[str, Facts]:
        return "empty-value", {"field": self.field}

    def not_one_of(self) -> tuple[str, Facts]:
        valid = tuple(re.findall(r"'([^']*)'", str(self.context["expected"])))
        value = str(self.input)
        return "not-one-of", suggesting(nearest(value, valid), value=value, valid=valid)

    def out_of_bounds(self) -> tuple[str, Facts]:
        signs = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<"}
        bounds = ", ".join(
            f"{signs[name]} {float(bound):g}" for name, bound in self.context.items()
        )
        return "out-of-bounds", {"value": str(self.input), "bounds": bounds}

    def number(self) -> tuple[str, Facts]:
        return "number", {"value": str(self.input)}

    def whole_number(self) -> tuple[str, Facts]:
        return "whole-number", {"value": str(self.input)}

    def unknown_term(self) -> tuple[str, Facts]:
        name, value = str(self.context["list"]), str(self.context["value"])
        facts: Facts = {"list": name, "value": value, "valid": _fact(self.context["valid"])}
        facts["unknown"] = dict(zip(LANGUAGES, TERM_LISTS[name].unknown, strict=True))
        return "unknown-term", suggesting(nearest_term(self.vocabulary, name, value), **facts)

    def unknown_situation(self) -> tuple[str, Facts]:
        value = str(self.context["value"])
        situations = {
            code: situation.term for code, situation in self.vocabulary.situations.items()
        }
        facts: Facts = {"value": value, "valid": _fact(self.context["valid"])}
        return "unknown-situation", suggesting(nearest_of(situations, value), **facts)

    def unknown_area(self) -> tuple[str, Facts]:
        value = str(self.context["value"])
        code = nearest_area(self.vocabulary, value, self.type)
        facts = suggesting(code, value=value)
        if code:
            facts["name"] = area_name(self.vocabulary, code)
        return self.type, facts


_OWN: Mapping[str, Callable[[_Fault], tuple[str, Facts]]] = {
    "missing": _Fault.missing,
    "extra_forbidden": _Fault.unknown_field,
    "string_type": _Fault.not_text,
    "dict_type": _Fault.not_a_map,
    "model_type": _Fault.not_a_map,
    "model_attributes_type": _Fault.not_a_map,
    "tuple_type": _Fault.not_a_list,
    "list_type": _Fault.not_a_list,
    "too_short": _Fault.too_few,
    "string_too_short": _Fault.empty,
    "literal_error": _Fault.not_one_of,
    "greater_than": _Fault.out_of_bounds,
    "greater_than_equal": _Fault.out_of_bounds,
    "less_than_equal": _Fault.out_of_bounds,
    "finite_number": _Fault.number,
    "float_parsing": _Fault.number,
    "int_parsing": _Fault.whole_number,
    "int_parsing_size": _Fault.whole_number,
    "unknown-term": _Fault.unknown_term,
    "unknown-situation": _Fault.unknown_situation,
    "unknown-area": _Fault.unknown_area,
    "unknown-municipality": _Fault.unknown_area,
    "unknown-county": _Fault.unknown_area,
}
"""How Pydantic's own error types, and those of ours that need a suggestion, become problems."""


def _fact(value: object) -> Fact:
    return tuple(str(item) for item in value) if isinstance(value, (tuple, list)) else str(value)


def _model_at(model: type[BaseModel], path: Iterable[str | int]) -> type[BaseModel] | None:
    """The model of the map at ``path``."""
    for part in path:
        field = next((f for name, f in model.model_fields.items() if part in (f.alias, name)), None)
        if field is not None:
            inner = _model_in(field.annotation)
            if inner is None:
                return None
            model = inner
    return model


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


def _owner_of(model: type[BaseModel], word: str) -> str | None:
    """The field of ``model`` whose parts have a field ``word``."""
    for name, field in model.model_fields.items():
        inner = _model_in(field.annotation)
        if inner is not None and name not in _OF_TEXTS and word in inner.model_fields:
            return field.alias or name
    return None
