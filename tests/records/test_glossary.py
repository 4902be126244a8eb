"""Which words the glossary explains, and which of them a record uses."""

from functools import cache
from pathlib import Path

import pytest

from tests.builders import a_project, an_enterprise, an_offer
from vagvisare.reading.loading import load
from vagvisare.records.directory import Directory
from vagvisare.records.glossary import LISTS, used, words

ROOT = Path(__file__).parents[2]


@cache
def directory() -> Directory:
    return load(ROOT).directory


def test_every_term_of_its_lists_is_a_word() -> None:
    vocabulary = directory().vocabulary
    assert set(words(vocabulary)) == {code for name in LISTS for code in vocabulary.terms(name)}


def test_equal_codes_are_one_word_explained_by_the_first_list() -> None:
    vocabulary = directory().vocabulary
    word = words(vocabulary)["tolk"]
    assert word.lists == ("offer-kinds", "needs")
    assert word.term == vocabulary.term("offer-kinds", "tolk")


def test_every_word_is_explained_in_every_language_of_the_site() -> None:
    for word in words(directory().vocabulary).values():
        assert word.term.explanation is not None, word.code
        assert {"sv", "en", "ar", "so"} <= set(word.term.explanation), word.code


@pytest.mark.parametrize(
    ("kind", "record_id", "some"),
    [
        ("enterprises", "yalla-trappan", {"café", "textil"}),
        (
            "offers",
            "sfi",
            {"svenska", "behöver-mer-svenska", "asylsökande", "folkbokförd", "själv"},
        ),
        ("partners", "migrationsverket", {"statlig-myndighet"}),
        ("projects", "solaris", {"nollplacerad", "projektägare", "transnationell-partner"}),
    ],
)
def test_a_record_uses_the_words_of_its_fields(kind: str, record_id: str, some: set[str]) -> None:
    assert some <= set(used(directory().of_kind(kind)[record_id]))


def test_a_record_uses_the_words_of_its_parts() -> None:
    """Those of its locations, of whom it is not for, and of a project's owner."""
    ramp = [{"municipality": "0136", "accessibility": ["rullstol"]}]
    assert [*used(an_enterprise(locations=ramp))] == ["rullstol"]
    assert [*used(an_offer(not_for={"situations": ["asylsökande"]}))] == ["svenska", "asylsökande"]
    owner = {"partner": "haninge-kommun", "role": "projektägare"}
    assert [*used(a_project(owner=owner))] == ["projektägare"]


def test_records_use_only_words_of_the_glossary() -> None:
    known = words(directory().vocabulary)
    assert {code for record in directory() for code in used(record)} <= set(known)
