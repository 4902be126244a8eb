"""vagvisare.yaml.quick: the same data as the careful reader, or None where only that can judge."""

from typing import Any

import pytest

from vagvisare.yaml.quick import quick
from vagvisare.yaml.yamlfile import read


def _careful(text: str) -> Any:
    """The document that the careful reader makes of a text without problems."""
    document, problems = read("a.yml", text.encode())
    assert problems == []
    return document


@pytest.mark.parametrize(
    "value",
    [
        "0734",
        "no",
        "9:30",
        "0701234567",
        "1_000",
        "0x1F",
        "2026-11-23",
        "1e3",
        ".inf",
        "yes",
        "=",
        "+46",
    ],
)
def test_every_scalar_is_the_text_that_was_written(value: str) -> None:
    assert quick(f"a: {value}\n".encode()) == {"a": value}


def test_both_readers_read_the_same() -> None:
    text = 'a:\n  b: [c, "d \\u00e5"]\n  # a comment\n  e: >-\n    f\n    g\n  h: |\n    i #1\n'
    assert quick(text.encode()) is None  # a backslash and a hash are for the careful one
    plain = text.replace("\\u00e5", "å").replace(" #1", "").replace("  # a comment\n", "")
    assert (
        quick(plain.encode())
        == _careful(plain).data
        == {"a": {"b": ["c", "d å"], "e": "f g", "h": "i\n"}}
    )
    assert _careful(text).data == {"a": {"b": ["c", "d å"], "e": "f g", "h": "i #1\n"}}


def test_text_is_normalised() -> None:
    assert quick("a: cafe\u0301\n".encode()) == {"a": "café"}


def test_a_file_above_the_limit_is_left_to_the_careful_reader() -> None:
    assert quick(b"a: b\n", limit=5) == {"a": "b"}
    assert quick(b"a: b\n", limit=4) is None


@pytest.mark.parametrize(
    "text",
    [
        *("a: b # c\n", "a:\tb\n", "<<: {a: b}\n", "a: &b c\n", "a: !!int 1\n", "a: b\na: c\n"),
        *("a:\n", "- a\n", "a: [b, ]\n---\nc: d\n", "a: d\u202ee\n", 'c: "d\\u202Ee"\n'),
        "a: " + "[" * 13 + "]" * 13 + "\n",
    ],
)
def test_what_is_unusual_is_left_to_the_careful_reader(text: str) -> None:
    assert quick(text.encode()) is None
