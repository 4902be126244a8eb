"""Values and items changed in place; everything else stays the same, byte for byte."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from vagvisare.yaml import yamlfile
from vagvisare.yaml.yamledit import EditError, appended, edited

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "directory").rglob("*.yml"))


@pytest.mark.parametrize(
    ("text", "changes", "expected"),
    [
        ("a: b\n", {("a",): "c"}, "a: c\n"),
        ("a: b # why\nc: d\n", {("a",): "x"}, "a: x # why\nc: d\n"),
        ("a: 'b'\n", {("a",): "it's"}, "a: 'it''s'\n"),
        ('a: "b"\n', {("a",): 'a "b" c'}, 'a: "a \\"b\\" c"\n'),
        ("a: b\n", {("a",): "c: d"}, "a: 'c: d'\n"),
        ("a: {sv: b}\n", {("a", "ar"): "x, y"}, "a: {sv: b, ar: 'x, y'}\n"),
        ("a: {}\n", {("a", "ar"): "x"}, "a: {ar: x}\n"),
        ("a: {sv: b, ar: c}\n", {("a", "ar"): "x [y]"}, "a: {sv: b, ar: 'x [y]'}\n"),
        (
            "a:\n  sv: b\n\n# next\nc: d\n",
            {("a", "ar"): "x"},
            "a:\n  sv: b\n  ar: x\n\n# next\nc: d\n",
        ),
        ("a:\n  sv: b # why\nc: d\n", {("a", "ar"): "x"}, "a:\n  sv: b # why\n  ar: x\nc: d\n"),
        (
            "- sv: b\n  en: c\n- sv: d\n",
            {(0, "ar"): "x", (1, "ar"): "y"},
            "- sv: b\n  en: c\n  ar: x\n- sv: d\n  ar: y\n",
        ),
        ("a: b", {("c",): "d"}, "a: b\nc: d\n"),
        ("a: b\r\nc: d\r\n", {("a",): "x", ("e",): "f"}, "a: x\r\nc: d\r\ne: f\r\n"),
        (
            "a:\n  sv: |\n    one\n    two\nb: c\n",
            {("a", "ar"): "x"},
            "a:\n  sv: |\n    one\n    two\n  ar: x\nb: c\n",
        ),
        ("a:\n  sv: >-\n    one\n    two\n\nb: c\n", {("a", "sv"): "x"}, "a:\n  sv: x\n\nb: c\n"),
        ("a:\n  sv: b\n", {("a", "sv"): "x\n\ny"}, "a:\n  sv: |-\n    x\n\n    y\n"),
        (
            "t:\n  a: {from: x, by: machine}\n",
            {("t", "a"): {"from": "y", "by": "human"}},
            "t:\n  a: {from: y, by: human}\n",
        ),
        (
            "t:\n  a:\n    from: x\n    by: m\nz: q\n",
            {("t", "a"): {"from": "y"}},
            "t:\n  a:\n    from: y\nz: q\n",
        ),
        (
            "a: b\n",
            {("t", "uk", "a"): {"from": "12345678"}},
            "a: b\nt:\n  uk:\n    a: {from: '12345678'}\n",
        ),
        ("a: b\n", {("a",): "b"}, "a: b\n"),
        (
            "a: 1\nb: '2'\n",
            {("a",): 3, ("b",): 4, ("c",): date(2026, 11, 20)},
            "a: 3\nb: '4'\nc: 2026-11-20\n",
        ),
        ("a: b\n", {("a",): "3", ("c",): "2026-11-20"}, "a: '3'\nc: '2026-11-20'\n"),
        ("a:\nb: c\n", {("a",): 3}, "a: 3\nb: c\n"),
        (
            "- a: |\n    b\n    c\n\n# d\n- e: f\n",
            {(0, "g"): 3},
            "- a: |\n    b\n    c\n  g: 3\n\n# d\n- e: f\n",
        ),
    ],
)
def test_only_what_was_asked_for_changes(text: str, changes: dict, expected: str) -> None:
    assert edited(text, changes) == expected


@pytest.mark.parametrize(
    ("text", "way"),
    [("a: b\n", ("a", "c")), ("a: [b]\n", ("a", "c")), ("a: {b: c}\n", ("a",)), ("a: [b", ("a",))],
)
def test_a_way_that_leads_nowhere(text: str, way: tuple[str, ...]) -> None:
    with pytest.raises(EditError):
        edited(text, {way: "x"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x:\n  - {y: b} # last\n\nz: c\n", "x:\n  - {y: b} # last\n  - {y: a, n: 3}\n\nz: c\n"),
        (
            "x:\n- y: b\n  # why\n  m: c # d\n# e\nz: f\n",
            "x:\n- y: b\n  # why\n  m: c # d\n- y: a\n  n: 3\n# e\nz: f\n",
        ),
        ("x: [{y: b}]\nz: c", "x: [{y: b}, {y: a, n: 3}]\nz: c"),
        ("x: []\nz: c\n", "x: [{y: a, n: 3}]\nz: c\n"),
        ("w: d\nz: c\n", "w: d\nx:\n  - y: a\n    n: 3\nz: c\n"),
        ("w: d\r\n# b\r\nz: c\r\n", "w: d\r\nx:\r\n  - y: a\r\n    n: 3\r\n# b\r\nz: c\r\n"),
        ("w: d", "w: d\nx:\n  - y: a\n    n: 3\n"),
        ("{w: d, z: c}\n", "{w: d, z: c, x: [{y: a, n: 3}]}\n"),
    ],
)
def test_an_item_is_added_to_a_list(text: str, expected: str) -> None:
    assert appended(text, ("x",), {"y": "a", "n": 3}, before="z") == expected


@pytest.mark.parametrize("text", ["x: y\n", "- y\n", "x: ["])
def test_there_is_no_list_to_add_to(text: str) -> None:
    with pytest.raises(EditError):
        appended(text, ("x",), {"y": "a"})


def test_every_text_of_every_file_can_be_changed_and_changed_back() -> None:
    for file in FILES:
        text = file.read_text("utf-8")
        document, _ = yamlfile.read(file.name, text.encode(), limit=yamlfile.VOCABULARY_LIMIT)
        ways = dict(_texts(document.data, ()))
        changed = edited(text, {way: f"{value} [x]: 'y'" for way, value in ways.items()})
        again, problems = yamlfile.read(
            file.name, changed.encode(), limit=yamlfile.VOCABULARY_LIMIT
        )
        assert problems == [], file
        assert dict(_texts(again.data, ())) == {
            way: f"{value} [x]: 'y'" for way, value in ways.items()
        }
        assert changed.count("\n") == text.count("\n")


def _texts(data: object, way: tuple[object, ...]) -> Iterator[tuple[tuple[object, ...], str]]:
    if isinstance(data, str):
        yield way, data
    for key, value in (
        data.items()
        if isinstance(data, dict)
        else enumerate(data)
        if isinstance(data, list)
        else ()
    ):
        yield from _texts(value, (*way, key))
