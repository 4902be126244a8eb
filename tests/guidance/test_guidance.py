"""Who answers for whom, which offers fit, and the traps that others fell into; ten worked cases stand in ``cases/``."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import world
import yaml
from world import (
    AGEING,
    CONTACT,
    DECAYED,
    FINAL,
    TODAY,
    WAYS_TO_GO,
    directory,
    enterprise,
    municipality,
    offer,
    partner,
    role,
    rule,
)

from vagvisare.guidance.guidance import Here, How, Person, applies, fits, how_in, known_of, languages_of, responsible, rule_areas
from vagvisare.records.directory import COUNTRY
from vagvisare.records.kinds import Record
from vagvisare.records.parts import Responsibility
from vagvisare.records.termlists import SITUATION_LISTS
from vagvisare.records.texts import fingerprint

CASES = sorted((Path(__file__).parents[1] / "cases").glob("*.yml"))
HANINGE, NYKVARN, BRACKE = "0136", "0140", "2305"
SVENSKA = Person(("långtidsarbetslös",), "svenska")


def _here(*records: Record, code: str = HANINGE) -> Here:
    return Here(directory(*records), code, TODAY)


def _answering(here: Here, person: Person = SVENSKA) -> list[str]:
    return [answer.partner.id for answer in here.responsible(person)]


def _offered(here: Here, person: Person = SVENSKA) -> list[str]:
    return [match.offer.id for match in here.offers(person)]


# --- situations -----------------------------------------------------------------------------------------------------


def test_situations_are_three_lists_as_one_and_equal_codes_are_one_situation() -> None:
    vocabulary = world.real().vocabulary
    lists = [set(vocabulary.terms(name)) for name in SITUATION_LISTS]
    assert set(vocabulary.situations) == set().union(*lists)
    assert len(vocabulary.situations) < sum(map(len, lists))
    assert vocabulary.situations["ekonomiskt-bistånd"].group == "livelihood"
    assert vocabulary.situations["asylsökande"].group == "residence"
    assert vocabulary.situations["förälder"].group == "circumstance"


def test_what_a_situation_implies_is_followed_to_the_end() -> None:
    implied = world.real().vocabulary.implied
    assert implied(["kvotflykting"]) == {"kvotflykting", "flykting", "utländsk-bakgrund"}
    assert implied(["aktivitetsersättning"]) >= {"ung-med-aktivitetsersättning", "sjuk-eller-aktivitetsersättning"}
    assert implied(["långtidsarbetslös"]) == implied(["arbetslös-1-år"]), "each implies the other"
    assert implied([], "svenska") == {"behöver-mer-svenska"}
    assert implied(["förälder"], "skulder") == {"förälder"}


# --- which rules apply ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "person", "expected"),
    [
        ({}, Person(("förälder",), "skulder"), True),
        ({"needs": ["svenska"]}, Person(("förälder",), "skulder"), False),
        ({"situations": ["förälder"]}, Person(("förälder",), "skulder"), True),
        ({"situations": ["förälder"]}, Person(("missbruk",), "skulder"), False),
        ({"situations": ["förälder"]}, Person(("missbruk", "förälder"), "skulder"), True),
        ({"situations": ["förälder"]}, Person(("förälder-till-små-barn",), "skulder"), True),
        ({"situations": ["behöver-mer-svenska"]}, Person(("missbruk",), "svenska"), True),
        ({"except": ["asylsökande"]}, Person(("asylsökande",), "svenska"), False),
        ({"except": ["asylsökande"]}, Person(("asylsökande", "förälder"), "svenska"), False),
        ({"situations": ["förälder"], "except": ["asylsökande"]}, Person(("asylsökande", "förälder")), False),
        ({"situations": ["förälder"], "needs": ["svenska"]}, Person(need="svenska"), True),
        ({"situations": ["förälder"], "needs": ["svenska"]}, Person(("förälder",)), True),
        ({"situations": ["förälder"], "needs": ["svenska"]}, Person(), True),
    ],
)
def test_a_rule_is_about_those_it_names_and_what_is_not_said_filters_nothing(
    fields: dict[str, Any], person: Person, expected: object
) -> None:
    vocabulary = world.real().vocabulary
    made = Responsibility.model_validate(rule() | fields, context=vocabulary, by_alias=True, by_name=False)
    assert applies(made, person, known_of(person, vocabulary)) == expected


# --- who answers ----------------------------------------------------------------------------------------------------


def test_the_role_is_answered_by_the_own_body_of_each_municipality() -> None:
    records = (role(FINAL), municipality("haninge", HANINGE), municipality("nykvarn", NYKVARN))
    assert _answering(_here(*records)) == ["haninge"]
    assert _answering(_here(*records, code=NYKVARN)) == ["nykvarn"]
    assert _answering(_here(*records, code=BRACKE)) == []


def test_the_region_is_answered_by_the_county_s_own_body() -> None:
    region = partner("region-stockholm", "region", "01", represents="01")
    records = (role(rule("svenska"), kind="region"), region, municipality("haninge", HANINGE))
    assert _answering(_here(*records)) == ["region-stockholm"]
    assert _answering(_here(*records, code=BRACKE)) == []


def test_an_answer_says_where_its_rule_stands() -> None:
    answer = _here(role(rule("tolk"), FINAL), municipality("haninge", HANINGE)).responsible(SVENSKA)[0]
    assert (answer.partner.id, answer.stands_in.id, answer.index, answer.primary) == ("haninge", "kommunen", 1, False)
    assert answer.stands_in.responsible[answer.index] is answer.rule


def test_a_body_found_by_name_only_is_nobody() -> None:
    """Coverage is computed from codes: a municipality's record without `represents` is the role, not the municipality."""
    assert _answering(_here(role(FINAL), partner("haninge", "kommun", HANINGE, name="Haninge kommun"))) == []


@pytest.mark.parametrize("way", WAYS_TO_GO)
def test_no_neighbour_stands_in_for_a_body_that_is_gone(way: str) -> None:
    whole = directory(role(FINAL), municipality("haninge", HANINGE), municipality("nykvarn", NYKVARN))
    assert _answering(Here(whole, HANINGE, TODAY)) == ["haninge"]
    gone = WAYS_TO_GO[way](whole, "partners", "haninge")
    assert _answering(Here(gone, HANINGE, TODAY)) == []
    assert _answering(Here(gone, NYKVARN, TODAY)) == ["nykvarn"]


@pytest.mark.parametrize("way", WAYS_TO_GO)
def test_a_role_that_is_gone_answers_nowhere(way: str) -> None:
    whole = directory(role(FINAL), municipality("haninge", HANINGE))
    assert _answering(Here(WAYS_TO_GO[way](whole, "partners", "kommunen"), HANINGE, TODAY)) == []


def test_an_ageing_confirmation_still_serves() -> None:
    assert _answering(_here(role(FINAL), municipality("haninge", HANINGE, confirmed=AGEING))) == ["haninge"]
    assert _answering(_here(role(FINAL), municipality("haninge", HANINGE, confirmed=DECAYED))) == []


def test_an_organisation_without_a_rule_here_answers_for_nothing() -> None:
    """Coverage is not green because somebody exists: a rule has to reach the municipality."""
    elsewhere = partner("byra", area="23", responsible=[rule("svenska")])
    assert _answering(_here(partner("finns"), elsewhere)) == []
    assert _answering(_here(partner("finns"), elsewhere, code=BRACKE)) == ["byra"]


def test_an_association_answers_for_its_members_municipalities_only() -> None:
    region = partner("region-stockholm", "region", "01", represents="01")
    association = partner(
        "forbundet",
        "samordningsförbund",
        "SE",
        members=["haninge", "region-stockholm"],
        responsible=[rule("svenska")],
    )
    records = (region, association, municipality("haninge", HANINGE), municipality("nykvarn", NYKVARN))
    assert rule_areas(directory(*records), association) == (HANINGE,)
    assert _answering(_here(*records)) == ["forbundet"]
    assert _answering(_here(*records, code=NYKVARN)) == []


def test_the_final_responsibility_is_last_and_the_most_particular_rule_first() -> None:
    here = _here(
        role(FINAL),
        municipality("haninge", HANINGE, responsible=[rule("svenska")]),
        partner("a-alla", responsible=[rule()]),
        partner("b-behov", responsible=[rule("svenska")]),
        partner("c-bada", responsible=[rule("svenska", situations=["långtidsarbetslös"])]),
        partner("d-lan", area="01", responsible=[rule("svenska")]),
        partner("e-nas-inte", contacts=[], responsible=[rule("svenska", situations=["långtidsarbetslös"])]),
    )
    assert _answering(here) == ["c-bada", "haninge", "d-lan", "b-behov", "a-alla", "e-nas-inte", "haninge"]
    assert [answer.primary for answer in here.responsible(SVENSKA)] == [True] * 6 + [False]


def test_asking_once_is_asking_here() -> None:
    whole = directory(role(FINAL), municipality("haninge", HANINGE))
    assert responsible(whole, HANINGE, SVENSKA, TODAY) == Here(whole, HANINGE, TODAY).responsible(SVENSKA)


# --- offers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("situation", world.real().vocabulary.situations)
def test_no_situation_hides_an_offer_for_everyone(situation: str) -> None:
    everyone = [offer("utan"), offer("med-text", **{"for": {"description": {"sv": "Alla."}}})]
    assert _offered(_here(*everyone), Person((situation,), "svenska")) == ["med-text", "utan"]


FLYKTINGAR = {"residence": ["flykting", "skyddsbehövande"], "groups": ["utländsk-bakgrund"]}


@pytest.mark.parametrize(
    ("fields", "person", "expected"),
    [
        ({"for": FLYKTINGAR}, Person(("flykting",)), True),
        ({"for": FLYKTINGAR}, Person(("kvotflykting",)), True),
        ({"for": FLYKTINGAR}, Person(("flykting", "långtidsarbetslös")), True),
        ({"for": FLYKTINGAR}, Person(("utländsk-bakgrund",)), True),
        ({"for": FLYKTINGAR}, Person(("utländsk-bakgrund", "eu-medborgare")), False),
        ({"for": FLYKTINGAR}, Person(("långtidsarbetslös",)), False),
        ({"for": FLYKTINGAR}, Person(), True),
        ({"for": {"income": ["sjukpenning"]}}, Person(("sjukpenning",)), True),
        ({"for": {"income": ["sjukpenning"]}}, Person(("a-kassa",)), False),
        ({"for": {"groups": ["behöver-mer-svenska"]}}, Person(("nollplacerad",), "svenska"), True),
        ({"not_for": {"residence": ["asylsökande"]}}, Person(("asylsökande",)), False),
        ({"not_for": {"residence": ["asylsökande"]}}, Person(("asylsökande", "förälder")), False),
        ({"not_for": {"residence": ["asylsökande"]}}, Person(("förälder",)), True),
        ({"for": {"minimum_age": "16", "maximum_age": "64"}}, Person(age=15), False),
        ({"for": {"minimum_age": "16", "maximum_age": "64"}}, Person(age=16), True),
        ({"for": {"minimum_age": "16", "maximum_age": "64"}}, Person(age=64), True),
        ({"for": {"minimum_age": "16", "maximum_age": "64"}}, Person(age=65), False),
        ({"for": {"minimum_age": "16", "maximum_age": "64"}}, Person(), True),
        ({"not_for": {"maximum_age": "17"}}, Person(age=17), False),
        ({"not_for": {"maximum_age": "17"}}, Person(age=18), True),
        ({"not_for": {"groups": ["missbruk"]}}, Person(age=18), True),
        ({}, Person(need="svenska"), True),
        ({}, Person(need="skulder"), False),
        ({"needs": []}, Person(need="svenska"), False),
        ({"audience": ["företag"]}, Person(), False),
        ({"audience": ["person", "företag"]}, Person(), True),
    ],
)
def test_an_offer_is_for_those_it_names(fields: dict[str, Any], person: Person, expected: object) -> None:
    vocabulary = world.real().vocabulary
    assert fits(offer("kurs", **fields), person, known_of(person, vocabulary), vocabulary) == expected


def test_a_national_offer_is_given_in_every_municipality() -> None:
    whole = directory(offer("kurs"))
    assert all(_offered(Here(whole, code, TODAY)) == ["kurs"] for code in whole.vocabulary.municipalities)


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
    assert _offered(Here(go(whole, "partners", "skola"), HANINGE, TODAY)) == ["kurs"], "nobody gives it"


def test_a_contact_that_is_deleted_is_not_given() -> None:
    whole = directory(offer("kurs", providers=["skola"]), partner("skola"))
    (match,) = Here(whole, HANINGE, TODAY).offers(SVENSKA)
    assert [record.id for record in match.through] == ["skola"]
    (match,) = Here(world.changed(whole, "partners", "skola", contacts=()), HANINGE, TODAY).offers(SVENSKA)
    assert match.through == ()


def test_an_offer_is_reached_by_its_own_contact_its_provider_or_who_answers() -> None:
    bodies = (role(rule("svenska")), municipality("haninge", HANINGE), municipality("nykvarn", NYKVARN))
    offers = (offer("egen", contacts=CONTACT), offer("genom", providers=["kommunen"]), offer("ansvarig"))
    found = {match.offer.id: [record.id for record in match.through] for match in _here(*bodies, *offers).offers(SVENSKA)}
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
def test_how_a_record_serves_in_a_language(fields: dict[str, Any], language: str, expected: How) -> None:
    assert how_in(partner("nagon", **fields), language) is expected


def _in_somali(mark: dict[str, str] | None, summary: dict[str, str]) -> How:
    marks = {"so": {"summary": mark}} if mark else {}
    made = offer("kurs", contacts=CONTACT, summary=summary, translations=marks)
    (match,) = _here(made).offers(Person(need="svenska", language="so"))
    return match.how


def test_only_a_translation_that_a_human_made_or_read_serves() -> None:
    both = {"sv": "En sak.", "so": "Shay."}
    assert _in_somali(None, {"sv": "En sak."}) is How.NOT, "a missing translation is no blank that serves"
    assert _in_somali(None, both) is How.TRANSLATION
    current = {"from": fingerprint("En sak."), "by": "machine"}
    assert _in_somali(current, both) is How.NOT
    assert _in_somali(current | {"reviewed": "2026-11-01"}, both) is How.TRANSLATION
    assert _in_somali({"from": "00000000", "by": "human"}, both) is How.NOT, "made from another Swedish text"


def test_a_right_to_an_interpreter_is_with_authorities_and_while_it_is_open() -> None:
    course, right = offer("kurs", providers=["nagon"]), offer("tolk", "tolk", kind="tolk")

    def how(kind: str, *records: Record) -> How:
        (match,) = _here(partner("nagon", kind), course, *records).offers(Person(need="svenska", language="so"))
        return match.how

    assert how("statlig-myndighet", right) is How.INTERPRETER
    assert how("civilsamhälle", right) is How.NOT
    assert how("statlig-myndighet") is How.NOT
    assert how("statlig-myndighet", offer("tolk", "tolk", kind="tolk", status="inactive")) is How.NOT


def test_who_only_shows_the_way_does_not_lend_its_languages() -> None:
    myndighet = partner("myndighet", responsible=[rule("svenska")], **_speaking("so", "phone"))
    here = _here(myndighet, offer("kurs"), offer("tolk", "tolk", kind="tolk"))
    (match,) = here.offers(Person(need="svenska", language="so"))
    assert ([record.id for record in match.through], match.how) == (["myndighet"], How.NOT)


def test_enterprises_that_take_the_person() -> None:
    here = _here(
        enterprise("alla", HANINGE),
        enterprise("ratt", HANINGE, **{"for": ["sjuk-eller-aktivitetsersättning"]}, **_speaking("so", "staff")),
        enterprise("fel", HANINGE, **{"for": ["missbruk"]}),
        enterprise("stangt", HANINGE, status="defunct"),
        enterprise("granne", NYKVARN),
    )
    found = here.enterprises(Person(("sjukersättning",), language="so"))
    assert [one.id for one in found] == ["ratt", "alla"]
    assert [one.id for one in here.enterprises(Person())] == ["alla", "fel", "ratt"]


# --- worked cases ---------------------------------------------------------------------------------------------------


def test_there_are_ten_cases() -> None:
    assert len(CASES) >= 10


def _case(path: Path) -> dict[str, Any]:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 (makes nothing but text)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_is_answered_as_it_says(path: Path) -> None:
    case = _case(path)
    here = Here(world.real(), case["municipality"], TODAY)
    person = Person(tuple(case["situations"]), case["need"], case["language"])
    answers = here.responsible(person)
    expected = case["responsible"]
    assert list(dict.fromkeys(answer.partner.id for answer in answers)) == [body["partner"] for body in expected]
    for body in expected:
        own = [answer for answer in answers if answer.partner.id == body["partner"]]
        assert own[0].stands_in.id == body["rule_in"]
        assert body["because"] in own[0].rule.because["sv"]
        assert body["source"] in _named(own[0].rule.sources)
        assert bool(own[0].partner.contacts) == (body["reachable"] == "yes")
    offers = {match.offer.id: match for match in here.offers(person)}
    assert list(offers) == [one["offer"] for one in case["offers"]]
    for one in case["offers"]:
        match = offers[one["offer"]]
        assert (match.how.name.lower(), [record.id for record in match.through]) == (one["how"], one["through"])
        assert one["source"] in _named(match.offer.sources)
    assert [one.id for one in here.enterprises(person)] == case["enterprises"]


def _named(sources: Iterable[Any]) -> list[str]:
    return [value for source in sources for value in (source.title, source.url) if value]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_is_complete_and_from_a_seed(path: Path) -> None:
    case = _case(path)
    vocabulary = world.real().vocabulary
    assert case["what"]
    assert case["municipality"] in vocabulary.municipalities
    assert set(case["situations"]) <= set(vocabulary.situations)
    assert case["need"] in vocabulary.terms("needs")
    projects = world.real().projects
    assert case["municipality"] in {code for project in projects.values() for code in project.municipalities}
    assert case["from"]["target"] in projects[case["from"]["project"]].target
    assert case["from"]["target"] in vocabulary.implied(case["situations"])


# --- the whole country ----------------------------------------------------------------------------------------------


def test_where_no_municipality_is_said_the_roles_stand_for_their_bodies() -> None:
    records = (role(FINAL, rule("svenska")), municipality("haninge", HANINGE), partner("verket", responsible=[rule("tolk")]))
    assert _answering(_here(*records, code=COUNTRY)) == ["kommunen", "kommunen"]
    assert _answering(_here(*records, code=COUNTRY), Person(need="tolk")) == ["verket", "kommunen"]
    assert _answering(_here(partner("lokal", area=HANINGE, responsible=[rule("svenska")]), code=COUNTRY)) == []


def test_in_the_whole_country_national_offers_are_given_and_local_ones_are_not() -> None:
    here = _here(offer("kurs"), offer("lokal", service_area=[HANINGE]), offer("lanets", service_area=["01"]), code=COUNTRY)
    assert _offered(here) == ["kurs"]


# --- guidance leads -------------------------------------------------------------------------------------------------


def test_guidance_leads_where_a_language_has_it() -> None:
    both = {"needs": ["svenska", "vägledning-på-mitt-språk"], "contacts": CONTACT}
    here = _here(
        offer("a-nara-kurs", contacts=CONTACT, service_area=[HANINGE], **_speaking("so", "staff")),
        offer("b-vagledning", **both, **_speaking("so", "phone")),
        offer("c-vagledning-utan-sprak", **both),
    )
    assert _offered(here, Person(need="svenska", language="so")) == ["b-vagledning", "a-nara-kurs", "c-vagledning-utan-sprak"]
    assert _offered(here, Person(need="svenska", language="ar")) == ["a-nara-kurs", "b-vagledning", "c-vagledning-utan-sprak"]


def test_the_languages_of_a_record_are_those_it_says_and_no_others() -> None:
    made = partner(
        "nagon", languages=[{"code": "so", "how": ["written"]}], contacts=[{"phone": "+4685551234", "languages": ["ar"]}]
    )
    assert languages_of(made) == {"so": How.TRANSLATION, "ar": How.LANGUAGE}
    assert languages_of(partner("annan")) == {}


# --- neighbours -----------------------------------------------------------------------------------------------------


def test_neighbours_are_enterprises_elsewhere_that_take_people_from_here_the_nearest_first() -> None:
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
    assert [one.id for one in here.neighbours(Person(("förälder",)))] == ["nykvarn", "bracke", "utan-plats"]
    assert 30 < here.kilometres(here.directory.enterprises["nykvarn"]) < 60
    assert here.kilometres(here.directory.enterprises["utan-plats"]) == float("inf")
