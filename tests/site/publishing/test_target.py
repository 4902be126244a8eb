"""vagvisare.site.publishing.target: never publish over the sources or other people's files."""

import json
import shutil
from pathlib import Path

import pytest

from vagvisare.site.publishing import target
from vagvisare.site.publishing.manifest import NAME, Manifest
from vagvisare.site.publishing.refusal import Refused


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("directory/offers", "docs/sv", "theme", "locale", "src", "hooks", ".git"):
        (tmp_path / "root" / name).mkdir(parents=True)
    return tmp_path / "root"


def _refused(site: Path, root: Path) -> str:
    with pytest.raises(Refused) as refused:
        target.guard(site, root)
    return refused.value.code


@pytest.mark.parametrize(
    "where",
    [
        *(
            "",
            ".",
            "..",
            "directory",
            "directory/offers",
            "directory/offers/new/site",
            "docs",
            "docs/sv",
            "theme/site",
            "locale",
        ),
        *(
            "src",
            "hooks",
            ".git",
            ".git/site",
            "directory/../docs",
            "../root",
            "Directory",
            "DOCS/site",
            "tests/site",
        ),
    ],
)
def test_the_sources_and_what_holds_them_are_refused(where: str, root: Path) -> None:
    assert _refused(root / where, root) == "sources"


def test_from_the_root_itself_a_relative_folder_is_refused(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root / "docs")
    assert _refused(Path(), Path("..")) == "sources"
    assert _refused(Path("../directory"), Path("..")) == "sources"


@pytest.mark.parametrize("leads_to", ["root", "root/directory", "root/docs/sv"])
def test_a_link_to_the_sources_is_refused(leads_to: str, root: Path) -> None:
    link = root.parent / "site"
    link.symlink_to(root.parent / leads_to)
    assert _refused(link, root) == "sources"


def test_the_records_are_refused_where_they_are_a_link_to_another_place(root: Path) -> None:
    shutil.move(root / "directory", root.parent / "records")
    (root / "directory").symlink_to(root.parent / "records")
    assert _refused(root.parent / "records" / "offers", root) == "sources"


@pytest.mark.parametrize(
    "where", ["site", "public/site", "../site", "directory-site", "build/docs"]
)
def test_a_folder_of_its_own_is_taken(where: str, root: Path) -> None:
    target.guard(root / where, root)


# --- whose files ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "names", [[], [".git/HEAD", ".htaccess", ".well-known/security.txt", "CNAME"]]
)
def test_a_folder_without_files_of_somebody_else_is_taken(names: list[str], tmp_path: Path) -> None:
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("theirs")
    assert target.earlier(tmp_path) == Manifest()
    assert target.earlier(tmp_path / "none" / "yet") == Manifest()


@pytest.mark.parametrize("name", ["thesis.doc", "deep/er/thesis.doc", "index.html"])
def test_a_folder_with_files_of_somebody_else_is_refused_unless_it_is_taken_over(
    name: str, tmp_path: Path
) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("theirs")
    with pytest.raises(Refused) as refused:
        target.earlier(tmp_path)
    for language in ("sv", "en"):
        assert name.partition("/")[0] in refused.value.told(language)
    assert target.earlier(tmp_path, adopt=True) == Manifest()


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("theirs")
    with pytest.raises(Refused, match="no-folder"):
        target.earlier(tmp_path / "site", adopt=True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"files": {}, "kept": []}',
        "[" * 100_000,
        "\0",
        '{"files": 1, "kept": 2}',
    ],
)
@pytest.mark.parametrize("adopt", [True, False])
def test_a_damaged_list_is_told(text: str, adopt: bool, tmp_path: Path) -> None:  # noqa: FBT001 (a parameter)
    (tmp_path / NAME).write_text(text)
    with pytest.raises(Refused, match="damaged"):
        target.earlier(tmp_path, adopt=adopt)


def test_a_list_that_is_a_link_or_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    with pytest.raises(Refused, match="damaged"):
        target.earlier(tmp_path)


def test_a_list_s_paths_out_of_the_site_are_passed_over(tmp_path: Path) -> None:
    paths = [
        "a/b",
        "../x",
        "/etc/passwd",
        "a/../../x",
        ".git/HEAD",
        "",
        "a//b",
        7,
        None,
        "a\\b",
        "a\0b",
        NAME,
        "./a",
    ]
    (tmp_path / NAME).write_text(json.dumps({"files": paths, "kept": []}))
    assert target.earlier(tmp_path) == Manifest(frozenset({"a/b"}))
