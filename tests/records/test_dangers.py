"""What people in danger type, in the shipped vocabulary."""

from tests.site import sites
from vagvisare.reading.loading import load


def test_every_urgent_need_has_phrases_in_every_language_of_the_site() -> None:
    vocabulary = load(sites.ROOT, today=sites.TODAY).directory.vocabulary
    urgent = {code for code, need in vocabulary.terms("needs").items() if need.is_urgent}
    assert vocabulary.dangers.keys() == urgent
    for code, phrases in vocabulary.dangers.items():
        for language in sites.LANGUAGES:
            assert len(phrases[language]) >= 10, (code, language)


def test_no_phrase_stands_for_two_dangers() -> None:
    dangers = load(sites.ROOT, today=sites.TODAY).directory.vocabulary.dangers
    for language in sites.LANGUAGES:
        phrases = [phrase for of in dangers.values() for phrase in of[language]]
        assert sorted(phrases) == sorted(set(phrases))
