"""vagvisare.site.search.choices: needs and situations for the scripts."""

import json

import pytest

from tests.world import real
from vagvisare.site.search.choices import implied, index

VOCABULARY = real().vocabulary


@pytest.mark.parametrize("language", ["sv", "ar", "so"])
def test_every_choice_stands_there_in_the_reader_s_language_and_in_swedish(language: str) -> None:
    found = json.loads(index(VOCABULARY, VOCABULARY.languages[language]))
    assert list(found["need"]) == list(VOCABULARY.terms("needs"))
    assert list(found["situation"]) == list(VOCABULARY.situations)
    for code, (own, swedish, _) in found["need"].items():
        label = VOCABULARY.term("needs", code).label
        assert (own, swedish) == (label[language], label["sv"])


def test_what_a_choice_implies_is_what_the_guidance_reckons_with() -> None:
    assert implied(VOCABULARY, "need", "svenska") == ("behöver-mer-svenska",)
    assert "inte-folkbokförd" in implied(VOCABULARY, "situation", "asylsökande")
    for code in VOCABULARY.situations:
        assert {code, *implied(VOCABULARY, "situation", code)} == VOCABULARY.implied([code])
