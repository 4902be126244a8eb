"""The front matter of a page of prose."""

from pathlib import Path

import pytest
from builders import a_vocabulary, write

from vagvisare.problems.problems import as_text
from vagvisare.prose import docs
from vagvisare.reading import frontmatter

ROOT = Path(__file__).parents[2]
FRONT = ("title: Page", "description: A page.", "readers: newcomers", "checked: 2026-11-24")


def _told(root: Path, *lines: str) -> list[str]:
    write(root, "docs/sv/page.md", "\n".join(["---", *lines, "---", "", "# Page {#page}", ""]))
    return [line.removeprefix("docs/sv/page.md:") for line in as_text(_problems(root), "en")]


def _problems(root: Path) -> list[object]:
    return [*frontmatter.check(docs.load(root), a_vocabulary())]


def test_what_is_right(tmp_path: Path) -> None:
    assert _told(tmp_path, *FRONT, "missing: [ar]", "translated: {by: machine}") == []


@pytest.mark.parametrize("field", ["title", "description", "readers", "checked"])
def test_a_field_that_is_missing(field: str, tmp_path: Path) -> None:
    (line,) = _told(tmp_path, *(line for line in FRONT if not line.startswith(field)))
    assert line.startswith(f'2:1: The field "{field}" is missing. Add it. Example: {field}: ')


def test_the_way_in_was_not_held_against_sources(tmp_path: Path) -> None:
    assert _told(tmp_path, "template: home.html", *FRONT[:3]) == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("readers: newcommers", '4:10: Unknown value "newcommers". Did you mean "newcomers"?'),
        (
            "template: ../../secret.html",
            '4:11: Unknown value "../../secret.html". Write one of "home.html".',
        ),
        ("checked: yesterday", '4:10: The date "yesterday" does not exist'),
        ("checked: [2026-11-24]", '4:10: The field "checked"'),
        ("titel: Page", '4:1: Unknown field "titel". Did you mean "title"?'),
        ("translated: machine", "4:13: "),
        ("translated: {by: me}", '4:18: Unknown value "me". Write one of "human", "machine".'),
        ("missing: [xx]", "4:11: "),
        ("missing: ar", "4:10: "),
        (
            "recording: {file: x.exe, from: a, by: organisationen, date: 2026-11-24, license: CC0}",
            "4:19: ",
        ),
        ("readers:site", "4:8: "),
        ("template: &a [*a, *a]", "4:"),
        ("extra: " + "[" * 5000, "4:"),
        ("recording: !!python/object/apply:os.system [ls]", "4:12: "),
    ],
)
def test_a_field_that_is_wrong(line: str, told: str, tmp_path: Path) -> None:
    name = line.partition(":")[0]
    found = _told(
        tmp_path, *FRONT[:2], line, *(one for one in FRONT[2:] if not one.startswith(name))
    )
    assert found[0].startswith(told)


def test_aliases_without_end_are_refused_at_once(tmp_path: Path) -> None:
    bomb = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    bomb += [
        f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]"
        for a, b in zip("abcdefghi", "bcdefghij", strict=True)
    ]
    found = _told(tmp_path, *FRONT, *bomb)
    assert any("[alias]" in line for line in found)


def test_a_page_without_any(tmp_path: Path) -> None:
    write(tmp_path, "docs/sv/page.md", "# Page {#page}\n")
    assert [(problem.line, problem.code) for problem in _problems(tmp_path)] == [
        (1, "prose-front-matter")
    ]
