"""vagvisare.site.publishing.publish: only changes, only at the end, nobody else's files."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.sites import published, stamps, tree
from vagvisare.site.publishing import switch
from vagvisare.site.publishing.exchange import exchange
from vagvisare.site.publishing.files import replace
from vagvisare.site.publishing.manifest import NAME
from vagvisare.site.publishing.publish import PLAIN, Changes, Output
from vagvisare.site.publishing.refusal import Refused

OWN = sorted((NAME, PLAIN))


@pytest.fixture(autouse=True, params=["at once", "file by file"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """How the switch is made: in one step, or as on a system that cannot exchange two folders."""
    if request.param == "file by file":
        monkeypatch.setattr(switch, "exchange", _unable)
    return request.param


def _unable(*_: Path) -> None:
    raise OSError(errno.ENOSYS, "Function not implemented")


def _publish(site: Path, files: dict[str, bytes], *, adopt: bool = False) -> Changes:
    with Output(site, adopt=adopt) as output:
        for path, content in files.items():
            output.put(path, content)
        return output.finish(files)


def test_a_first_site(tmp_path: Path) -> None:
    assert _publish(tmp_path / "site", {"a/index.html": b"a", "b.css": b"b"}) == Changes(2, 0, 0)
    assert sorted(tree(tmp_path)) == [
        *(f"site/{name}" for name in OWN),
        "site/a/index.html",
        "site/b.css",
    ]


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    site = tmp_path / "site"
    _publish(site, {"a": b"1", "b": b"1", "c": b"11"})
    before = stamps(site)
    assert _publish(site, {"a": b"1", "b": b"2", "c": b"1"}) == Changes(2, 0, 1)
    assert {path for path, stamp in stamps(site).items() if stamp == before[path]} == {"a", *OWN}
    assert (site / "b").read_bytes() == b"2"


def test_what_is_gone_goes_with_its_empty_folders(tmp_path: Path) -> None:
    site = tmp_path / "site"
    _publish(site, {"a/b/c": b"1", "a/d": b"1"})
    assert _publish(site, {"a/d": b"1"}) == Changes(0, 1, 1)
    assert [path.name for path in (site / "a").iterdir()] == ["d"]


@pytest.mark.parametrize(("first", "then"), [("a", "a/b/c"), ("a/b/c", "a")])
def test_a_file_takes_the_place_of_a_folder_and_the_other_way_round(
    first: str, then: str, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    _publish(site, {first: b"1"})
    _publish(site, {then: b"2"})
    assert list(published(site)) == [then]


def test_an_abandoned_build_leaves_the_site_and_nothing_else(tmp_path: Path) -> None:
    site = tmp_path / "site"
    _publish(site, {"a": b"1"})
    with Output(site) as output:
        output.put("a", b"2")
    assert list(tmp_path.iterdir()) == [site]
    assert (site / "a").read_bytes() == b"1"


def test_what_an_interrupted_build_left_waiting_is_not_published(tmp_path: Path) -> None:
    (tmp_path / ".site.vagvisare" / "new").mkdir(parents=True)
    (tmp_path / ".site.vagvisare" / "lock").write_text(
        "4194305"
    )  # of no process: Linux has none above 4194304
    (tmp_path / ".site.vagvisare" / "new" / "left").write_text("left")
    _publish(tmp_path / "site", {"a": b"1"})
    assert list(published(tmp_path / "site")) == ["a"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_file_is_replaced_in_one_step(tmp_path: Path) -> None:
    replace(str(tmp_path / "new" / "page"), b"1")
    with (tmp_path / "new" / "page").open("rb") as reader:
        replace(str(tmp_path / "new" / "page"), b"2")
        assert reader.read() == b"1"
    assert tree(tmp_path).keys() == {"new/page"}
    assert (tmp_path / "new" / "page").read_bytes() == b"2"


def test_nothing_is_done_where_nothing_has_changed(tmp_path: Path) -> None:
    site = tmp_path / "site"
    _publish(site, {"a/b": b"1"})
    before = site.stat().st_mtime_ns
    assert _publish(site, {"a/b": b"1"}) == Changes(0, 0, 1)
    assert site.stat().st_mtime_ns == before


def test_who_has_the_folder_open_sees_the_next_site(tmp_path: Path) -> None:
    """Such as a container that mounts the folder, or a shell inside it.

    They hold the folder, not its name.
    """
    site = tmp_path / "site"
    _publish(site, {"a/b": b"1", "gone": b"1"})
    inside, below = os.open(site, os.O_DIRECTORY), os.open(site / "a", os.O_DIRECTORY)
    try:
        _publish(site, {"a/b": b"2", "new": b"2"})
        assert sorted(os.listdir(inside)) == sorted(("a", "new", *OWN))  # noqa: PTH208 (of the open folder, not of its name)
        handle = os.open("b", os.O_RDONLY, dir_fd=below)
        assert os.read(handle, 9) == b"2"
        os.close(handle)
    finally:
        os.close(inside)
        os.close(below)


def test_folders_keep_their_modes(tmp_path: Path) -> None:
    site = tmp_path / "site"
    _publish(site, {"a/b": b"1"})
    site.chmod(0o2775)
    (site / "a").chmod(0o750)
    _publish(site, {"a/b": b"2"})
    assert [oct(path.stat().st_mode & 0o7777) for path in (site, site / "a")] == ["0o2775", "0o750"]


def test_a_site_that_is_a_link_is_written_where_it_leads(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "www").mkdir()
    site = tmp_path / "www" / "site"
    site.symlink_to("../real/site")
    for content in (b"1", b"2"):
        _publish(site, {"a": content})
        assert (tmp_path / "real" / "site" / "a").read_bytes() == content
    assert site.is_symlink()
    assert [path.name for path in (tmp_path / "real").iterdir()] == ["site"]


# --- somebody else's files ------------------------------------------------------------------------

THEIRS = (
    ".git/HEAD",
    ".htaccess",
    ".well-known/security.txt",
    "CNAME",
    "a/theirs.txt",
    "a/.hidden",
    "own/folder/x",
)


def _theirs(site: Path) -> dict[str, str]:
    return {path: content for path, content in tree(site).items() if path in THEIRS}


def test_what_no_build_has_written_stays(tmp_path: Path) -> None:
    site = tmp_path / "site"
    _publish(site, {"a/b": b"1", "c": b"1", "g": b"1"})
    for path in THEIRS:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(path)
    before = _theirs(site)
    assert len(before) == len(THEIRS)
    _publish(site, {"c": b"2"})
    assert _theirs(site) == before
    assert set(tree(site)) == {*THEIRS, *OWN, "c"}


def test_without_its_list_a_site_is_nobody_s(tmp_path: Path) -> None:
    site = tmp_path / "site"
    _publish(site, {"a": b"1"})
    (site / NAME).unlink()
    before = tree(tmp_path)
    with pytest.raises(Refused, match="foreign"):
        _publish(site, {"a": b"2"})
    assert tree(tmp_path) == before


@pytest.mark.parametrize(
    ("theirs", "path"), [("a", "a"), ("a/b/c", "a"), ("a", "a/b"), ("a/.keep", "a")]
)
@pytest.mark.parametrize("adopt", [True, False])
def test_a_file_of_somebody_else_is_never_written_over(
    theirs: str,
    path: str,
    adopt: bool,  # noqa: FBT001
    tmp_path: Path,
) -> None:
    site = tmp_path / "site"
    if not adopt:
        _publish(site, {"c": b"1"})
    (site / theirs).parent.mkdir(parents=True, exist_ok=True)
    (site / theirs).write_text("theirs")
    before = tree(tmp_path)
    with pytest.raises(Refused, match="in-the-way"):
        _publish(site, {"c": b"2", path: b"2"}, adopt=True)
    assert tree(tmp_path) == before


def test_a_folder_that_is_taken_over_keeps_its_files(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("theirs")
    _publish(tmp_path, {"a": b"1"}, adopt=True)
    _publish(tmp_path, {"b": b"1"})
    assert set(tree(tmp_path)) == {"thesis.doc", "b", *OWN}


def test_a_link_among_the_site_s_folders_leads_no_build_out(tmp_path: Path) -> None:
    site, outside = tmp_path / "site", tmp_path / "outside"
    _publish(site, {"a/b": b"1", "c": b"1"})
    (site / "a").rename(outside)
    (site / "a").symlink_to(outside)
    for files in ({"c": b"1"}, {"a/b": b"2", "c": b"1"}):
        with pytest.raises(Refused, match="linked"):
            _publish(site, files)
        assert (outside / "b").read_bytes() == b"1"


def test_a_list_cannot_name_files_outside(tmp_path: Path) -> None:
    site = tmp_path / "site"
    _publish(site, {"a": b"1"})
    (tmp_path / "thesis.doc").write_text("theirs")
    (site / NAME).write_text((site / NAME).read_text().replace('"a"', '"../thesis.doc"'))
    (site / "a").unlink()
    _publish(site, {"b": b"1"})
    assert (tmp_path / "thesis.doc").read_text() == "theirs"


@pytest.mark.parametrize("turn", [Path.mkdir, Path.touch, Path.exists])
def test_what_has_taken_a_name_or_gone_by_itself_is_no_trouble(
    turn: Callable[[Path], object], tmp_path: Path
) -> None:
    site = tmp_path / "site"
    _publish(site, {"a/b/c": b"1", "d": b"1"})
    (site / "a/b/c").unlink()
    turn(site / "a/b/c")
    _publish(site, {"d": b"1"})
    (site / "d").unlink()
    (site / "d").mkdir()
    (site / "d" / "theirs").write_text("theirs")
    _publish(site, {"e": b"1"})
    assert (site / "d" / "theirs").is_file()


def test_a_site_from_before_there_were_lists_is_built_on(tmp_path: Path) -> None:
    site = tmp_path / "site"
    files = dict.fromkeys(
        ("index.html", "404.html", "sitemap.xml", "places.json", "assets/search.0123abcd/x.json"),
        b"1",
    )
    _publish(site, {**files, "gone.html": b"1"})
    (site / NAME).unlink()
    _publish(site, {**files, "index.html": b"2"})
    assert (site / "index.html").read_bytes() == b"2"
    assert (site / "gone.html").is_file(), "nobody knows whose it is"


def test_what_comes_while_the_switch_is_made_stays(
    tmp_path: Path, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A certificate's challenge, say: it is put into whichever folder has the name just then."""
    if way != "at once":
        pytest.skip("there is one folder only")
    site = tmp_path / "site"
    _publish(site, {"a": b"1"})
    (site / ".htaccess").write_text("theirs")
    came = []

    def meanwhile(one: Path, other: Path) -> None:
        exchange(one, other)
        if not came:
            came.append((site / ".well-known").mkdir())
            (site / ".well-known" / "challenge").write_text("theirs")
            (site / "new").write_text("theirs")
            (site / "new").replace(site / ".htaccess")

    monkeypatch.setattr(switch, "exchange", meanwhile)
    (site / ".htaccess").write_text("older")
    _publish(site, {"a": b"2"})
    assert ((site / "a").read_bytes(), (site / ".htaccess").read_text()) == (b"2", "theirs")
    assert (site / ".well-known" / "challenge").read_text() == "theirs"


def test_a_name_with_a_dot_is_written_and_never_removed(tmp_path: Path) -> None:
    site = tmp_path / "site"
    _publish(site, {"a": b"1", ".well-known/security.txt": b"1"})
    _publish(site, {"a": b"1", ".well-known/security.txt": b"2"})
    _publish(site, {"a": b"1"})
    assert (site / ".well-known/security.txt").read_bytes() == b"2"


# --- old assets -----------------------------------------------------------------------------------


def test_what_open_tabs_load_stays_until_it_has_been_followed_twice(tmp_path: Path) -> None:
    site = tmp_path / "site"
    first, second, third = (
        {f"assets/style.{n * 8}.css": b"1", f"assets/js.{n * 8}/a.js": b"1", "p": n.encode()}
        for n in "123"
    )
    _publish(site, first)
    _publish(site, second)
    assert {*first, *second} <= set(tree(site))
    assert set(published(site)) == set(second)
    _publish(site, {**second, "p": b"another page, the same assets"})
    assert {*first, *second} <= set(tree(site))
    _publish(site, third)
    assert set(tree(site)) == {*second, *third, *OWN}


def test_what_an_interruption_leaves_is_removed_by_the_next_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list of our files comes last: until then it names what is still to be removed."""
    site = tmp_path / "site"
    _publish(site, {"sv/old/index.html": b"1", "index.html": b"1"})
    with monkeypatch.context() as patch:
        patch.setattr(switch, "exchange", _unable)
        patch.setattr(switch.files, "remove", _unable)
        with pytest.raises(Refused):
            _publish(site, {"index.html": b"2"})
    assert (site / "sv/old/index.html").is_file()
    _publish(site, {"index.html": b"3"})
    assert not (site / "sv/old/index.html").exists()
