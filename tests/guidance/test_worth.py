"""What each question of the guide is worth."""

from world import CONTACT, TODAY, decisions, directory, offer, real, role, rule

from vagvisare.guidance.person import can_be
from vagvisare.guidance.worth import NEED, Sample, as_text
from vagvisare.records.directory import Directory

MONEY, RIGHT = "pengar", "rätt-att-vara-här"


def _small(*rules: dict[str, object]) -> Directory:
    """Everybody gets the municipality's answer to Swedish; nothing else depends on anything."""
    return directory(role(), decisions(None, rule("kommunen")), decisions("svenska", *rules))


def _worths(whole: Directory) -> dict[str, tuple[bool, bool]]:
    """By question, whether it changed who leads for anybody, and anything."""
    worths = Sample(whole, TODAY, 300).worths()
    return {worth.question: (worth.leads > 0, worth.anything > 0) for worth in worths}


def test_persons_can_exist_and_are_the_same_each_time() -> None:
    sample = Sample(real(), TODAY, 50)
    persons = [*sample.persons()]
    assert len(persons) == 50
    assert persons == [*sample.persons()]
    assert all(can_be(real().vocabulary, *person.situations) for person, _ in persons)
    assert all(tuple(said.values()) == person.situations for person, said in persons)


def test_what_no_rule_and_no_offer_asks_is_worth_nothing() -> None:
    worths = _worths(_small(rule("kommunen", door="skola")))
    assert {
        question: worth for question, worth in worths.items() if question != NEED
    } == dict.fromkeys(set(worths) - {NEED}, (False, False))


def test_a_question_that_a_rule_asks_changes_who_leads() -> None:
    first = rule("kommunen", door="lss", **{"for": ["asylsökande", "flykting", "utan-tillstånd"]})
    sample = Sample(_small(first, rule("kommunen", door="skola")), TODAY, 300)
    leads = {worth.question: worth.leads / worth.answered for worth in sample.worths()}
    assert leads[RIGHT] > 3 * leads[MONEY], "whoever has said nothing else is told of both"


def test_a_question_that_only_an_offer_asks_changes_something_and_no_lead() -> None:
    money = [s.code for s in real().vocabulary.situations.values() if s.group == MONEY]
    course = offer("kurs", contacts=CONTACT, not_for={"situations": money})
    whole = _small(rule("kommunen", door="skola")).with_entry("offers", "kurs", course)
    assert _worths(whole)[MONEY] == (False, True)


def test_every_question_of_the_real_guide_is_worth_its_place() -> None:
    sample = Sample(real(), TODAY, 600)
    worths = {worth.question: worth for worth in sample.worths()}
    assert len(worths) <= 6, "at most six questions"
    for worth in worths.values():
        assert worth.leads >= 0.02 * worth.answered, worth
        assert worth.anything >= 0.1 * worth.answered, worth
    assert "who leads" in "\n".join(as_text(sample))


def test_answers_that_change_nothing_are_named() -> None:
    lines = [*as_text(Sample(_small(rule("kommunen")), TODAY, 100))]
    assert lines[-1].startswith("Answers that changed nothing for anybody: ")
    assert "ingen-inkomst" in lines[-1]
