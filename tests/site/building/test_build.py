"""Whole builds: the same bytes every time, and only what changed is written.

When something is wrong, nothing is written at all.
"""

import re
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.site import sites
from tests.site.sites import ROOT, published, stamps, tree
from vagvisare.site.building.build import build
from vagvisare.site.building.render import Renderer
from vagvisare.site.html.themes import SHIPPED

RECORDS = ("enterprises/yalla-trappan", "partners/malmo", "partners/kommunen", "offers/sfi")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sites.a_root(tmp_path / "root", sites.shipped(*RECORDS), places=("1280", "1281"))


# --- the same bytes -------------------------------------------------------------------------------


def test_a_second_build_with_another_hash_seed_gives_the_same_bytes(
    shipped_site: Path, tmp_path: Path
) -> None:
    again = sites.build_site(ROOT, tmp_path / "again", seed="4711")
    assert tree(again) == tree(shipped_site)


def test_properdocs_gives_the_same_bytes(shipped_site: Path, tmp_path: Path) -> None:
    other = sites.build_site(ROOT, tmp_path / "other", generator="properdocs")
    assert tree(other) == tree(shipped_site)


def test_any_number_of_processes_gives_the_same_bytes(root: Path, tmp_path: Path) -> None:
    (tmp_path / "prose").mkdir()
    for number in (1, 2, 3):
        build(sites.a_build(root), tmp_path / "prose", tmp_path / f"site-{number}", number)
    assert tree(tmp_path / "site-1") == tree(tmp_path / "site-2") == tree(tmp_path / "site-3")


# --- only what changed ----------------------------------------------------------------------------


def test_a_second_build_writes_nothing_and_a_change_only_its_pages(
    root: Path, tmp_path: Path
) -> None:
    site = sites.build_site(root, tmp_path / "site")
    before = stamps(site)
    sites.build_site(root, site)
    assert stamps(site) == before
    record = sites.record_path(root, "enterprises/yalla-trappan")
    record.write_text(
        record.read_text("utf-8").replace("Kvinnokooperativ i Malmö", "Ett kooperativ i Malmö"),
        "utf-8",
    )
    sites.build_site(root, site)
    after = stamps(site)
    assert _pages(after) == _pages(before)
    changed = {path for path in _pages(after) if after[path] != before[path]}
    training = {path for path in changed if path.endswith("/training/index.html")}
    assert training
    assert all(
        "enterprises/yalla-trappan/" in (site / path).read_text("utf-8") for path in training
    )
    assert changed - training == {
        "sv/enterprises/yalla-trappan/index.html",
        "sv/enterprises/index.html",
        "sv/municipalities/malmo/index.html",
        "sv/counties/12/index.html",
        "sv/situations/utrikesfodda-kvinnor/index.html",
        # The Swedish has changed, so this page shows in every language that its translations are
        # stale.
        *(f"{language}/translations/index.html" for language in sites.LANGUAGES),
        *(
            f"sv/industries/{industry}/index.html"
            for industry in ("cafe", "catering", "restaurang", "textil", "lokalvard")
        ),
        # What a phone can keep names each page with its content.
        *(f"assets/keep-{language}.json" for language in sites.LANGUAGES),
        *(
            f"{language}/{page}/index.html"
            for language in sites.LANGUAGES
            for page in NAMING_THE_INDEX
        ),
    }


NAMING_THE_INDEX = ("search", "enterprises", "offers", "partners")
"""The pages that name the search index, whose address changes with any record."""


def _pages(paths: Iterable[str]) -> set[str]:
    return {path for path in paths if not path.startswith(("assets/search.", "."))}


def test_a_removed_record_s_pages_go(root: Path, tmp_path: Path) -> None:
    site = sites.build_site(root, tmp_path / "site")
    assert (site / "so/offers/sfi/index.html").is_file()
    sites.record_path(root, "offers/sfi").unlink()
    sites.build_site(root, site)
    assert not list(site.glob("*/offers/sfi"))
    assert published(site) == published(sites.build_site(root, tmp_path / "fresh"))


# --- what is not the build's ----------------------------------------------------------------------


@pytest.mark.parametrize("where", ["directory", "directory/site", "theme", "src", "."])
def test_a_build_into_the_sources_writes_nothing(where: str, root: Path) -> None:
    (root / "src").mkdir()
    before = tree(root)
    done = sites.run_build(root, root / where)
    assert done.returncode != 0
    assert "Traceback" not in done.stdout + done.stderr
    if where != ".":  # MkDocs itself refuses a folder that holds docs/
        assert "Ange en egen mapp" in done.stdout + done.stderr
    assert tree(root) == before


def test_a_configured_folder_of_records_writes_nothing(root: Path) -> None:
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("site_dir: directory\n")
    before = tree(root)
    done = sites.run_build(root, None)
    assert done.returncode != 0
    assert "Ange en egen mapp" in done.stdout + done.stderr
    assert tree(root) == before


def test_what_stands_in_a_published_branch_stays(root: Path, tmp_path: Path) -> None:
    site = sites.build_site(root, tmp_path / "site")
    theirs = (".git/HEAD", "CNAME", ".htaccess", ".well-known/security.txt", "sv/own.txt")
    for name in theirs:
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text(name)
    sites.record_path(root, "offers/sfi").unlink()
    sites.build_site(root, site)
    assert {name: (site / name).read_text() for name in theirs} == dict(
        zip(theirs, theirs, strict=True)
    )
    assert (site / ".nojekyll").is_file()


def test_a_folder_with_other_files_is_taken_over_only_when_that_is_said(
    root: Path, tmp_path: Path
) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "thesis.doc").write_text("theirs")
    done = sites.run_build(root, tmp_path / "site")
    assert done.returncode != 0
    assert "thesis.doc" in done.stdout + done.stderr
    assert list(tree(tmp_path / "site")) == ["thesis.doc"]
    assert sites.run_build(root, tmp_path / "site", VAGVISARE_ADOPT="1").returncode == 0
    assert (tmp_path / "site" / "thesis.doc").read_text() == "theirs"


# --- when something is wrong ----------------------------------------------------------------------


def _bad_record(root: Path, site: Path) -> None:  # noqa: ARG001
    sites.write_record(root, "enterprises/bad", "name: Bad\nindustries: [nothing]\n")


def _own_template(root: Path, name: str, content: str) -> None:
    (root / "theme").mkdir()
    (root / f"theme/{name}.html").write_text(content, "utf-8")


def _bad_template(root: Path, site: Path) -> None:  # noqa: ARG001
    _own_template(
        root, "main", '{% extends "base.html" %}{% block body %}{{ 1 // 0 }}{% endblock %}'
    )


def _bad_shell(root: Path, site: Path) -> None:  # noqa: ARG001
    _own_template(
        root, "shell", (SHIPPED / "shell.html").read_text("utf-8").replace("<@canonical@>", "")
    )


def _bad_prose(root: Path, site: Path) -> None:  # noqa: ARG001
    (root / "docs/so/about.md").write_text("---\ntemplate: none.html\n---\n# About\n", "utf-8")


def _prose_from_outside(root: Path, site: Path) -> None:  # noqa: ARG001
    (root / "docs/so/about.md").unlink()
    (root / "docs/so/about.md").symlink_to("/proc/self/environ")


def _prose_elsewhere(root: Path, site: Path) -> None:  # noqa: ARG001
    (root / "docs").rename(root / "pages")
    (root / "mkdocs.yml").write_text(
        (root / "mkdocs.yml").read_text("utf-8").replace("docs_dir: docs", "docs_dir: pages"),
        "utf-8",
    )


def _bad_catalogue(root: Path, site: Path) -> None:  # noqa: ARG001
    file = root / "locale/so/LC_MESSAGES/vagvisare.po"
    file.parent.mkdir(parents=True)
    file.write_bytes(b'msgid "\xff')


def _nowhere_to_write(root: Path, site: Path) -> None:  # noqa: ARG001
    site.with_name(f".{site.name}.vagvisare").write_text("in the way")


def _undo_nowhere(site: Path) -> None:
    site.with_name(f".{site.name}.vagvisare").unlink(missing_ok=True)


WRONG = (
    _bad_record,
    _bad_template,
    _bad_shell,
    _bad_prose,
    _prose_from_outside,
    _prose_elsewhere,
    _bad_catalogue,
    _nowhere_to_write,
)


@pytest.mark.parametrize("spoil", WRONG, ids=lambda spoil: spoil.__name__.strip("_"))
def test_a_build_that_fails_leaves_the_earlier_site_and_nothing_behind(
    spoil: Callable[[Path, Path], None], root: Path, tmp_path: Path
) -> None:
    place = tmp_path / "out"
    site = sites.build_site(root, place / "site")
    before = stamps(site)
    spoil(root, site)
    (tmp_path / "temporary").mkdir()
    done = sites.run_build(root, site, temporary=tmp_path / "temporary")
    _undo_nowhere(site)
    assert done.returncode != 0
    assert stamps(site) == before
    assert list(place.iterdir()) == [site]
    assert list((tmp_path / "temporary").iterdir()) == []


def test_a_bad_record_is_told_by_its_line_in_the_editor_s_words(root: Path, tmp_path: Path) -> None:
    _bad_record(root, tmp_path)
    done = sites.run_build(root, tmp_path / "site")
    assert "directory/enterprises/bad.yml:2:14: " in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not (tmp_path / "site").exists()


def test_a_hostile_catalogue_is_told_by_its_line_and_never_run(root: Path, tmp_path: Path) -> None:
    file, ran = root / "locale/so/LC_MESSAGES/vagvisare.po", tmp_path / "ran"
    shutil.copytree(sites.LOCALE / "so", root / "locale/so")
    code = f"{{{{ cycler.__init__.__globals__.os.mkdir('{ran}') }}}}"
    text = re.sub(
        r'msgid "Search"\nmsgstr ".*"', f'msgid "Search"\nmsgstr "{code}"', file.read_text("utf-8")
    )
    file.write_text(text, "utf-8")
    done = sites.run_build(root, tmp_path / "site")
    line = text[: text.index('msgid "Search"')].count("\n") + 1
    assert f"locale/so/LC_MESSAGES/vagvisare.po:{line}:1: " in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not ran.exists()
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("encoding", ["cp850", "cp1252"])
def test_problems_are_told_on_terminals_that_lack_letters(
    encoding: str, root: Path, tmp_path: Path
) -> None:
    sites.write_record(root, "enterprises/bad", "name: [قهوة]\nindustries: [lokalvard]\n")
    done = sites.run_build(root, tmp_path / "site", PYTHONIOENCODING=encoding)
    assert "lokalvard" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_a_clock_that_is_none_is_told_in_words(root: Path, tmp_path: Path) -> None:
    done = sites.run_build(root, tmp_path / "site", SOURCE_DATE_EPOCH="abc")
    assert "Miljövariabeln SOURCE_DATE_EPOCH är ”abc”" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize("processes", [1, 2])
def test_an_exception_while_pages_are_rendered_leaves_the_earlier_site(
    processes: int, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "prose").mkdir()
    made, site = sites.a_build(root), tmp_path / "out" / "site"
    build(made, tmp_path / "prose", site, processes)
    before = stamps(site)
    (tmp_path / "prose" / "new.html").write_text("new")
    page = Renderer.page
    monkeypatch.setattr(
        Renderer, "page", lambda self, of: 1 // 0 if of.kind == "county" else page(self, of)
    )
    with pytest.raises(ZeroDivisionError):
        build(made, tmp_path / "prose", site, processes)
    assert stamps(site) == before
    assert list((tmp_path / "out").iterdir()) == [site]


def test_after_a_failure_the_next_build_is_whole(root: Path, tmp_path: Path) -> None:
    site = sites.build_site(root, tmp_path / "site")
    _bad_record(root, site)
    assert sites.run_build(root, site).returncode != 0
    sites.record_path(root, "enterprises/bad").unlink()
    sites.build_site(root, site)
    assert published(site) == published(sites.build_site(root, tmp_path / "fresh"))
