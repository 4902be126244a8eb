"""The data of a YAML file that has nothing unusual, in one quick pass without positions."""

import re
import unicodedata
from collections.abc import Callable
from typing import Any

import yaml
from yaml import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from yaml.cyaml import CParser

from vagvisare.yaml.yamlfile import DEPTH, EMPTY, RECORD_LIMIT, forbidden_in

_SIGN = re.compile(r"[&*!](?<=[\s\[{,].)\S")
"""A sign at the start of a value that may be an anchor, an alias or a tag."""


class _UnusualError(Exception):
    """The quick reader met something for the careful one to judge."""


def quick(content: bytes, *, limit: int = RECORD_LIMIT) -> dict[str, Any] | None:
    """The data of a file with nothing unusual, in one pass.

    None if `vagvisare.yaml.yamlfile.read` must look at it.
    """
    if len(content) > limit:
        return None
    try:
        text = unicodedata.normalize("NFC", content.decode())
        if _unusual(text) or forbidden_in(text):
            return None
        return _quick(text)
    except (UnicodeDecodeError, yaml.YAMLError, _UnusualError):
        return None


def _unusual(text: str) -> bool:
    """Whether the text has anything that only the careful reader can judge.

    Often it turns out to be fine.
    """
    return (
        " #" in text
        or "\t" in text
        or "\\" in text
        or "<<" in text
        or _SIGN.search(" " + text) is not None
    )


def _quick(text: str) -> dict[str, Any]:
    """The data of a text without surprises. Raises _UnusualError or YAMLError at the first one."""
    next_event = CParser(text).get_event
    next_event()  # stream
    if (
        (start := next_event()).__class__ is not yaml.DocumentStartEvent
        or start.version
        or start.tags
    ):
        raise _UnusualError
    if next_event().__class__ is not MappingStartEvent:
        raise _UnusualError
    data = _quick_map(next_event, DEPTH)
    next_event()  # end of the document
    if next_event().__class__ is not yaml.StreamEndEvent:
        raise _UnusualError
    return data


def _quick_map(next_event: Callable[[], Any], depth: int) -> dict[str, Any]:
    data: dict[str, Any] = {}
    while (event := next_event()).__class__ is not MappingEndEvent:
        if event.__class__ is not ScalarEvent or (key := event.value) in data or key in EMPTY:
            raise _UnusualError
        event = next_event()
        if event.__class__ is ScalarEvent:
            if (value := event.value) in EMPTY:
                raise _UnusualError
            data[key] = value
        else:
            data[key] = _quick_collection(event, next_event, depth)
    return data


def _quick_list(next_event: Callable[[], Any], depth: int) -> list[Any]:
    data: list[Any] = []
    while (event := next_event()).__class__ is not SequenceEndEvent:
        if event.__class__ is ScalarEvent:
            if (value := event.value) in EMPTY:
                raise _UnusualError
            data.append(value)
        else:
            data.append(_quick_collection(event, next_event, depth))
    return data


def _quick_collection(event: object, next_event: Callable[[], Any], depth: int) -> Any:
    if depth == 1:
        raise _UnusualError
    if event.__class__ is MappingStartEvent:
        return _quick_map(next_event, depth - 1)
    if event.__class__ is SequenceStartEvent:
        return _quick_list(next_event, depth - 1)
    raise _UnusualError  # an alias
