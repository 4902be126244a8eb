"""A page before it is rendered, and what the views of all kinds share."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vagvisare.records.kinds import Record
from vagvisare.site.facts.reader import Reader
from vagvisare.site.html.pagecontext import Need
from vagvisare.site.pages import addresses
from vagvisare.site.pages.kinds import KINDS


@dataclass(frozen=True)
class View:
    """A page before it is rendered.

    Title and description are plain text; ``trail`` holds the breadcrumbs as (name, address).
    """

    title: str
    description: str
    template: str
    facts: Mapping[str, Any]
    trail: tuple[tuple[str, str], ...]
    record: Record | None = None
    script: str | None = None
    needs: tuple[Need, ...] = ()
    """What the page needs beyond its content: for what scripts add to it."""


def kind_trail(kind: str, reader: Reader) -> tuple[tuple[str, str], ...]:
    """The breadcrumbs to the list of a kind."""
    return ((reader.translate(KINDS[kind].label), addresses.of_index(kind)),)
