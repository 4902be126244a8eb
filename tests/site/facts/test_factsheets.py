"""vagvisare.site.facts.factsheets: the facts on a record's page, and those for schema.org."""

from datetime import date
from typing import Any

import pytest
from builders import a_directory, a_partner, a_project, an_enterprise, an_offer

from tests.site import sites
from vagvisare.records.kinds import KINDS, Record
from vagvisare.site.facts.factsheets import FACTS, facts, properties
from vagvisare.site.facts.reader import Reader
from vagvisare.site.html import interface


def _reader(language: str, *records: Record) -> Reader:
    directory = a_directory(*records)
    words = interface.load(sites.ROOT / "locale", language)
    return Reader(
        directory, directory.vocabulary.languages[language], words, "../..", date(2026, 11, 23)
    )


def _facts(record: Record, *others: Record, language: str = "sv") -> dict[str, str]:
    return {label: str(html) for label, html in facts(_reader(language, record, *others), record)}


def test_every_kind_has_a_table() -> None:
    assert [*FACTS] == [*KINDS]


@pytest.mark.parametrize(
    "record", [an_enterprise(), a_partner()], ids=lambda record: record.kind_name
)
def test_what_a_record_says_nothing_of_is_no_fact(record: Record) -> None:
    for language in ("sv", "ar"):
        assert _facts(record, language=language) == {}


@pytest.mark.parametrize(
    ("field", "value", "label", "html"),
    [
        ("founded", "1994", "Startade", "1994"),
        ("organisation_number", "556016-0680", "Organisationsnummer", "556016-0680"),
        ("part_of", "Koncernen", "Del av", "Koncernen"),
        ("employees", [{"value": "1200", "date": "2024"}], "Anställda", "1\N{NO-BREAK SPACE}200"),
        (
            "agreements",
            [{"kind": "lov", "with": "Haninge <kommun>", "date": "2020~"}],
            "Avtal",
            "Haninge &lt;kommun&gt;",
        ),
        ("legal_form", "ekonomisk-förening", "Juridisk form", "Ekonomisk förening</a>"),
        ("referral", ["själv"], "Vem tar kontakt?", '<ul class="chips"><li><a class="word"'),
    ],
)
def test_a_field_is_shown_by_what_it_is(field: str, value: Any, label: str, html: str) -> None:
    found = _facts(an_enterprise(**{field: value}))
    assert html in found.get(label, f"{label} is not among {[*found]}")
    assert len(found) == 1


def test_a_text_falls_back_and_says_so() -> None:
    assert 'lang="sv"' in _facts(an_offer(cost={"sv": "Gratis."}), language="ar")["التكلفة"]


def test_relations_are_facts_too() -> None:
    parent, unit = (
        an_enterprise(id="bo", name="Bo"),
        an_enterprise(id="unit", part_of="bo", name="Enheten"),
    )
    assert ">Enheten</a>" in _facts(parent, unit)["Enheter"]
    assert ">Bo</a>" in _facts(unit, parent)["Del av"]


def test_what_an_enterprise_is_a_member_of_is_a_fact_and_told_to_schema_org() -> None:
    association = a_partner(id="skoopi", name="Skoopi")
    consortium = an_enterprise(id="vagen-ut", name="Vägen ut")
    member = an_enterprise(id="bo", member_of=["skoopi", "vagen-ut", "gone"])
    reader = _reader("sv", association, consortium, member)
    ((label, html),) = facts(reader, member)
    assert label == "Medlem i"
    assert '/sv/partners/skoopi/">Skoopi</a>' in html
    assert '/sv/enterprises/vagen-ut/">Vägen ut</a>' in html
    assert [body["name"] for body in properties(reader, member)["memberOf"]] == [
        "Skoopi",
        "Vägen ut",
    ]


def test_a_party_to_a_project_is_a_link_be_it_a_partner_or_an_enterprise() -> None:
    enterprise = an_enterprise(id="bo", name="Bo")
    project = a_project(owner={"partner": "bo", "role": "projektägare"})
    assert '/sv/enterprises/bo/">Bo</a>' in _facts(project, enterprise)["Ägare"]
    named = a_project(owner={"name": "Någon annan", "role": "projektägare"})
    assert _facts(named)["Ägare"] == "Någon annan"


def test_schema_org_is_told_what_it_has_a_property_for() -> None:
    giver = a_partner(id="haninge", name="Haninge", kind="kommun")
    offer = an_offer(kind="tolk", providers=["haninge"])
    assert properties(_reader("sv", giver, offer), offer) == {
        "serviceType": "Tolk",
        "provider": [{"@type": "Organization", "name": "Haninge"}],
    }
    assert properties(_reader("sv"), a_project()) == {}
