"""vagvisare.site.exports.vcard: contacts as address books read them, whatever the record says."""

import random
from pathlib import Path

import pytest
import vobject
from builders import a_partner, an_offer

from tests.site import sites
from tests.world import real
from vagvisare.reading.loading import load
from vagvisare.site.exports.vcard import LONGEST, vcard

NASTY = [
    "a;b,c\\d",
    "\\n",
    "rad ett\nrad två",
    "a\r\nEND:VCARD\r\nTEL:+46112",
    'ö" ; : =',
    "åäö€🙂" * 40,
    "ش" * 99,
    "x\x85y\x0bz",
]


def test_a_contact_says_who_it_is_and_how_to_reach_them() -> None:
    record = a_partner(
        name={"sv": "Haninge kommun", "ar": "بلدية هانينغه"},
        contacts=[
            {
                "phone": "+4686067000",
                "email": "haningekommun@haninge.se",
                "website": "https://haninge.se/",
            }
        ],
        locations=[
            {"address": "Rudsjöterrassen 2", "postal_code": "136 81", "locality": "Haninge"}
        ],
    )
    assert vcard(record) == (
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Haninge kommun\r\nN:;;;;\r\nORG:Haninge kommun\r\n"
        "TEL;TYPE=WORK,VOICE:+4686067000\r\n"
        "EMAIL;TYPE=INTERNET:haningekommun@haninge.se\r\nURL:https://haninge.se/\r\n"
        "ADR;TYPE=WORK:;;Rudsjöterrassen 2;Haninge;;136 81;Sverige\r\nEND:VCARD\r\n"
    )


def test_several_contacts_keep_their_names() -> None:
    record = an_offer(
        contacts=[{"phone": "+468123456"}, {"phone": "+468654321", "label": {"sv": "På arabiska"}}]
    )
    card = vobject.readOne(vcard(record))
    labels = {line.group: line.value for line in card.contents["x-ablabel"]}
    assert [(line.value, labels.get(line.group)) for line in card.contents["tel"]] == [
        ("+468123456", None),
        ("+468654321", "På arabiska"),
    ]


@pytest.mark.parametrize("text", NASTY)
def test_no_text_ends_its_value_or_its_line(text: str) -> None:
    record = a_partner(
        name=text,
        contacts=[{"phone": "+468123456", "label": {"sv": text}}],
        locations=[{"address": text, "locality": text}],
    )
    written = vcard(record)
    card = vobject.readOne(written)
    plain = (
        text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n").replace("\x0b", "\n")
    )
    assert card.fn.value == plain
    assert card.org.value == [plain]
    assert card.adr.value.street == plain
    assert [line.value for line in card.contents["tel"]] == ["+468123456"]
    assert written.count("\r\n") == written.count("\n") == written.count("\r")


def test_lines_are_folded_between_characters() -> None:
    dice = random.Random(7)
    for length in range(60, 160):
        name = "".join(dice.choice("aö€🙂ش;") for _ in range(length))
        written = vcard(a_partner(name=name, contacts=[{"phone": "+468123456"}]))
        lines = written.encode().split(b"\r\n")
        assert max(map(len, lines)) <= LONGEST
        assert all(line.decode() is not None for line in lines)
        assert vobject.readOne(written).fn.value == name


def test_every_shipped_contact_is_read_as_it_stands_in_the_record() -> None:
    records = [record for record in real() if record.contacts]
    assert len(records) > 300
    for record in records:
        card = vobject.readOne(vcard(record))
        assert card.fn.value == record.name.swedish
        phones = [line.value for line in card.contents.get("tel", ())]
        assert phones == [contact.phone for contact in record.contacts if contact.phone]
        mailboxes = [line.value for line in card.contents.get("email", ())]
        assert mailboxes == [contact.email for contact in record.contacts if contact.email]


def test_hostile_records_stay_one_contact(tmp_path: Path) -> None:
    folder = Path(__file__).parents[2] / "hostile"
    records: dict[str, str | Path] = {
        f"{path.parent.name}/{path.stem}": path for path in folder.glob("*/hostile*.yml")
    }
    directory = load(sites.a_root(tmp_path, records), today=sites.TODAY).directory
    found = [record for record in directory if record.contacts]
    assert len(found) >= 2
    for record in found:
        (card,) = vobject.readComponents(vcard(record))
        assert card.fn.value == record.name.swedish
        assert "<script>" in card.fn.value
