"""The real directory, and small ones over its vocabulary to change one thing at a time."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from string import ascii_lowercase
from typing import Any

from vagvisare.reading.loading import load
from vagvisare.records.directory import Directory
from vagvisare.records.kinds import Enterprise, Entry, Offer, Partner, Record
from vagvisare.records.responsibility import DecisionList

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 23)
SOURCES = [{"url": "https://www.exempel.se/", "date": "2024"}]
CONTACT = [{"phone": "+4685551234"}]
CLOSED = ("inactive", "defunct", "temporarily_closed", "uncertain")
DECAYED = {"date": "2020-01-01", "by": "organisationen"}
AGEING = {"date": "2025-06-01", "by": "organisationen"}


@cache
def real() -> Directory:
    """The directory of this repository."""
    return load(ROOT, today=TODAY).directory


def _made(model: type[Record], fields: dict[str, Any]) -> Any:
    common = {"name": fields["id"], "summary": {"sv": "En sak."}, "sources": SOURCES}
    return model.model_validate(
        {**common, **fields}, context=real().vocabulary, by_alias=True, by_name=False
    )


def partner(id: str, kind: str = "statlig-myndighet", area: str = "SE", **fields: Any) -> Partner:  # noqa: A002
    """A partner with a contact, serving only ``area``."""
    return _made(
        Partner, {"id": id, "kind": kind, "service_area": [area], "contacts": CONTACT, **fields}
    )


def municipality(id: str, code: str, **fields: Any) -> Partner:  # noqa: A002
    """A municipality's own record."""
    return partner(id, "kommun", code, **{"represents": code, **fields})


def role(kind: str = "kommun", **fields: Any) -> Partner:
    """The record of the role, without contacts, as in the directory."""
    return partner(f"{kind}en", kind, **{"contacts": [], **fields})


def decisions(need: str | None, *rules: dict[str, Any]) -> DecisionList:
    """Who answers for a need (None: for every need), in this order.

    The rules get the ids ``a``, ``b`` and so on.
    """
    named = {chr(ord("a") + index): one for index, one in enumerate(rules)}
    fields = {
        "id": "".join(letter for letter in need or "alla" if letter in ascii_lowercase),
        "need": need,
        "rules": named,
    }
    return DecisionList.model_validate(
        fields, context=real().vocabulary, by_alias=True, by_name=False
    )


def offer(id: str, *needs: str, **fields: Any) -> Offer:  # noqa: A002
    """An offer for everyone in the whole country."""
    return _made(
        Offer,
        {
            "id": id,
            "kind": "svenska",
            "needs": needs or ("svenska",),
            "service_area": ["SE"],
            **fields,
        },
    )


def enterprise(id: str, code: str, **fields: Any) -> Enterprise:  # noqa: A002
    """An enterprise located in a municipality."""
    return _made(Enterprise, {"id": id, "locations": [{"municipality": code}], **fields})


def rule(body: str, **fields: Any) -> dict[str, Any]:
    """A rule by which a body answers, as written in a file."""
    return {"body": body, "because": {"sv": "Därför."}, "sources": SOURCES, **fields}


def directory(*entries: Entry) -> Directory:
    """A directory of these records and decision lists over the real vocabulary."""
    return Directory.of(real().vocabulary, entries)


def without(whole: Directory, kind: str, id: str) -> Directory:  # noqa: A002
    """The directory without one record."""
    return whole.with_entry(kind, id, None)


def changed(whole: Directory, kind: str, id: str, **fields: Any) -> Directory:  # noqa: A002
    """The directory with some fields of one record set to values of the model."""
    record = whole.of_kind(kind)[id]
    return whole.with_entry(kind, id, record.model_copy(update=fields))


def decayed(whole: Directory, kind: str, id: str) -> Directory:  # noqa: A002
    """The directory with one record whose confirmation has lapsed."""
    mark = _made(Partner, {"id": "x", "kind": "kommun", "confirmed": DECAYED}).confirmed
    return changed(whole, kind, id, confirmed=mark)


WAYS_TO_GO: dict[str, Callable[[Directory, str, str], Directory]] = {
    "removed": without,
    "decayed": decayed,
    **{
        status: (lambda whole, kind, id, status=status: changed(whole, kind, id, status=status))  # noqa: A006
        for status in CLOSED
    },
}
"""How a record stops serving people."""
