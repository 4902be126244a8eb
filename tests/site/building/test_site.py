"""vagvisare.site.building.site: one way from a root's files to its pages, for every caller."""

import time
from pathlib import Path

import pytest

from tests.site import sites
from vagvisare.site.building.site import Site
from vagvisare.site.publishing.publish import Output


@pytest.fixture
def root(tmp_path: Path) -> Path:
    records = sites.shipped("partners/kommunen") | {"enterprises/anna": sites.enterprise("Anna")}
    return sites.a_root(tmp_path / "root", records, places=("1280",))


def _shells(site: Site) -> dict[str, object]:
    return {code: sites.shell_of(site.root, site.directory, code, ("sv",)) for code in ("sv",)}


def test_everything_that_is_wrong_is_told_at_once(root: Path) -> None:
    assert Site.load(root, today=sites.TODAY).check(sites.LANGUAGES) == []
    sites.write_record(root, "enterprises/bad", "name: Bad\n")
    (root / "docs/en/about.md").write_bytes(b"\xff")
    page = root / "docs/so/privacy.md"
    page.write_text(page.read_text("utf-8").replace("readers: site", "readers: sites"), "utf-8")
    catalogue = root / "locale/ar/LC_MESSAGES/vagvisare.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text('msgid ""\n', "utf-8")
    site = Site.load(root, today=sites.TODAY)
    told = site.check(sites.LANGUAGES)
    files = {problem.file for problem in told}
    assert told == sorted(told)
    assert files == {
        "directory/enterprises/bad.yml",
        "docs/en/about.md",
        "docs/so/privacy.md",
        "locale/ar/LC_MESSAGES/vagvisare.po",
    }
    assert files <= {*site.files}


def test_promises_are_told_in_words(root: Path) -> None:
    site = Site.load(root, today=sites.TODAY)
    assert site.broken_promises(None, ["sv"]) == []
    with pytest.raises(ValueError, match="9999"):
        site.broken_promises({"municipalities": ["9999"]}, ["sv"])


def test_a_site_is_built_and_served(root: Path, tmp_path: Path) -> None:
    site = Site.load(root, today=sites.TODAY)
    settings, shells = sites.settings(("sv",)), _shells(site)
    with Output(tmp_path / "out") as output:
        changes = site.build(settings, shells, output)
    page = tmp_path / "out/sv/enterprises/anna/index.html"
    assert changes.written > 50
    assert "Anna" in page.read_text("utf-8")
    told: list[int] = []
    live = site.serve(settings, shells, tmp_path / "out", lambda: told.append(1))
    try:
        sites.write_record(root, "enterprises/anna", sites.enterprise("Berit"))
        end = time.monotonic() + 30
        while "Berit" not in page.read_text("utf-8") and time.monotonic() < end:
            time.sleep(0.1)
        while not told and time.monotonic() < end:
            time.sleep(0.1)
    finally:
        live.stop()
    assert told
    assert "Berit" in page.read_text("utf-8")
