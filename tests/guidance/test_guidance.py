"""Who answers for whom, which offers fit, and the traps that others fell into.

Expected cases are in ``tests/cases``.
"""

from typing import Any

import pytest
import world
from world import (
    AGEING,
    CONTACT,
    DECAYED,
    TODAY,
    WAYS_TO_GO,
    decisions,
    directory,
    enterprise,
    municipality,
    offer,
    partner,
    role,
    rule,
)

from vagvisare.guidance.fit import fits
from vagvisare.guidance.guidance import Here, responsible
from vagvisare.guidance.person import Person, known_of
from vagvisare.guidance.serving import How, how_in, languages_of
from vagvisare.records.directory import COUNTRY
from vagvisare.records.kinds import Entry
from vagvisare.records.texts import fingerprint

HANINGE, NYKVARN, BRACKE = "0136", "0140", "2305"
SVENSKA = Person(("långtidsarbetslös",), "svenska")
LAST = rule("kommunen", last_resort="yes")
FINAL = (role(), decisions(None, LAST))
"""The municipality answers for everything when nobody else does."""


def _here(*entries: Entry, code: str = HANINGE) -> Here:
    return Here(directory(*entries), code, TODAY)


def _answering(here: Here, person: Person = SVENSKA) -> list[str]:
    return [answer.partner.id for answer in here.responsible(person)]


def _offered(here: Here, person: Person = SVENSKA) -> list[str]:
    return [match.offer.id for match in here.offers(person)]


# --- who answers ----------------------------------------------------------------------------------


def test_the_role_is_answered_by_the_own_body_of_each_municipality() -> None:
    entries = (*FINAL, municipality("haninge", HANINGE), municipality("nykvarn", NYKVARN))
    assert _answering(_here(*entries)) == ["haninge"]
    assert _answering(_here(*entries, code=NYKVARN)) == ["nykvarn"]
    assert _answering(_here(*entries, code=BRACKE)) == []


def test_the_region_is_answered_by_the_county_s_own_body() -> None:
    region = partner("region-stockholm", "region", "01", represents="01")
    entries = (
        role("region"),
        decisions("svenska", rule("regionen")),
        region,
        municipality("haninge", HANINGE),
    )
    assert _answering(_here(*entries)) == ["region-stockholm"]
    assert _answering(_here(*entries, code=BRACKE)) == []


def test_an_answer_says_which_rule_it_rests_on() -> None:
    (answer,) = _here(*FINAL, municipality("haninge", HANINGE)).responsible(SVENSKA)
    assert (answer.partner.id, answer.named.id, answer.name, answer.rule.last_resort) == (
        "haninge",
        "kommunen",
        "a",
        True,
    )


def test_a_body_found_by_name_only_is_nobody() -> None:
    """A municipality's record without `represents` is not the municipality."""
    assert (
        _answering(_here(*FINAL, partner("haninge", "kommun", HANINGE, name="Haninge kommun")))
        == []
    )


@pytest.mark.parametrize("way", WAYS_TO_GO)
def test_no_neighbour_stands_in_for_a_body_that_is_gone(way: str) -> None:
    whole = directory(*FINAL, municipality("haninge", HANINGE), municipality("nykvarn", NYKVARN))
    assert _answering(Here(whole, HANINGE, TODAY)) == ["haninge"]
    gone = WAYS_TO_GO[way](whole, "partners", "haninge")
    assert _answering(Here(gone, HANINGE, TODAY)) == []
    assert _answering(Here(gone, NYKVARN, TODAY)) == ["nykvarn"]


@pytest.mark.parametrize("way", WAYS_TO_GO)
def test_a_role_that_is_gone_answers_nowhere(way: str) -> None:
    whole = directory(*FINAL, municipality("haninge", HANINGE))
    assert _answering(Here(WAYS_TO_GO[way](whole, "partners", "kommunen"), HANINGE, TODAY)) == []


def test_an_ageing_confirmation_still_serves() -> None:
    assert _answering(_here(*FINAL, municipality("haninge", HANINGE, confirmed=AGEING))) == [
        "haninge"
    ]
    assert _answering(_here(*FINAL, municipality("haninge", HANINGE, confirmed=DECAYED))) == []


def test_an_organisation_without_a_rule_here_answers_for_nothing() -> None:
    """Coverage is not green because somebody exists: a rule has to reach the municipality."""
    entries = (partner("finns"), partner("byra", area="23"), decisions("svenska", rule("byra")))
    assert _answering(_here(*entries)) == []
    assert _answering(_here(*entries, code=BRACKE)) == ["byra"]
    assert (
        _answering(
            _here(partner("verket"), decisions("svenska", rule("verket", area=["01"])), code=BRACKE)
        )
        == []
    )


def test_the_association_of_a_place_is_the_one_that_its_municipality_is_a_member_of() -> None:
    association = partner("forbundet", "samordningsförbund", "01", members=["haninge"])
    entries = (partner("samordningsforbundet", "samordningsförbund"), association)
    asked = decisions("svenska", rule("samordningsforbundet"))
    places = (municipality("haninge", HANINGE), municipality("nykvarn", NYKVARN))
    assert _answering(_here(*entries, asked, *places)) == ["forbundet"]
    assert _answering(_here(*entries, asked, *places, code=NYKVARN)) == []


def test_the_order_of_the_list_is_the_order_to_turn_to_them_and_the_last_resort_is_last() -> None:
    here = _here(
        *FINAL,
        municipality("haninge", HANINGE),
        *map(partner, ("forst", "sedan")),
        decisions("svenska", LAST, rule("forst"), rule("kommunen"), rule("sedan")),
    )
    assert _answering(here) == ["forst", "haninge", "sedan", "haninge", "haninge"]
    assert [answer.rule.last_resort for answer in here.responsible(SVENSKA)] == [False] * 3 + [
        True
    ] * 2


def test_asking_once_is_asking_here() -> None:
    whole = directory(*FINAL, municipality("haninge", HANINGE))
    assert responsible(whole, HANINGE, SVENSKA, TODAY) == Here(whole, HANINGE, TODAY).responsible(
        SVENSKA
    )


def test_in_danger_those_for_everybody_lead_while_nothing_is_known_of_the_person() -> None:
    listed = decisions(
        "skydd-mot-våld",
        rule("for-nagra", **{"for": ["våldsutövare"]}),
        rule("for-alla"),
        rule("barn", maximum_age="17"),
    )
    here = _here(listed, *map(partner, ("for-nagra", "for-alla", "barn")))
    assert _answering(here, Person(need="skydd-mot-våld")) == ["for-alla", "for-nagra", "barn"]
    assert _answering(here, Person(("våldsutövare",), "skydd-mot-våld", age=40)) == [
        "for-nagra",
        "for-alla",
    ]


@pytest.mark.parametrize("certainty", ["yes", "unsure"])
def test_who_tells_the_police_is_never_shown_to_people_without_a_permit(certainty: str) -> None:
    telling = partner("verket", informs_police=certainty)
    here = _here(
        telling,
        partner("tyst"),
        decisions("svenska", rule("verket"), rule("tyst")),
        offer("kurs", providers=["verket"]),
    )
    assert _answering(here) == ["verket", "tyst"]
    for situation in ("utan-tillstånd", "avslag-asyl"):
        assert _answering(here, Person((situation,), "svenska")) == ["tyst"]
        assert _offered(here, Person((situation,), "svenska")) == []


# --- how to reach them ----------------------------------------------------------------------------

DOOR = {"door": "socialtjänst", "phone": "+4685550001"}


def test_the_door_comes_before_the_switchboard() -> None:
    body = municipality("haninge", HANINGE, contacts=[{"phone": "+4685550002"}, DOOR])
    numbers = [contact.phone for contact in _here(body).contacts(body, "socialtjänst")]
    assert numbers == ["+4685550001", "+4685550002"]
    assert [contact.phone for contact in _here(body).contacts(body)] == ["+4685550002"]


def test_a_body_with_nothing_but_a_home_page_cannot_be_reached() -> None:
    body = municipality("haninge", HANINGE, contacts=[{"website": "https://www.exempel.se/"}])
    assert not _here(body).is_within_reach(body)
    assert _here(body).is_within_reach(municipality("haninge", HANINGE))


# --- offers ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("situation", world.real().vocabulary.situations)
def test_no_situation_hides_an_offer_for_everyone(situation: str) -> None:
    everyone = [offer("utan"), offer("med-text", **{"for": {"description": {"sv": "Alla."}}})]
    assert _offered(_here(*everyone), Person((situation,), "svenska")) == ["med-text", "utan"]


FLYKTINGAR = {"situations": ["flykting", "skyddsbehövande", "utländsk-bakgrund"]}


@pytest.mark.parametrize(
    ("fields", "person", "expected"),
    [
        ({"for": FLYKTINGAR}, Person(("flykting",)), True),
        ({"for": FLYKTINGAR}, Person(("kvotflykting",)), True),
        ({"for": FLYKTINGAR}, Person(("flykting", "långtidsarbetslös")), True),
        ({"for": FLYKTINGAR}, Person(("utländsk-bakgrund",)), True),
        ({"for": FLYKTINGAR}, Person(("utländsk-bakgrund", "eu-med-uppehållsrätt")), False),
        ({"for": FLYKTINGAR}, Person(("långtidsarbetslös",)), False),
        ({"for": FLYKTINGAR}, Person(), True),
        ({"for": {"situations": ["sjukpenning"]}}, Person(("sjukpenning",)), True),
        ({"for": {"situations": ["sjukpenning"]}}, Person(("a-kassa",)), False),
        (
            {"for": {"situations": ["behöver-mer-svenska"]}},
            Person(("nollplacerad",), "svenska"),
            True,
        ),
        ({"not_for": {"situations": ["asylsökande"]}}, Person(("asylsökande",)), False),
        ({"not_for": {"situations": ["asylsökande"]}}, Person(("asylsökande", "förälder")), False),
        ({"not_for": {"situations": ["asylsökande"]}}, Person(("förälder",)), True),
        ({"for": {"minimum_age": "16", "maximum_age": "64"}}, Person(age=15), False),
        ({"for": {"minimum_age": "16", "maximum_age": "64"}}, Person(age=16), True),
        ({"for": {"minimum_age": "16", "maximum_age": "64"}}, Person(age=64), True),
        ({"for": {"minimum_age": "16", "maximum_age": "64"}}, Person(age=65), False),
        ({"for": {"minimum_age": "16", "maximum_age": "64"}}, Person(), True),
        ({"not_for": {"maximum_age": "17"}}, Person(age=17), False),
        ({"not_for": {"maximum_age": "17"}}, Person(age=18), True),
        ({"not_for": {"situations": ["missbruk"]}}, Person(age=18), True),
        ({}, Person(need="svenska"), True),
        ({}, Person(need="skulder"), False),
        ({"needs": []}, Person(need="svenska"), False),
        ({"audience": ["företag"]}, Person(), False),
        ({"audience": ["person", "företag"]}, Person(), True),
    ],
)
def test_an_offer_is_for_those_it_names(
    fields: dict[str, Any], person: Person, expected: object
) -> None:
    vocabulary = world.real().vocabulary
    assert (
        fits(offer("kurs", **fields), person, known_of(person, vocabulary), vocabulary, TODAY)
        == expected
    )


def test_a_national_offer_is_given_in_every_municipality() -> None:
    whole = directory(offer("kurs"))
    assert all(
        _offered(Here(whole, code, TODAY)) == ["kurs"] for code in whole.vocabulary.municipalities
    )


def test_an_offer_is_given_in_its_area_only() -> None:
    records = (offer("kommunens", service_area=[HANINGE]), offer("lanets", service_area=["01"]))
    assert _offered(_here(*records)) == ["kommunens", "lanets"]
    assert _offered(_here(*records, code=NYKVARN)) == ["lanets"]
    assert _offered(_here(*records, code=BRACKE)) == []


@pytest.mark.parametrize("way", WAYS_TO_GO)
def test_what_is_gone_is_not_offered(way: str) -> None:
    whole = directory(offer("kurs"), offer("annan", providers=["skola"]), partner("skola"))
    assert _offered(Here(whole, HANINGE, TODAY)) == ["annan", "kurs"]
    go = WAYS_TO_GO[way]
    assert _offered(Here(go(whole, "offers", "kurs"), HANINGE, TODAY)) == ["annan"]
    assert _offered(Here(go(whole, "partners", "skola"), HANINGE, TODAY)) == ["kurs"], (
        "nobody gives it"
    )


def test_a_contact_that_is_deleted_is_not_given() -> None:
    whole = directory(offer("kurs", providers=["skola"]), partner("skola"))
    (match,) = Here(whole, HANINGE, TODAY).offers(SVENSKA)
    assert [record.id for record in match.through] == ["skola"]
    (match,) = Here(world.changed(whole, "partners", "skola", contacts=()), HANINGE, TODAY).offers(
        SVENSKA
    )
    assert match.through == ()


def test_an_offer_is_reached_by_its_own_contact_its_provider_or_who_answers() -> None:
    bodies = (
        role(),
        decisions("svenska", rule("kommunen")),
        municipality("haninge", HANINGE),
        municipality("nykvarn", NYKVARN),
    )
    offers = (
        offer("egen", contacts=CONTACT),
        offer("genom", providers=["kommunen"]),
        offer("ansvarig"),
    )
    found = {
        match.offer.id: [record.id for record in match.through]
        for match in _here(*bodies, *offers).offers(SVENSKA)
    }
    assert found == {"egen": ["egen"], "genom": ["haninge"], "ansvarig": ["haninge"]}


def _speaking(code: str, *how: str) -> dict[str, Any]:
    return {"languages": [{"code": code, "how": how}]}


def test_the_offers_in_the_reader_s_language_come_first() -> None:
    here = _here(
        partner("myndighet"),
        partner("talar", "civilsamhälle", **_speaking("so", "phone")),
        offer("tolk", "tolk", kind="tolk"),
        offer("a-inget", contacts=CONTACT),
        offer("b-tolkas", providers=["myndighet"]),
        offer("c-skrivs", contacts=CONTACT, **_speaking("so", "written")),
        offer("d-talas", providers=["talar"]),
        offer("e-nara", contacts=CONTACT, service_area=[HANINGE]),
        offer("f-nas-inte", **_speaking("so", "staff")),
    )
    found = here.offers(Person(need="svenska", language="so"))
    assert [(match.offer.id, match.how) for match in found] == [
        ("d-talas", How.LANGUAGE),
        ("c-skrivs", How.TRANSLATION),
        ("b-tolkas", How.INTERPRETER),
        ("e-nara", How.NOT),
        ("a-inget", How.NOT),
        ("f-nas-inte", How.LANGUAGE),
    ]


@pytest.mark.parametrize(
    ("fields", "language", "expected"),
    [
        ({}, "sv", How.LANGUAGE),
        ({}, "so", How.NOT),
        (_speaking("so", "staff"), "so", How.LANGUAGE),
        (_speaking("so", "phone"), "so", How.LANGUAGE),
        (_speaking("so", "interpreter", "written"), "so", How.TRANSLATION),
        (_speaking("so", "interpreter"), "so", How.INTERPRETER),
        (_speaking("so", "staff"), "ar", How.NOT),
        ({"contacts": [{"phone": "+4685551234", "languages": ["ar"]}]}, "ar", How.LANGUAGE),
    ],
)
def test_how_a_record_serves_in_a_language(
    fields: dict[str, Any], language: str, expected: How
) -> None:
    assert how_in(partner("nagon", **fields), language) is expected


def _in_somali(mark: dict[str, str] | None, summary: dict[str, str]) -> How:
    marks = {"so": {"summary": mark}} if mark else {}
    made = offer("kurs", contacts=CONTACT, summary=summary, translations=marks)
    (match,) = _here(made).offers(Person(need="svenska", language="so"))
    return match.how


def test_only_a_translation_that_a_human_made_or_read_serves() -> None:
    both = {"sv": "En sak.", "so": "Shay."}
    assert _in_somali(None, {"sv": "En sak."}) is How.NOT, (
        "a missing translation is no blank that serves"
    )
    assert _in_somali(None, both) is How.TRANSLATION
    current = {"from": fingerprint("En sak."), "by": "machine"}
    assert _in_somali(current, both) is How.NOT
    assert _in_somali(current | {"reviewed": "2026-11-01"}, both) is How.TRANSLATION
    assert _in_somali({"from": "00000000", "by": "human"}, both) is How.NOT, (
        "made from another Swedish text"
    )


def test_a_right_to_an_interpreter_is_with_authorities_and_while_it_is_open() -> None:
    course, right = offer("kurs", providers=["nagon"]), offer("tolk", "tolk", kind="tolk")

    def how(kind: str, *records: Entry) -> How:
        (match,) = _here(partner("nagon", kind), course, *records).offers(
            Person(need="svenska", language="so")
        )
        return match.how

    assert how("statlig-myndighet", right) is How.INTERPRETER
    assert how("civilsamhälle", right) is How.NOT
    assert how("statlig-myndighet") is How.NOT
    assert (
        how("statlig-myndighet", offer("tolk", "tolk", kind="tolk", status="inactive")) is How.NOT
    )


def test_who_only_shows_the_way_does_not_lend_its_languages() -> None:
    myndighet = partner("myndighet", **_speaking("so", "phone"))
    here = _here(
        myndighet,
        decisions("svenska", rule("myndighet")),
        offer("kurs"),
        offer("tolk", "tolk", kind="tolk"),
    )
    (match,) = here.offers(Person(need="svenska", language="so"))
    assert ([record.id for record in match.through], match.how) == (["myndighet"], How.NOT)


def test_enterprises_that_take_the_person() -> None:
    here = _here(
        enterprise("alla", HANINGE),
        enterprise(
            "ratt",
            HANINGE,
            **{"for": ["sjuk-eller-aktivitetsersättning"]},
            **_speaking("so", "staff"),
        ),
        enterprise("fel", HANINGE, **{"for": ["missbruk"]}),
        enterprise("stangt", HANINGE, status="defunct"),
        enterprise("kanske", HANINGE, status="uncertain"),
        enterprise("tyst", HANINGE, sources=[{"title": "En lista", "date": "2017"}]),
        enterprise("granne", NYKVARN),
    )
    found = here.enterprises(Person(("sjukersättning",), language="so"))
    assert [one.id for one in found] == ["ratt", "alla"]
    assert [one.id for one in here.enterprises(Person())] == ["alla", "fel", "ratt"]


# --- the whole country ----------------------------------------------------------------------------


def test_where_no_municipality_is_said_the_roles_stand_for_their_bodies() -> None:
    lists = (decisions("svenska", rule("kommunen")), decisions("tolk", rule("verket")))
    entries = (*FINAL, *lists, municipality("haninge", HANINGE), partner("verket"))
    assert _answering(_here(*entries, code=COUNTRY)) == ["kommunen", "kommunen"]
    assert _answering(_here(*entries, code=COUNTRY), Person(need="tolk")) == ["verket", "kommunen"]
    local = (partner("lokal", area=HANINGE), decisions("svenska", rule("lokal")))
    assert _answering(_here(*local, code=COUNTRY)) == []


def test_in_the_whole_country_national_offers_are_given_and_local_ones_are_not() -> None:
    here = _here(
        offer("kurs"),
        offer("lokal", service_area=[HANINGE]),
        offer("lanets", service_area=["01"]),
        code=COUNTRY,
    )
    assert _offered(here) == ["kurs"]


# --- guidance leads -------------------------------------------------------------------------------


def test_guidance_leads_where_a_language_has_it() -> None:
    both = {"needs": ["svenska", "vägledning-på-mitt-språk"], "contacts": CONTACT}
    here = _here(
        offer("a-nara-kurs", contacts=CONTACT, service_area=[HANINGE], **_speaking("so", "staff")),
        offer("b-vagledning", **both, **_speaking("so", "phone")),
        offer("c-vagledning-utan-sprak", **both),
    )
    assert _offered(here, Person(need="svenska", language="so")) == [
        "b-vagledning",
        "a-nara-kurs",
        "c-vagledning-utan-sprak",
    ]
    assert _offered(here, Person(need="svenska", language="ar")) == [
        "a-nara-kurs",
        "b-vagledning",
        "c-vagledning-utan-sprak",
    ]


def test_the_languages_of_a_record_are_those_it_says_and_no_others() -> None:
    made = partner(
        "nagon",
        languages=[{"code": "so", "how": ["written"]}],
        contacts=[{"phone": "+4685551234", "languages": ["ar"]}],
    )
    assert languages_of(made) == {"so": How.TRANSLATION, "ar": How.LANGUAGE}
    assert languages_of(partner("annan")) == {}


# --- neighbours -----------------------------------------------------------------------------------


def test_neighbours_are_enterprises_elsewhere_that_take_people_from_here_the_nearest_first() -> (
    None
):
    here = _here(
        enterprise("har", HANINGE, service_area=[HANINGE]),
        enterprise("nykvarn", NYKVARN, service_area=["01"]),
        enterprise("bracke", BRACKE, service_area=["SE"]),
        enterprise("tar-ingen-annan", NYKVARN),
        enterprise("annat-lan", BRACKE, service_area=["23"]),
        enterprise("stangt", NYKVARN, service_area=["01"], status="defunct"),
        enterprise("utan-plats", NYKVARN, locations=[], service_area=[HANINGE]),
        enterprise("for-andra", NYKVARN, service_area=["01"], **{"for": ["missbruk"]}),
    )
    assert [one.id for one in here.neighbours(Person(("förälder",)))] == [
        "nykvarn",
        "bracke",
        "utan-plats",
    ]
    assert 30 < here.kilometres(here.directory.enterprises["nykvarn"]) < 60
    assert here.kilometres(here.directory.enterprises["utan-plats"]) == float("inf")
