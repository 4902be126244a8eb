"""The built glossary: the same anchors in every language, the Swedish words, and their users."""

import re
from pathlib import Path

import pytest

from tests.site import sites
from tests.site.pages_read import read_all
from vagvisare.reading.loading import load
from vagvisare.records.glossary import used, words


@pytest.fixture(scope="module")
def glossaries(shipped_site: Path) -> dict[str, str]:
    return {
        code: (shipped_site / code / "glossary" / "index.html").read_text("utf-8")
        for code in sites.LANGUAGES
    }


def _entry(html: str, code: str) -> str:
    found = re.search(rf'<div class="glossary__word" id="{code}">.*?</dd>\n</div>', html, re.DOTALL)
    assert found, code
    return found[0]


def test_every_word_is_there_in_every_language_under_its_code(glossaries: dict[str, str]) -> None:
    codes = set(words(load(sites.ROOT).directory.vocabulary))
    for language, html in glossaries.items():
        assert set(re.findall(r'<div class="glossary__word" id="([^"]+)">', html)) == codes, (
            language
        )


@pytest.mark.parametrize("language", sites.LANGUAGES)
def test_the_swedish_word_stays_and_is_explained(language: str, glossaries: dict[str, str]) -> None:
    entry = _entry(glossaries[language], "sjukpenning")
    assert '<dt><bdi lang="sv" dir="ltr">Sjukpenning</bdi>' in entry
    term = load(sites.ROOT).directory.vocabulary.term("situations", "sjukpenning")
    assert term.explanation is not None
    assert term.explanation[language] in entry
    assert (term.label[language] in entry) or language == "sv"


def test_an_entry_says_who_uses_the_word(glossaries: dict[str, str]) -> None:
    directory = load(sites.ROOT).directory
    users = [record for record in directory.enterprises.values() if "café" in used(record)]
    entry = _entry(glossaries["en"], "café")
    assert len(re.findall(r'href="[^"]*enterprises/[^"]+/"', entry)) == 3
    assert f">{len(users) - 3} more</a>" in entry


def test_words_of_every_page_lead_to_entries_that_there_are(
    shipped_site: Path, glossaries: dict[str, str]
) -> None:
    there = set(re.findall(r' id="([^"]+)"', glossaries["sv"]))
    links = {
        link
        for page in read_all(shipped_site).values()
        for link in page.links
        if "/glossary/#" in link
    }
    assert len(links) > 100
    assert {link.partition("#")[2] for link in links} <= there
