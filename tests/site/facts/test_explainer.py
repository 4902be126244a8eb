"""vagvisare.site.facts.explainer: links to the glossary become words with a pop-up explanation."""

import re

import pytest
from markupsafe import Markup

from tests.site import sites
from vagvisare.reading.loading import load
from vagvisare.site.facts.explainer import Explainer
from vagvisare.site.facts.reader import Reader
from vagvisare.site.html import interface


@pytest.fixture(scope="module", params=["sv", "ar"])
def reader(request: pytest.FixtureRequest) -> Reader:
    directory = load(sites.ROOT, today=sites.TODAY).directory
    language = directory.vocabulary.languages[request.param]
    return Reader(
        directory, language, interface.load(sites.LOCALE, request.param), "../..", sites.TODAY
    )


def _link(reader: Reader, code: str, label: str) -> Markup:
    return Markup('<a href="../../%s/glossary/#%s">%s</a>') % (reader.language.code, code, label)


def test_a_word_gets_its_explanation_beside_it_and_as_a_footnote(reader: Reader) -> None:
    html = Explainer(reader).explained(_link(reader, "sjukpenning", "ord"))
    explanation = reader.explanation("situations", "sjukpenning")
    assert (
        '<button class="word" type="button" '
        'popovertarget="w-sjukpenning" popovertargetaction="show">ord</button>' in html
    )
    assert re.search(r'</sup><span class="explained" id="w-sjukpenning" popover>', html)
    assert html.count(explanation) == 2
    assert html.endswith("</li></ol></div>")


def test_a_word_that_comes_again_is_explained_once(reader: Reader) -> None:
    html = Explainer(reader).explained(
        _link(reader, "sfi", "a") + _link(reader, "tolk", "b") + _link(reader, "sfi", "c")
    )
    assert html.count('id="w-sfi"') == 1
    assert re.findall(r'<sup class="word__mark">(\d)</sup>', html) == ["1", "2", "1"]
    assert html.count("<li>") == 2


def test_in_prose_only_the_swedish_in_brackets_is_the_button(reader: Reader) -> None:
    html = Explainer(reader).explained(_link(reader, "tolk", "en översättare (tolk)"))
    assert html.startswith(
        'en översättare <span class="bracketed">('
        '<button class="word" type="button" lang="sv" dir="ltr"'
    )


def test_in_a_template_all_of_the_label_is(reader: Reader) -> None:
    html = Explainer(reader).explained(reader.word("situations", "sjukpenning"))
    assert f">{reader.term('situations', 'sjukpenning')}</button>" in html


def test_a_word_that_the_glossary_does_not_have_stays_a_link(reader: Reader) -> None:
    link = _link(reader, "påhittad", "ord")
    assert Explainer(reader).explained(link) == link


def test_other_links_and_other_sites_glossaries_stay(reader: Reader) -> None:
    html = Markup(
        '<a href="../../sv/offers/">a</a> <a href="https://x.example/glossary/#sfi">b</a>'
    )
    assert Explainer(reader).explained(html) == html


def test_terms_about_the_site_itself_are_no_words(reader: Reader) -> None:
    assert reader.word("freshness", "ageing") == reader.term("freshness", "ageing")


def test_a_page_with_words_is_told_that_it_needs_them(reader: Reader) -> None:
    with reader.context.recording() as needs:
        reader.word("freshness", "ageing")
        assert needs == set()
        reader.word("needs", "tolk")
    assert needs == {"words"}
