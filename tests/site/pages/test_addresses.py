"""vagvisare.site.pages.addresses and .pages: the addresses of pages, and which show a record."""

from dataclasses import replace

import pytest
from builders import a_vocabulary

from tests.site import sites
from vagvisare.records.directory import Directory
from vagvisare.records.kinds import Enterprise, Partner
from vagvisare.site.pages import pages
from vagvisare.site.pages.addresses import of_letter, of_municipality, of_record, way_up
from vagvisare.site.pages.pages import Page, address, all_pages, pages_showing

VOCABULARY = a_vocabulary()


def _enterprise(record_id: str, name: str, **more: object) -> Enterprise:
    data = {
        "id": record_id,
        "name": name,
        "summary": {"sv": name},
        "sources": [{"title": "x"}],
        **more,
    }
    return Enterprise.model_validate(data, context=VOCABULARY)


def _municipality(code: str = "0136") -> Partner:
    data = {
        "id": "haninge",
        "name": "Haninge kommun",
        "kind": "kommun",
        "represents": code,
        "service_area": [code],
    }
    return Partner.model_validate(
        data | {"summary": {"sv": "x"}, "sources": [{"title": "x"}]}, context=VOCABULARY
    )


@pytest.mark.parametrize(
    ("where", "up"),
    [
        ("", ".."),
        ("offers/", "../.."),
        ("offers/sfi/", "../../.."),
        ("enterprises/_a/", "../../.."),
    ],
)
def test_the_way_up_to_the_root(where: str, up: str) -> None:
    assert way_up(where) == up


def test_a_municipality_has_one_page_and_not_two() -> None:
    directory = Directory.of(VOCABULARY, [_municipality()])
    assert (
        of_record(directory, directory.partners["haninge"])
        == of_municipality(directory, "0136")
        == "municipalities/haninge/"
    )
    assert Page("record", "partners/haninge") not in set(all_pages(directory))


def test_letters_have_addresses_that_no_record_can_have() -> None:
    found = [of_letter("enterprises", letter) for letter in "abcdefghijklmnopqrstuvwxyzåäö#"]
    assert len(set(found)) == len(found)
    assert all(where.isascii() and "/_" in where for where in found)


def test_a_list_is_split_by_letter_when_it_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    directory = Directory.of(
        VOCABULARY, [_enterprise(name, name.upper()) for name in ("anna", "arvid", "bo")]
    )

    def found() -> list[str]:
        return [page.letter for page in all_pages(replace(directory)) if page.kind == "letter"]

    assert found() == []
    monkeypatch.setattr(pages, "LONGEST_LIST", 2)
    assert found() == ["a", "b"]


def test_no_two_pages_of_the_shipped_directory_share_an_address() -> None:
    directory = sites.a_build(sites.ROOT).directory
    found = [address(directory, page) for page in all_pages(directory)]
    assert len(found) == len(set(found)) > 500


def test_an_enterprise_shows_on_its_own_page_its_list_its_place_and_its_units() -> None:
    parent = _enterprise("bo", "Bo", locations=[{"municipality": "0136"}])
    directory = Directory.of(VOCABULARY, [parent, _enterprise("unit", "Unit", part_of="bo")])
    assert pages_showing(directory, parent) == {
        Page("record", "enterprises/bo"),
        Page("record", "enterprises/unit"),
        Page("index", "enterprises"),
        Page("glossary"),
        Page("municipality", "0136"),
        *(Page("training", code) for code in VOCABULARY.municipalities),
        Page("county", "01"),
    }
