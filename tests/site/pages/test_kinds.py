"""vagvisare.site.pages.kinds: what the site makes of each kind of record."""

import pytest
from builders import a_directory, a_partner, a_project, an_enterprise, an_offer

from vagvisare.records.kinds import KINDS as MODELS
from vagvisare.site.pages import kinds
from vagvisare.site.pages.kinds import KINDS, RESULTS


def test_every_kind_of_record_is_one_of_the_site() -> None:
    assert {name: kind.model for name, kind in KINDS.items()} == {**MODELS}
    assert [
        kinds.of(record).name for record in (an_enterprise(), an_offer(), a_partner(), a_project())
    ] == [*KINDS]


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
def test_a_kind_has_names(kind: kinds.Kind) -> None:
    assert kind.label
    assert kind.lead.endswith(".")
    assert {result.code for result in kind.results} <= set(RESULTS)


def test_a_municipality_s_own_body_is_found_as_a_municipality() -> None:
    partners = KINDS["partners"]
    assert partners.result(a_partner(kind="kommun", represents="0136")) == "municipalities"
    assert partners.result(a_partner(kind="kommun")) == "partners"


def test_records_name_those_that_belong_to_them_and_are_named_by_them() -> None:
    parent, unit = an_enterprise(id="bo"), an_enterprise(id="unit", part_of="bo")
    provider = a_partner(id="haninge", kind="kommun")
    association = a_partner(id="forbund", members=["haninge"])
    offer = an_offer(providers=["haninge"])
    project = a_project(owner={"partner": "haninge", "role": "projektägare"})
    directory = a_directory(parent, unit, provider, association, offer, project)
    found = {record.id: [*kinds.of(record).named_by(directory, record)] for record in directory}
    assert found["bo"] == [unit]
    assert found["unit"] == [parent]
    assert found["haninge"] == [offer, project, association]
    assert found["forbund"] == found[offer.id] == found[project.id] == [provider]


def test_a_body_is_named_by_the_enterprises_that_are_its_members() -> None:
    association, consortium = a_partner(id="skoopi"), an_enterprise(id="vagen-ut")
    member = an_enterprise(id="bo", member_of=["skoopi", "vagen-ut"])
    directory = a_directory(association, consortium, member)
    assert all(
        [*kinds.of(body).named_by(directory, body)] == [member]
        for body in (association, consortium)
    )


def test_an_enterprise_is_named_by_the_projects_that_it_took_part_in() -> None:
    enterprise = an_enterprise(id="bo")
    project = a_project(partners=[{"partner": "bo", "role": "samarbetspartner"}])
    assert [*kinds.of(enterprise).named_by(a_directory(enterprise, project), enterprise)] == [
        project
    ]


def test_what_an_authority_gives_is_a_government_s_service() -> None:
    directory = a_directory(a_partner(id="haninge", kind="kommun"), an_enterprise(id="bo"))
    given = KINDS["offers"].schema_type
    assert given(directory, an_offer(providers=["haninge"])) == "GovernmentService"
    assert given(directory, an_offer(providers=["bo"])) == "Service"


def test_the_menu_leads_to_the_lists_of_the_kinds_that_say_so() -> None:
    assert {name for name, kind in KINDS.items() if kind.in_menu} == {*KINDS}
    assert not kinds.Kind.in_menu


def test_an_enterprise_is_found_where_it_lies_and_others_where_they_serve() -> None:
    area = {"service_area": ["0136"]}
    assert [kinds.of(one).served(one) for one in (an_enterprise(**area), an_offer(**area))] == [
        (),
        ("0136",),
    ]
