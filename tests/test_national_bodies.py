"""Nobody is sent to a national body without a number, unless its number is asked for."""

import re
from collections.abc import Iterator

import pytest
import world

from vagvisare.records.directory import COUNTRY, Directory
from vagvisare.records.kinds import Partner

OWN = {"a-kassan", "arbetsgivaren"}
"""The reader's own: what it is called and its number are theirs to say."""


@pytest.fixture(scope="module")
def directory() -> Directory:
    return world.real()


def national(directory: Directory) -> Iterator[Partner]:
    """Every body that serves the whole country, without the roles."""
    for partner in directory.partners.values():
        if COUNTRY in partner.service_area and not partner.is_role and partner.id not in OWN:
            yield partner


def named(directory: Directory) -> set[str]:
    """The bodies that a rule or an offer sends somebody to."""
    rules = (rule for need in directory.responsibility.values() for rule in need.rules.values())
    offers = (provider for offer in directory.offers.values() for provider in offer.providers)
    return {rule.body for rule in rules} | set(offers)


def asked_about(directory: Directory) -> set[str]:
    return {question.about for question in directory.questions.values()}


def test_a_national_body_that_people_are_sent_to_can_be_called(directory: Directory) -> None:
    known = asked_about(directory)
    silent = {
        partner.id
        for partner in national(directory)
        if partner.id in named(directory) and not any(c.phone for c in partner.contacts)
    }
    assert {body for body in silent if f"partners/{body}" not in known} == set()


def test_a_national_number_says_when_it_answers(directory: Directory) -> None:
    known = asked_about(directory)
    timeless = {
        partner.id
        for partner in national(directory)
        for contact in partner.contacts[:1]
        if contact.phone and not contact.hours and not contact.open
    }
    assert {body for body in timeless if f"partners/{body}" not in known} == set()


def test_a_number_to_call_has_a_source_with_a_day(directory: Directory) -> None:
    """Its own, or one of its record's: a number without either is somebody's memory."""
    undated = {
        partner.id
        for partner in directory.partners.values()
        for contact in partner.contacts
        if contact.phone
        and not contact.source
        and not any(source.date for source in partner.sources)
    }
    assert undated == set()


def test_a_rule_has_a_source_with_a_day(directory: Directory) -> None:
    bare = {
        name
        for decisions in directory.responsibility.values()
        for name, rule in decisions.rules.items()
        if not any(source.date for source in rule.sources)
    }
    assert bare == set()


@pytest.mark.parametrize("body", ["migrationsverket", "kronofogden", "11414"])
def test_a_recorded_voice_is_explained_in_every_language(directory: Directory, body: str) -> None:
    menus = [contact.menu for contact in directory.partners[body].contacts if contact.menu]
    assert menus
    for menu in menus:
        assert set(menu) >= {"sv", "en", "ar", "so"}


def test_the_choices_of_a_menu_are_the_same_in_every_language(directory: Directory) -> None:
    menus = [c.menu for p in national(directory) for c in p.contacts if c.menu]
    keys = [[set(re.findall(r"\d", text)) for text in menu.values()] for menu in menus]
    assert [choices for choices in keys if any(one != choices[0] for one in choices)] == []


def test_who_calls_112_reads_that_an_interpreter_is_possible(directory: Directory) -> None:
    (contact,) = directory.partners["112"].contacts
    assert contact.interpreter is True
    assert contact.note
    assert set(contact.note) >= {"sv", "en", "ar", "so"}
