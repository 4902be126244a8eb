"""Fingerprints, and the state of translations against the Swedish."""

from typing import Any

import pytest
from builders import an_enterprise, an_offer

from vagvisare.records.texts import fingerprint, states, text_at, texts


def test_a_fingerprint_is_eight_digits_and_does_not_count_white_space_or_unicode_form() -> None:
    assert len(fingerprint("Café")) == 8
    assert fingerprint(" Café  i\nHaninge ") == fingerprint("Cafe\u0301 i Haninge")
    assert fingerprint("Café") != fingerprint("café")


def test_texts_are_named_as_in_the_file() -> None:
    offer = an_offer(
        name={"sv": "Sfi"},
        application_process=[{"sv": "Ring."}, {"sv": "Gå dit."}],
        contacts=[{"phone": "+4685551234", "label": {"sv": "Växel"}}],
        **{"for": {"description": {"sv": "Alla"}}},
    )
    found = dict(texts(offer))
    assert sorted(found) == [
        "application_process.0",
        "application_process.1",
        "contacts.0.label",
        "for.description",
        "name",
        "summary",
    ]
    assert {path: text_at(offer, path) for path in found} == found


@pytest.mark.parametrize(
    "path",
    [
        "",
        "x",
        "name",
        "summary.sv",
        "contacts.0.label",
        "contacts.x",
        "for_.description",
        "translations",
    ],
)
def test_a_way_without_a_text_leads_to_none(path: str) -> None:
    assert text_at(an_offer(), path) is None


@pytest.mark.parametrize(
    ("text", "mark", "state"),
    [
        (None, None, "missing"),
        ("Café", None, "current"),
        ("Café", {"by": "human"}, "current"),
        ("Café", {"by": "machine"}, "machine"),
        ("Café", {"by": "machine", "reviewed": "2026-01-01"}, "current"),
        ("Café", {"by": "machine", "from": "00000000"}, "stale"),
        ("Café", {"by": "human", "from": "00000000", "reviewed": "2026-01-01"}, "stale"),
    ],
)
def test_states(text: str | None, mark: dict[str, str] | None, state: str) -> None:
    fields: dict[str, Any] = {"summary": {"sv": "Kafé", **({"en": text} if text else {})}}
    if mark:
        fields["translations"] = {"en": {"summary": {"from": fingerprint("Kafé"), **mark}}}
    assert list(states(an_enterprise(**fields), ["sv", "en"])) == [
        ("summary", "sv", "current"),
        ("summary", "en", state),
    ]
