"""A record's contact as a vCard, to save in a phone.

Version 3.0 (RFC 2426): phones' address books read it as well as 4.0 (RFC 6350), desktops' often
only 3.0. Records have nothing but switchboards, functional mailboxes and sites.
"""

import re
from collections.abc import Iterable, Iterator

from vagvisare.languages.languages import SOURCE
from vagvisare.records.kinds import Record
from vagvisare.records.parts import Contact, Location
from vagvisare.site.exports.export import Export, Files
from vagvisare.site.pages import addresses

LONGEST = 75
"""The most octets of a line without its end; a longer line is folded (RFC 2426, 2.6)."""


def vcard(record: Record) -> str:
    """The vCard of a record, in Swedish.

    Lines end in CRLF, each after at most ``LONGEST`` octets of UTF-8.
    """
    return "".join(f"{_folded(line)}\r\n" for line in _lines(record))


def _lines(record: Record) -> Iterator[str]:
    name = _escaped(record.name.swedish)
    yield from ("BEGIN:VCARD", "VERSION:3.0", f"FN:{name}", "N:;;;;", f"ORG:{name}")
    for number, contact in enumerate(record.contacts, 1):
        yield from _ways(contact, f"item{number}." if contact.label else "")
    yield from (
        _address(location) for location in record.locations if location.address or location.locality
    )
    yield "END:VCARD"


def _ways(contact: Contact, group: str) -> Iterator[str]:
    """The lines of one contact.

    Its label is kept as address books do it: by a group that has a label.
    """
    if contact.phone:
        yield f"{group}TEL;TYPE=WORK,VOICE:{contact.phone}"
    if contact.email:
        yield f"{group}EMAIL;TYPE=INTERNET:{_escaped(contact.email)}"
    yield from (
        f"{group}URL:{address}" for address in (contact.website, contact.booking) if address
    )
    if contact.label:
        yield f"{group}X-ABLabel:{_escaped(contact.label[SOURCE])}"


def _address(location: Location) -> str:
    """Post office box, extended address, street, locality, region, postal code, country."""
    parts: Iterable[str | None] = (
        "",
        "",
        location.address,
        location.locality,
        "",
        location.postal_code,
        "Sverige",
    )
    return f"ADR;TYPE=WORK:{';'.join(_escaped(part or '') for part in parts)}"


def _escaped(text: str) -> str:
    """A text as a value: what would end or split it is escaped (RFC 2426, 4)."""
    return re.sub(r"\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85]", r"\\n", re.sub(r"([\\,;])", r"\\\1", text))


def _folded(line: str) -> str:
    """A line in pieces of at most ``LONGEST`` octets, with no character cut.

    Each piece after the first begins with a space.
    """
    pieces, rest, room = [], line, LONGEST
    while rest:
        end = len(rest.encode()[:room].decode(errors="ignore"))
        pieces.append(rest[:end])
        rest, room = rest[end:], LONGEST - 1
    return "\r\n ".join(pieces)


def _files(record: Record) -> Files:
    """The vCard of a record that has a contact."""
    if record.contacts:
        yield addresses.of_contact(record), vcard(record)


EXPORT = Export(of_record=_files)
