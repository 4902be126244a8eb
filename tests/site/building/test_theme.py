"""vagvisare.site.building.theme and vagvisare.site.files.assets.

What the theme is given, and the files that pages load.
"""

import hashlib
import re
from pathlib import Path

import pytest

from tests.site import sites
from vagvisare.records.freshness import today
from vagvisare.site.building import theme
from vagvisare.site.files import assets
from vagvisare.site.html import themes


def test_links_of_prose_to_the_directory_become_relative() -> None:
    html = '<a href="site:offers/">a</a> <a href="https://x.se">b</a>'
    assert (
        theme.link(html, "so", "about/")
        == '<a href="../../so/offers/">a</a> <a href="https://x.se">b</a>'
    )


@pytest.mark.parametrize("language", sites.LANGUAGES)
def test_prose_leads_on_by_links_that_are_made_relative(language: str, shipped_site: Path) -> None:
    for path in (shipped_site / language).glob("*/index.html"):
        assert 'href="site:' not in path.read_text("utf-8")


UNSTAMPED = ("search.", "choices-", "coverage.csv", "keep-")
"""The index, whose folder has its own stamp, and files made from records under stable names."""


def test_names_of_assets_change_with_their_content(shipped_site: Path) -> None:
    found = [
        path for path in (shipped_site / "assets").iterdir() if not path.name.startswith(UNSTAMPED)
    ]
    assert {path.name.partition(".")[0] for path in found} == {
        "site",
        "material",
        "icons",
        "icon",
        "js",
        "coverage",
    }
    for path in found:
        content = (
            path.read_bytes()
            if path.is_file()
            else b"".join(script.read_bytes() for script in sorted(path.iterdir()))
        )
        assert hashlib.sha256(content).hexdigest()[:8] == path.name.split(".")[1]


def test_scripts_stand_in_one_folder_and_name_all_that_they_import(shipped_site: Path) -> None:
    (folder,) = (shipped_site / "assets").glob("js.*")
    page = (shipped_site / "sv/municipalities/index.html").read_text("utf-8")
    assert f'src="../../assets/{folder.name}/municipalities.js"' in page
    assert f'<link rel="modulepreload" href="../../assets/{folder.name}/fold.js">' in page
    for script in folder.iterdir():
        for imported in re.findall(
            r'(?:from|import|import\() ?"(\./[^"]+)"', script.read_text("utf-8")
        ):
            assert (folder / imported).is_file(), script.name


def test_scripts_and_styles_go_without_comments_and_all_that_they_import_is_fetched_at_once(
    shipped_site: Path,
) -> None:
    (folder,) = (shipped_site / "assets").glob("js.*")
    for file in (*folder.iterdir(), *(shipped_site / "assets").glob("site.*.css")):
        assert not re.search(r"/\*|^\s*//|\n\n", file.read_text("utf-8"), re.MULTILINE), file.name
    page = (shipped_site / "sv/search/index.html").read_text("utf-8")
    assert f'src="../../assets/{folder.name}/search.js"' in page
    assert not re.search(r"^import ", (folder / "search.js").read_text("utf-8"), re.MULTILINE)
    assert "suggestions.js" not in page  # no result waits for them


def test_a_changed_style_gets_a_new_address(tmp_path: Path) -> None:
    root = sites.a_root(tmp_path)
    (tmp_path / "material/assets/stylesheets").mkdir(parents=True)
    (tmp_path / "material/assets/stylesheets/main.0.min.css").write_text(
        "a{}/*# sourceMappingURL=x */"
    )
    before = assets.addresses(tmp_path / "material", themes.theme_of(root))
    own = root / "theme/assets/css/tokens.css"
    own.parent.mkdir(parents=True)
    own.write_text("b{}")
    after = assets.addresses(tmp_path / "material", themes.theme_of(root))
    assert before.style != after.style
    assert (before.icons, before.scripts) == (after.icons, after.scripts)
    assert assets.files(tmp_path / "material", themes.theme_of(root))[after.material] == b"a{}"


def test_a_class_is_drawn_by_one_style_sheet() -> None:
    """The sheets are joined to one file.

    A second component with the same name would change the first.
    """
    drawn: dict[str, set[str]] = {}
    for sheet in (themes.SHIPPED / "assets" / "css").glob("*.css"):
        for name, declarations in re.findall(
            r"^\.([a-z][\w-]*) \{([^}]*)\}", sheet.read_text("utf-8"), re.MULTILINE
        ):
            if any(
                not line.strip().startswith("--")
                for line in declarations.splitlines()
                if line.strip()
            ):
                drawn.setdefault(name, set()).add(sheet.name)
    assert len(drawn) > 100
    assert {name: sheets for name, sheets in drawn.items() if len(sheets) > 1} == {}


def test_the_day_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", sites.EPOCH)
    assert today() == sites.TODAY
