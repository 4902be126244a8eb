"""vagvisare.languages.placeholders: what is substituted, and what is left alone.

No text decides how much memory it takes.
"""

import pytest

from vagvisare.languages.placeholders import malformed, marks, placeholders, put_in


def test_facts_take_the_place_of_placeholders() -> None:
    assert put_in("%(shown)s of %(all)s", {"shown": 3, "all": "<7>"}) == "3 of <7>"
    assert put_in("100 %% of %(all)s", {"all": 7}) == "100 % of 7"


@pytest.mark.parametrize(
    "text",
    [
        "%(a)9s",
        "%(a)-9s",
        "%(a).9s",
        "%(a)d",
        "%(a) s",
        "%( a)s",
        "%(a b)s",
        "%(å)s",
        "%(a",
        "%",
        "%9%",
    ],
)
def test_nothing_else_is_one(text: str) -> None:
    assert put_in(text, {"a": 1, "å": 2, "a b": 3, " a": 4}) == text
    assert placeholders(text) == frozenset()
    assert malformed(text) == text


def test_what_has_no_fact_stays() -> None:
    assert put_in("%(a)s %(b)s", {"a": "%(b)s"}) == "%(b)s %(b)s"


def test_placeholders_of_messages_and_of_scripts() -> None:
    assert placeholders("%(a)s %%(b)s {c} {0} {d.e} {{f}}") == {"%(a)s", "{c}", "{0}", "{f}"}


def test_the_first_sign_that_is_none_is_shown() -> None:
    assert malformed("%(a)s %% 100 %(b)2000000000s") == "%(b)20000000"
    assert malformed("%(a)s %%") is None


def test_marks_of_templates() -> None:
    assert marks("{{ a }} {% b %} {# c #} {e} {{ f") == ("{{", "}}", "{%", "%}", "{#", "#}")
    assert marks("{a} 100 % #1 a@b.se") == ()
