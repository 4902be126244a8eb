"""vagvisare.site.theme and vagvisare.site.assets: what the theme is given, and the files that pages load."""

import hashlib
from pathlib import Path

import pytest

from tests.site import sites
from vagvisare.freshness import today
from vagvisare.site import assets, theme


def test_links_of_prose_to_the_directory_become_relative() -> None:
    html = '<a href="site:offers/">a</a> <a href="https://x.se">b</a>'
    assert theme.link(html, "so", "about/") == '<a href="../../so/offers/">a</a> <a href="https://x.se">b</a>'


@pytest.mark.parametrize("language", sites.LANGUAGES)
def test_prose_leads_on_by_links_that_are_made_relative(language: str, shipped_site: Path) -> None:
    for path in (shipped_site / language).glob("*/index.html"):
        assert 'href="site:' not in path.read_text("utf-8")


def test_names_of_assets_change_with_their_content(shipped_site: Path) -> None:
    found = [path for path in (shipped_site / "assets").iterdir() if not path.name.startswith("search-")]
    assert {path.name.partition(".")[0] for path in found} == {"site", "material", "icons", "icon", "find"}
    for path in found:
        assert hashlib.sha256(path.read_bytes()).hexdigest()[:8] == path.name.split(".")[1]


def test_a_changed_style_gets_a_new_address(tmp_path: Path) -> None:
    root = sites.a_root(tmp_path)
    (tmp_path / "material/assets/stylesheets").mkdir(parents=True)
    (tmp_path / "material/assets/stylesheets/main.0.min.css").write_text("a{}/*# sourceMappingURL=x */")
    before = assets.addresses(tmp_path / "material", root / "theme")
    with (root / "theme/assets/css/tokens.css").open("a") as style:
        style.write("b{}")
    after = assets.addresses(tmp_path / "material", root / "theme")
    assert before.style != after.style
    assert (before.icons, before.find) == (after.icons, after.find)
    assert assets.files(tmp_path / "material", root / "theme")[after.material] == b"a{}"


def test_the_day_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", sites.EPOCH)
    assert today() == sites.TODAY
