"""A page before it is rendered, and what the views of all kinds share."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vagvisare.languages.marking import message
from vagvisare.records.kinds import Record
from vagvisare.site.facts.reader import Reader
from vagvisare.site.pages import addresses


@dataclass(frozen=True)
class View:
    """A page before it is rendered: plain title and description, breadcrumbs as (name, address), template and facts."""

    title: str
    description: str
    template: str
    facts: Mapping[str, Any]
    trail: tuple[tuple[str, str], ...]
    record: Record | None = None
    script: str | None = None


KIND_NAMES = {
    "enterprises": message("Social enterprises"),
    "partners": message("Who is who"),
    "offers": message("Support"),
    "projects": message("Projects"),
}
"""The names of the lists, as messages of the interface."""


def kind_trail(kind: str, reader: Reader) -> tuple[tuple[str, str], ...]:
    """The way to the list of a kind, as breadcrumbs."""
    return ((reader.translate(KIND_NAMES[kind]), addresses.of_index(kind)),)
