"""vagvisare.site.search.beside: pages, sections, words, situations and languages that are found."""

import pytest

from tests.site import sites
from vagvisare.prose.docs import pages
from vagvisare.reading.loading import load
from vagvisare.site.facts.reader import Reader
from vagvisare.site.search.beside import Beside, beside, card


@pytest.fixture(scope="module")
def readers() -> list[Reader]:
    directory = load(sites.ROOT, today=sites.TODAY).directory
    return [
        Reader(
            directory,
            directory.vocabulary.languages[code],
            sites.interface.load(sites.LOCALE, code),
            "",
            sites.TODAY,
        )
        for code in sites.LANGUAGES
    ]


@pytest.fixture(scope="module")
def found(readers: list[Reader]) -> dict[str, Beside]:
    return {one.address: one for one in beside(readers, pages(sites.ROOT))}


def test_each_address_is_found_once(readers: list[Reader], found: dict[str, Beside]) -> None:
    assert len(found) == len(beside(readers, pages(sites.ROOT)))


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("agreements/#iop", "sections"),
        ("your-money/", "pages"),
        ("privacy/", "about"),
        ("glossary/#iop", "glossary"),
        ("languages/so/", "languages"),
        ("situations/asylsokande/", "situations"),
        ("guide/#need=skulder", "needs"),
        ("urgent/#självmordstankar", "needs"),
        ("enterprises/#free=now", "pages"),
        ("municipalities/", "pages"),
    ],
)
def test_everything_of_the_site_is_found(found: dict[str, Beside], address: str, kind: str) -> None:
    assert found[address].kind == kind
    assert set(sites.LANGUAGES) <= set(found[address].name)


def test_lists_of_sources_are_not_found(found: dict[str, Beside]) -> None:
    assert not [address for address in found if address.endswith("#sources")]


def test_markdown_is_not_searched(found: dict[str, Beside]) -> None:
    text = (found["sent-on/"].text or {})["sv"]
    assert "](" not in text
    assert "{" not in text


def test_a_card_says_what_and_where(readers: list[Reader], found: dict[str, Beside]) -> None:
    shown = card(readers[0], found["agreements/#iop"])
    assert shown["address"] == "agreements/#iop"
    assert shown["line"] == (found["agreements/"].name)["sv"]
