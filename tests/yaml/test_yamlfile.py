"""Text survives as written, and every value has its place."""

import pytest

from vagvisare.yaml.yamlfile import Document, read


def _read(text: str) -> Document:
    document, problems = read("a.yml", text.encode())
    assert problems == []
    assert document is not None
    return document


def _codes(text: str | bytes) -> list[tuple[int, int, str]]:
    content = text.encode() if isinstance(text, str) else text
    return [(problem.line, problem.column, problem.code) for problem in read("a.yml", content)[1]]


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
    text = f"a: {value}\n"
    assert _read(text).data == {"a": value}


def test_positions_of_values_and_keys() -> None:
    document = _read("a: b\nc:\n  - d: e\n    å: ö\n  - [f, g]\n")
    assert document.position(("a",)) == (1, 4)
    assert document.position(("a",), key=True) == (1, 1)
    assert document.position(("c",)) == (3, 3)
    assert document.position(("c", 0, "å")) == (4, 8)
    assert document.position(("c", 0, "å"), key=True) == (4, 5)
    assert document.position(("c", 1, 1)) == (5, 9)


def test_a_way_that_leads_nowhere_stops_at_the_last_place_on_it() -> None:
    document = _read("a:\n  b: c\n")
    assert document.position(("a", "x", "y")) == (2, 3)
    assert document.position(("a", 3)) == (2, 3)


def test_places_hold_with_the_line_ends_of_windows_and_a_byte_order_mark() -> None:
    document = _read("\ufeffa: b\r\nc: d\r\n")
    assert document.data == {"a": "b", "c": "d"}
    assert document.position(("c",)) == (2, 4)
    assert _codes("a: b\r\nc: Café #1\r\n") == [(2, 9, "hash-in-value")]


def test_text_is_normalised() -> None:
    assert _read("a: cafe\u0301\n").data == {"a": "café"}


def test_joiners_that_persian_and_emoji_need_are_let_through() -> None:
    assert _read("a: می\u200cخواهم\n").data == {"a": "می\u200cخواهم"}
    assert _read("a: 👩\u200d🍳\n").data == {"a": "👩\u200d🍳"}


@pytest.mark.parametrize(
    "text",
    [
        "a: 'b' # c\n",
        "a: [b] # c\n",
        "# c\na: b\n  # d\n",
        "a: |\n  b # c\n",
        "a: b#c\n",
        "a: 'b # c'\n",
    ],
)
def test_hashes_that_lose_nothing_are_let_through(text: str) -> None:
    assert _codes(text) == []


@pytest.mark.parametrize(
    "text",
    ["a: Vägen ut!\n", "a: Hans & Greta\n", "a: 2 * 3\n", "a: R&D\n", "a: x @ y\n", "a: 100 %\n"],
)
def test_signs_within_a_value_are_let_through(text: str) -> None:
    assert _codes(text) == []


def test_every_problem_of_a_file_is_told_at_once() -> None:
    assert _codes("a: b #c\na: d\ne: ~\nf: !x y\n") == [
        (1, 6, "hash-in-value"),
        (2, 1, "duplicate-key"),
        (3, 1, "empty-value"),
        (4, 4, "tag"),
    ]


def test_what_stands_before_a_grammar_error_is_told_too() -> None:
    assert _codes("a: b\na: c\nd: 'e\n") == [(2, 1, "duplicate-key"), (3, 4, "unclosed-quote")]


def test_a_billion_laughs_are_not_laughed() -> None:
    laughs = "a: &a [x, x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefghij", "bcdefghijk", strict=True)
    )
    assert {code for _, _, code in _codes(laughs)} == {"anchor", "alias"}


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_endless_depth_is_refused_quickly(opening: str) -> None:
    document, problems = read(
        "a.yml", ("a: " if opening != "- " else "a:\n ").encode() + opening.encode() * 10000
    )
    assert document is None
    assert [problem.code for problem in problems] == ["too-deep"]


def test_a_file_at_the_limit_is_read_and_one_above_is_not() -> None:
    text = b"a: b\n"
    assert read("a.yml", text, limit=5)[1] == []
    assert [problem.code for problem in read("a.yml", text, limit=4)[1]] == ["too-large"]


def test_a_document_may_begin_with_dashes() -> None:
    assert _read("---\na: b\n").data == {"a": "b"}


@pytest.mark.parametrize(
    "escape", ["\\u202E", "\\u200b", "\\x00", "\\0", "\\L", "\\P", "\\uFEFF", "\\N"]
)
def test_escapes_hide_nothing(escape: str) -> None:
    assert _codes(f'a: b\nc: "d{escape}e"\n') == [(2, 4, "forbidden-character")]
