"""What the real records say about places: associations, doors, policies, and as of when."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from vagvisare.guidance.serving import serves
from vagvisare.languages.folding import fold
from vagvisare.prose.docs import pages
from vagvisare.reading.loading import load
from vagvisare.records.directory import Directory
from vagvisare.records.kinds import ASSOCIATION, Partner

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 27)


@pytest.fixture(scope="module")
def directory() -> Directory:
    return load(ROOT).directory


def associations(directory: Directory) -> Iterator[Partner]:
    """The open coordination associations, without the role."""
    found = (p for p in directory.partners.values() if p.kind == ASSOCIATION and not p.is_role)
    return (partner for partner in found if serves(partner, TODAY))


def test_an_association_serves_the_municipalities_that_are_its_members(
    directory: Directory,
) -> None:
    for association in associations(directory):
        members = (directory.partners[member].municipality for member in association.members)
        assert set(association.service_area) == {code for code in members if code}, association.id


def test_a_municipality_is_a_member_of_one_association_at_most(directory: Directory) -> None:
    codes = Counter(
        code for association in associations(directory) for code in association.service_area
    )
    assert [code for code, times in codes.items() if times > 1] == []
    assert len(codes) >= 115


def test_an_association_says_of_when_its_members_are(directory: Directory) -> None:
    """By the date of the source, or by an alert that there is none."""
    for association in associations(directory):
        assert any(source.date for source in association.sources) or association.alert, (
            association.id
        )


def test_a_municipality_s_doors_each_have_their_own_source(directory: Directory) -> None:
    doors = [
        (p.id, c)
        for p in directory.partners.values()
        if p.municipality
        for c in p.contacts
        if c.door
    ]
    assert [name for name, contact in doors if contact.source is None] == []
    assert len(doors) >= 63


DOORS = {
    "socialtjänst",
    "socialjour",
    "kontaktcenter",
    "skuldrådgivning",
    "vuxenutbildning",
    "arbetsmarknadsenhet",
}
"""What is promised of the projects' municipalities: each of these doors, or a question about it."""


def test_a_promised_door_can_be_called_or_is_asked_for(directory: Directory) -> None:
    promised = {code for project in directory.projects.values() for code in project.municipalities}
    asked = {question.about for question in directory.questions.values()}
    own = [p for p in directory.partners.values() if p.municipality in promised and not p.is_role]
    assert len(own) >= 18
    closed = {p.id for p in own if DOORS - {c.door for c in p.contacts if c.phone}}
    assert {body for body in closed if f"partners/{body}" not in asked} == set()


def test_nobody_is_sent_past_112_to_a_social_emergency_service(directory: Directory) -> None:
    contacts = (contact for partner in directory.partners.values() for contact in partner.contacts)
    for contact in contacts:
        if contact.door == "socialjour" and contact.phone != "112":
            notes = contact.note or {"sv": ""}
            assert [language for language, text in notes.items() if "112" not in text] == [], (
                contact.phone
            )


@pytest.mark.parametrize(
    ("municipality", "wrong", "right"),
    [
        ("lund", "+4646355000", "+46463595000"),
        ("goteborg", "+46313680000", "+46313650000"),
        ("stockholm", "+46850829000", "+46850800000"),
        ("solna", "+4687342000", "+4687461000"),
    ],
)
def test_a_switchboard_that_has_moved_has_its_new_number(
    directory: Directory, municipality: str, wrong: str, right: str
) -> None:
    phones = {contact.phone for contact in directory.partners[municipality].contacts}
    assert right in phones
    assert wrong not in phones


def test_the_board_s_mailbox_is_not_for_private_matters(directory: Directory) -> None:
    for partner in directory.partners.values():
        for contact in partner.contacts:
            if partner.municipality and contact.label and contact.label["sv"] == "Kommunstyrelsen":
                assert contact.note, partner.id


GUIDANCE = "vägledning-på-mitt-språk"
OLD = "2024-11"
"""The month 24 months before `TODAY`: earlier claims are old."""


def test_guidance_in_a_mother_tongue_says_of_when_it_is(directory: Directory) -> None:
    offers = [o for o in directory.offers.values() if GUIDANCE in o.needs and o.languages]
    assert len(offers) >= 10
    for offer in offers:
        newest = max(source.date.last for source in offer.sources if source.date)
        assert newest >= OLD or offer.alert, offer.id
        assert newest >= OLD or offer.confirmed is None, offer.id


def test_a_contact_in_a_language_has_a_source_with_a_date(directory: Directory) -> None:
    spoken = [(p.id, c) for p in directory.partners.values() for c in p.contacts if c.languages]
    assert [name for name, contact in spoken if contact.source is None] == []
    assert {"ar", "so", "fa"} <= {code for _, contact in spoken for code in contact.languages}


@pytest.mark.parametrize("municipality", ["taby", "tyreso", "vasteras", "ostersund"])
def test_a_document_about_social_enterprises_is_no_policy(
    directory: Directory, municipality: str
) -> None:
    """A project, a reply to a motion, applications and a talk, listed beside policies."""
    assert directory.partners[municipality].policies == ()


def test_a_policy_has_a_title_of_its_own_and_the_page_that_shows_it(directory: Directory) -> None:
    policies = {p.id: policy for p in directory.partners.values() for policy in p.policies}
    assert {"falkenberg", "timra", "tidaholm", "haninge"} <= set(policies)
    assert "Policy för arbetsintegrerande sociala företag" not in {
        policy.title for policy in policies.values()
    }
    assert str(policies["timra"].date) == "2015-05-26"


NUMBER = re.compile(r"\d[\d \u00a0]*\d|\d")
"""A number as Swedish writes it: ``1 000``."""


def numbers(text: str) -> set[str]:
    return {re.sub(r"\D", "", number) for number in NUMBER.findall(text)}


def test_the_knowledge_bank_repeats_no_figure_that_the_project_s_record_lacks(
    directory: Directory,
) -> None:
    """It once said that 99 per cent wanted to develop; no record says so."""
    page = pages(ROOT)["knowledge-bank"]["sv"].whole
    texts = re.split(r"^## ", page, flags=re.MULTILINE)
    told = {
        m[1]: text for text in texts if (m := re.search(r"\(site:projects/([a-z0-9-]+)/\)", text))
    }
    assert len(told) == len(directory.projects)
    for project, text in told.items():
        record = (ROOT / f"directory/projects/{project}.yml").read_text("utf-8")
        words = re.sub(r"\(site:[^)]*\)", "", text)
        assert numbers(words) - numbers(record) == set(), project


def test_no_enterprise_has_two_records(directory: Directory) -> None:
    """Nobody else in a municipality has an enterprise's name or one of its earlier names."""
    called = Counter(
        (place, fold(str(name)))
        for enterprise in directory.enterprises.values()
        for place in directory.municipalities_of(enterprise)
        for name in {enterprise.name, *enterprise.aliases}
    )
    assert [found for found, number in called.items() if number > 1] == []
