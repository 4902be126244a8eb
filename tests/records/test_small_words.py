"""Words that search passes over, in the shipped vocabulary."""

import pytest

from tests.site import sites
from vagvisare.reading.loading import load
from vagvisare.records.vocabulary import Vocabulary

UNDERSTOOD = ("needs", "situations", "industries")
FACTS = {"phone", "email", "website", "address", "hours"}


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load(sites.ROOT, today=sites.TODAY).directory.vocabulary


def _terms(vocabulary: Vocabulary, language: str) -> set[str]:
    """The words that are a term's label or synonym on their own."""
    said = [
        text
        for name in UNDERSTOOD
        for term in vocabulary.terms(name).values()
        for text in (term.label[language], *term.synonyms.get(language, ()))
    ]
    return {text.lower() for text in said}


@pytest.mark.parametrize("language", sites.LANGUAGES)
def test_no_word_that_is_passed_over_is_a_term(vocabulary: Vocabulary, language: str) -> None:
    known = vocabulary.languages[language]
    asking = [word for of in known.attributes.values() for word in of]
    passed = {word.lower() for word in (*known.small_words, *asking)}
    assert not passed & _terms(vocabulary, language)


@pytest.mark.parametrize("language", sites.LANGUAGES)
def test_a_language_of_the_site_has_small_words_and_words_for_facts(
    vocabulary: Vocabulary, language: str
) -> None:
    known = vocabulary.languages[language]
    assert len(known.small_words) >= 80
    assert known.attributes.keys() == FACTS
    assert not set(known.small_words) & {w for of in known.attributes.values() for w in of}
