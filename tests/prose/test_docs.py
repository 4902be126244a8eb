"""The files of the prose: which are read, and which are refused though MkDocs would take them."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from vagvisare.problems.problems import as_text
from vagvisare.prose import docs

TEXT = "---\ntitle: Å\n---\n\n# Å {#a}\n"
OUTSIDE = "not of this site"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "root/docs/sv").mkdir(parents=True)
    (tmp_path / "secret.md").write_text(OUTSIDE)
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/page.md").write_text(OUTSIDE)
    (tmp_path / "root/docs/sv/about.md").write_text(TEXT, "utf-8")
    return tmp_path / "root"


def _told(root: Path) -> list[tuple[str, int, int, str]]:
    return [
        (problem.file, problem.line, problem.column, problem.code)
        for problem in docs.load(root).problems
    ]


def test_pages_are_read_by_name_and_language(root: Path) -> None:
    (root / "docs/so/deep").mkdir(parents=True)
    (root / "docs/so/about.md").write_text(TEXT, "utf-8")
    (root / "docs/so/deep/page.md").write_text(TEXT, "utf-8")
    found = docs.load(root)
    assert found.problems == ()
    assert found.files == ("docs/so/about.md", "docs/so/deep/page.md", "docs/sv/about.md")
    assert {name: [*by] for name, by in found.by_name.items()} == {
        "about": ["so", "sv"],
        "deep/page": ["so"],
    }
    assert [*found.pages] == ["about"]


def test_a_root_without_prose(tmp_path: Path) -> None:
    assert docs.load(tmp_path) == docs.Docs()


@pytest.mark.parametrize(
    "name",
    [
        ".about.md",
        ".#about.md",
        "about.md~",
        "#about.md#",
        "~$about.md",
        "notes.txt",
        ".hidden/page.md",
    ],
)
def test_what_is_nobody_s_page_is_passed_over(name: str, root: Path) -> None:
    (root / "docs/sv" / name).parent.mkdir(exist_ok=True)
    (root / "docs/sv" / name).write_bytes(b"\xff")
    assert (_told(root), docs.load(root).files) == ([], ("docs/sv/about.md",))


def test_a_mark_of_an_editor_before_the_text_is_passed_over(root: Path) -> None:
    (root / "docs/sv/about.md").write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    (page,) = docs.load(root).readable
    assert page.head == {"title": "Å"}
    assert _told(root) == []


def _written(content: bytes) -> Callable[[Path], None]:
    return lambda page: page.write_bytes(content) and None


def _linked(target: str) -> Callable[[Path], None]:
    return lambda page: page.symlink_to(target)


WRONG: dict[str, tuple[str, Callable[[Path], None], tuple[int, int, str]]] = {
    "ansi": ("sv/x.md", _written("---\ntitle: Å\n---\n".encode("cp1252")), (2, 8, "not-utf8")),
    "utf-16": ("sv/x.md", _written(TEXT.encode("utf-16")), (1, 1, "not-utf8")),
    "override": ("sv/x.md", _written("ab\n\u202ec".encode()), (2, 1, "forbidden-character")),
    "large": ("sv/x.md", _written(b"a" * (docs.LIMIT + 1)), (1, 1, "prose-large")),
    "pipe": ("sv/x.md", os.mkfifo, (1, 1, "prose-no-file")),
    "link out": ("sv/x.md", _linked("../../../secret.md"), (1, 1, "prose-link-out")),
    "link to the system": ("sv/x.md", _linked("/proc/self/environ"), (1, 1, "prose-link-out")),
    "link to nothing": ("sv/x.md", _linked("nothing.md"), (1, 1, "prose-no-file")),
    "loop": ("sv/x.md", _linked("x.md"), (1, 1, "prose-link-out")),
    "folder out": ("sv/x", _linked("../../../folder"), (1, 1, "prose-link-out")),
    "language out": ("en", _linked("../../folder"), (1, 1, "prose-link-out")),
    "folder to itself": ("sv/x", _linked("."), (1, 1, "prose-link-out")),
    "at the root": ("x.md", _written(b""), (1, 1, "prose-place")),
    "no language": ("Bilder/x.md", _written(b""), (1, 1, "prose-place")),
    "readme": ("sv/README.md", _written(b""), (1, 1, "prose-name")),
    "spaces": ("sv/om oss.md", _written(b""), (1, 1, "prose-name")),
    "folder like a page": ("sv/x.md/page.md", _written(b""), (1, 1, "prose-name")),
    "another ending": ("sv/x.markdown", _written(b""), (1, 1, "prose-ending")),
    "a large ending": ("sv/x.MD", _written(b""), (1, 1, "prose-ending")),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_should_not_be_there_is_told_and_not_read(wrong: str, root: Path) -> None:
    name, make, (line, column, code) = WRONG[wrong]
    (root / "docs" / name).parent.mkdir(exist_ok=True)
    make(root / "docs" / name)
    assert _told(root) == [(f"docs/{name}", line, column, code)]
    found = docs.load(root)
    assert [page.name for page in found.readable] == ["about"]
    for language in ("sv", "en"):
        (told,) = as_text(found.problems, language)
        assert OUTSIDE not in told
        assert "{" not in told


def test_a_name_that_is_not_utf8_is_shown_so_that_it_can_be_found(root: Path) -> None:
    shutil.copy(os.fsencode(root / "docs/sv/about.md"), os.fsencode(root / "docs/sv") + b"/\xe5.md")
    (told,) = as_text(docs.load(root).problems, "sv")
    assert told.encode().startswith(b"docs/sv/\\udce5.md:1:1: ")


def test_a_folder_that_nobody_may_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: Path) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(docs.os, "scandir", refused)
    assert _told(root) == [("docs", 1, 1, "unreadable")]


def test_a_page_that_a_language_lacks_is_shown_in_another() -> None:
    pages = {"a": {"sv": 1, "en": 2, "ar": 3}, "b": {"sv": 4}, "c": {"sv": 5, "so": 6}}
    assert docs.stand_ins(pages, "so", ["ar", "en"]) == {"a": 3, "b": 4}  # type: ignore[arg-type]
