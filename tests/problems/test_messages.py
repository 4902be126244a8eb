"""Messages quote what the editor wrote, safely."""

import string

import pytest

from vagvisare.problems.messages import MESSAGES, message, quoted, visible


def test_quotes_are_the_languages_own() -> None:
    assert quoted("Café", "sv") == "”Café”"
    assert quoted("Café", "en") == '"Café"'


def test_what_cannot_be_seen_is_shown() -> None:
    assert visible("a\tb\u202ec\U000e0041\xa0d") == "a\\x09b\\u202ec\\U000e0041\\xa0d"
    assert visible("مقهى Café 👍") == "مقهى Café 👍"


def test_long_values_are_cut() -> None:
    assert len(quoted("x" * 5000, "sv")) < 70


def test_braces_in_a_value_are_only_braces() -> None:
    assert "{value}" in message("unknown-record", {"value": "{value}"}, "sv")


@pytest.mark.parametrize("code", MESSAGES)
def test_a_message_asks_for_the_same_facts_in_every_language(code: str) -> None:
    facts = {
        frozenset(
            name
            for text in (found.wrong, found.instead, found.example)
            for _, name, _, _ in string.Formatter().parse(text)
            if name
        )
        for found in MESSAGES[code].values()
    }
    assert len(facts) == 1


@pytest.mark.parametrize("code", MESSAGES)
def test_a_message_says_what_is_wrong_and_what_to_do(code: str) -> None:
    for found in MESSAGES[code].values():
        assert found.wrong
        assert found.instead
