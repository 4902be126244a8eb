"""The way in and the guide's questions, as the vocabulary has them."""

import re
from collections import Counter

import pytest

from tests.records.test_termlists import ICONS
from tests.world import TODAY, real
from vagvisare.site.facts.textreader import TextReader
from vagvisare.site.html import interface
from vagvisare.site.views.conversation import MOST, GuideQuestion, conversation
from vagvisare.site.views.sayings import about, sayings
from vagvisare.translating.catalogues import SHIPPED

QUESTIONS = conversation(real())
SAYINGS = real().vocabulary.terms("sayings")


def test_each_situation_that_is_asked_about_is_the_answer_to_one_question() -> None:
    asked = [code for code, one in real().vocabulary.situations.items() if one.is_asked]
    answers = Counter(one.code for question in QUESTIONS for one in question.situations)
    assert sorted(answers.elements()) == sorted(asked)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.term.code)
def test_a_question_has_two_to_six_answers(question: GuideQuestion) -> None:
    answers = [*question.parts, *question.situations]
    assert 2 <= len(answers) <= MOST


def test_each_part_belongs_to_one_question_that_is_asked_by_itself() -> None:
    parts = Counter(part.code for question in QUESTIONS for part in question.parts)
    assert {*parts.values()} == {1}
    roots = {question.term.code for question in QUESTIONS if question.within is None}
    assert {question.within for question in QUESTIONS} - {None} <= roots
    assert parts.keys().isdisjoint(roots)


@pytest.mark.parametrize("code", SAYINGS)
def test_a_saying_has_one_need_a_picture_and_at_most_three_questions(code: str) -> None:
    saying = SAYINGS[code]
    assert len(saying.needs) == 1
    assert len(saying.asks) <= 3
    assert re.search(rf'id="{saying.facts["icon"]}"', ICONS.read_text("utf-8"))


def test_there_are_ten_to_twelve_sayings_each_with_its_own_picture() -> None:
    assert 10 <= len(SAYINGS) <= 12
    assert len({saying.facts["icon"] for saying in SAYINGS.values()}) == len(SAYINGS)


def test_a_saying_leads_to_the_place_of_its_need() -> None:
    swedish = real().vocabulary.languages["sv"]
    words = interface.load(SHIPPED, "sv")
    reader = TextReader(real(), swedish, words, "..", TODAY, easy=True)
    for saying in sayings(reader):
        (need,) = saying.term.needs
        assert saying.anchor in [*about(real().vocabulary, need)]
    assert any("sv-simple" in saying.text for saying in sayings(reader))
