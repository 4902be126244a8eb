"""vagvisare.site.views.card: a card's needs, situations and rules, and the cards of a record."""

import pytest

from tests.site import sites
from tests.world import (
    CLOSED,
    changed,
    decisions,
    directory,
    municipality,
    offer,
    partner,
    role,
    rule,
)
from vagvisare.records.directory import Directory
from vagvisare.records.kinds import Entry
from vagvisare.site.facts.reader import Reader
from vagvisare.site.html import interface
from vagvisare.site.pages.pages import Page, address, all_pages, is_there, pages_showing
from vagvisare.site.views.card import card
from vagvisare.site.views.view import View

MUNICIPALITY = Page("card", "municipalities/0136")
LAST = decisions(None, rule("kommunen", last_resort="yes"))
LAW = {"law": "sol", "at": "4 kap. 1 §"}


def _card(whole: Directory, page: Page) -> View:
    words = interface.load(sites.LOCALE, "so")
    return card(
        page, Reader(whole, whole.vocabulary.languages["so"], words, "../../../..", sites.TODAY)
    )


def _haninge(*entries: Entry) -> Directory:
    """The municipality, with its role.

    The role answers to refugees for Swedish, and to everybody as a last resort.
    """
    svenska = decisions("svenska", rule("kommunen", **{"for": ["flykting"]}))
    return directory(municipality("haninge", "0136"), role(), svenska, LAST, *entries)


def test_a_municipality_s_card_carries_the_rules_of_its_role() -> None:
    facts = _card(_haninge(), MUNICIPALITY).facts
    assert [
        (answer.named.id, answer.partner.id, answer.rule.last_resort) for answer in facts["answers"]
    ] == [
        ("kommunen", "haninge", False),
        ("kommunen", "haninge", True),
    ]
    assert facts["situations"] == ("flykting",)
    assert not facts["choose"]


def test_who_is_the_last_resort_for_all_may_be_asked_for_every_need() -> None:
    whole = directory(municipality("haninge", "0136"), role(), LAST)
    assert _card(whole, MUNICIPALITY).facts["needs"] == tuple(whole.vocabulary.terms("needs"))


def test_a_region_s_card_carries_the_rules_of_its_role() -> None:
    region = partner("region-stockholm", "region", "01", represents="01")
    whole = _haninge(region, role("region"), decisions("tolk", rule("regionen")))
    facts = _card(whole, Page("card", "partners/region-stockholm")).facts
    assert [answer.named.id for answer in facts["answers"]] == ["regionen"]
    assert facts["needs"] == ("tolk",)


@pytest.mark.parametrize("status", CLOSED)
def test_who_is_closed_answers_for_nothing(status: str) -> None:
    whole = _haninge(partner("myndighet"), decisions("tolk", rule("myndighet")))
    whole = changed(whole, "partners", "myndighet", status=status)
    assert _card(whole, Page("card", "partners/myndighet")).facts["answers"] == ()
    whole = changed(whole, "partners", "haninge", status=status)
    assert _card(whole, MUNICIPALITY).facts["answers"] == ()


def test_the_card_of_a_role_says_that_the_municipality_is_still_to_be_chosen() -> None:
    facts = _card(_haninge(), Page("card", "partners/kommunen")).facts
    assert facts["choose"]
    assert facts["bodies"] == []


def test_an_offer_s_card_has_its_providers_rules_for_its_needs_and_their_contacts() -> None:
    lists = [decisions(need, rule("giver")) for need in ("svenska", "skulder")]
    fields = {"law": [LAW], "for": {"situations": ["lss-krets-1-2"]}}
    course = offer("kurs", "svenska", providers=["giver"], **fields)
    whole = directory(partner("giver"), *lists, course)
    facts = _card(whole, Page("card", "offers/kurs")).facts
    assert [answer.need for answer in facts["answers"]] == ["svenska"]
    assert [body.id for body in facts["bodies"]] == ["giver"]
    assert (facts["needs"], facts["situations"], facts["law"]) == (
        ("svenska",),
        ("lss-krets-1-2",),
        course.law,
    )


def test_a_law_is_said_once() -> None:
    svenska = decisions("svenska", rule("giver", law=[LAW]))
    course = offer("kurs", "svenska", providers=["giver"], law=[LAW])
    whole = directory(partner("giver"), svenska, course)
    assert _card(whole, Page("card", "offers/kurs")).facts["law"] == ()


def test_a_provider_that_is_closed_is_not_called() -> None:
    giver = partner("giver", status="inactive")
    course = offer("kurs", providers=["giver"])
    whole = directory(giver, decisions("svenska", rule("giver")), course)
    facts = _card(whole, Page("card", "offers/kurs")).facts
    assert (facts["answers"], facts["bodies"]) == ((), [])


def test_a_partner_without_rules_is_about_what_it_offers() -> None:
    whole = directory(partner("giver"), offer("kurs", "skulder", providers=["giver"]))
    assert _card(whole, Page("card", "partners/giver")).facts["needs"] == ("skulder",)


def test_a_card_that_is_not_there() -> None:
    with pytest.raises(LookupError):
        _card(_haninge(), Page("card", "partners/haninge"))


def test_where_cards_stand() -> None:
    whole = _haninge(offer("kurs"))
    found = {address(whole, page) for page in all_pages(whole) if page.kind == "card"}
    assert found == {"municipalities/haninge/card/", "offers/kurs/card/", "partners/kommunen/card/"}
    assert not is_there(whole, Page("card", "offers/gone"))
    assert not is_there(whole, Page("card", "municipalities/0180"))


def test_a_role_has_a_part_in_the_cards_of_all_that_have_it() -> None:
    whole = _haninge(offer("kurs", providers=["kommunen"]))
    shown = {
        page for page in pages_showing(whole, whole.partners["kommunen"]) if page.kind == "card"
    }
    assert shown == {MUNICIPALITY, Page("card", "partners/kommunen"), Page("card", "offers/kurs")}
