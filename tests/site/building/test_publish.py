"""vagvisare.site.building.publish: only what changed, and only at the end."""

from pathlib import Path

import pytest

from tests.site.sites import stamps, tree
from vagvisare.site.building.publish import Changes, Output, replace


def _publish(site: Path, files: dict[str, bytes]) -> Changes:
    output = Output(site)
    output.start()
    for path, content in files.items():
        output.put(path, content)
    return output.finish(files)


def test_a_first_site(tmp_path: Path) -> None:
    assert _publish(tmp_path / "site", {"a/index.html": b"a", "b.css": b"b"}) == Changes(2, 0, 0)
    assert sorted(tree(tmp_path)) == ["site/a/index.html", "site/b.css"]


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    site = tmp_path / "site"
    _publish(site, {"a": b"1", "b": b"1", "c": b"11"})
    before = stamps(site)
    assert _publish(site, {"a": b"1", "b": b"2", "c": b"1"}) == Changes(2, 0, 1)
    assert [path for path, stamp in stamps(site).items() if stamp == before[path]] == ["a"]
    assert (site / "b").read_bytes() == b"2"


def test_what_is_gone_goes_with_its_empty_folders(tmp_path: Path) -> None:
    site = tmp_path / "site"
    _publish(site, {"a/b/c": b"1", "a/d": b"1"})
    assert _publish(site, {"a/d": b"1"}) == Changes(0, 1, 1)
    assert [path.name for path in (site / "a").iterdir()] == ["d"]


@pytest.mark.parametrize(("first", "then"), [("a", "a/b/c"), ("a/b/c", "a")])
def test_a_file_takes_the_place_of_a_folder_and_the_other_way_round(first: str, then: str, tmp_path: Path) -> None:
    site = tmp_path / "site"
    _publish(site, {first: b"1"})
    _publish(site, {then: b"2"})
    assert list(tree(site)) == [then]


def test_an_abandoned_build_leaves_the_site_and_nothing_else(tmp_path: Path) -> None:
    site = tmp_path / "site"
    _publish(site, {"a": b"1"})
    output = Output(site)
    output.start()
    output.put("a", b"2")
    output.abandon()
    assert list(tmp_path.iterdir()) == [site]
    assert (site / "a").read_bytes() == b"1"


def test_what_an_interrupted_build_left_waiting_is_not_published(tmp_path: Path) -> None:
    output = Output(tmp_path / "site")
    output.start()
    output.put("left", b"1")
    _publish(tmp_path / "site", {"a": b"1"})
    assert list(tree(tmp_path)) == ["site/a"]


def test_a_file_is_replaced_in_one_step(tmp_path: Path) -> None:
    replace(str(tmp_path / "new" / "page"), b"1")
    with (tmp_path / "new" / "page").open("rb") as reader:
        replace(str(tmp_path / "new" / "page"), b"2")
        assert reader.read() == b"1"
    assert tree(tmp_path).keys() == {"new/page"}
    assert (tmp_path / "new" / "page").read_bytes() == b"2"
