"""vagvisare.site.html.themes: a site's own theme comes before the package's, file by file."""

from pathlib import Path

import pytest

from tests.site import sites
from vagvisare.site.files import assets
from vagvisare.site.html import direct, themes
from vagvisare.site.pages.pages import Page
from vagvisare.site.views.chooser import chooser

MATERIAL = Path("material/assets/stylesheets/main.0.min.css")


def _own(root: Path, name: str, content: str) -> None:
    file = root / "theme" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, "utf-8")


def test_a_site_without_a_theme_has_the_package_s(tmp_path: Path) -> None:
    assert themes.theme_of(tmp_path) == themes.PACKAGED


def test_a_template_of_the_site_s_own_takes_the_place_of_the_package_s(tmp_path: Path) -> None:
    root = sites.a_root(
        tmp_path, sites.shipped("partners/kommunen", "offers/sfi"), places=("1280",)
    )
    _own(root, "templates/offer.html", "<p>Our own.</p>")
    shell = (
        (themes.SHIPPED / "shell.html")
        .read_text("utf-8")
        .replace("<@body@>", "<@body@><!-- ours -->")
    )
    _own(root, "shell.html", shell)
    _own(root, "templates/chooser.html", "{{ settings.name }}: ours")
    build = sites.a_build(root)
    _, page = build.renderers["so"].page(Page("record", "offers/sfi"))
    assert "<p>Our own.</p>" in page
    assert "<!-- ours -->" in page
    assert chooser(build.directory, build.settings, build.locale, build.theme) == "Vägvisare: ours"


def test_a_changed_template_is_read_anew_by_the_next_build(tmp_path: Path) -> None:
    root = sites.a_root(tmp_path, sites.shipped("partners/kommunen"), places=("1280",))
    for text in ("<p>One.</p>", "<p>Two.</p>"):
        _own(root, "templates/partner.html", text)
        assert (
            text in sites.a_build(root).renderers["sv"].page(Page("record", "partners/kommunen"))[1]
        )


def test_a_template_s_indentation_is_on_no_page(tmp_path: Path) -> None:
    _own(
        tmp_path,
        "templates/x.html",
        "<ul>\n  {% if True %}\n    <li>a\n\t\tb</li>\n  {% endif %}\n</ul>",
    )
    environment = direct.environment({}, themes.theme_of(tmp_path))
    assert environment.get_template("x.html").render() == "<ul>\n<li>a\nb</li>\n</ul>"


def test_styles_and_scripts_of_the_site_s_own(tmp_path: Path) -> None:
    (tmp_path / MATERIAL).parent.mkdir(parents=True)
    (tmp_path / MATERIAL).write_text("")
    _own(tmp_path, "assets/css/tokens.css", ":root{--ours:1}")
    _own(tmp_path, "assets/js/list.js", "ours();")
    _own(tmp_path, "assets/js/more.js", "more();")
    _own(tmp_path, "assets/icon.svg", "<svg/>")
    theme, material = themes.theme_of(tmp_path), tmp_path / "material"
    names, files = assets.addresses(material, theme), assets.files(material, theme)
    assert files[names.style].startswith(b":root{--ours:1}")
    assert files[names.icon] == b"<svg/>"
    assert (files[f"{names.scripts}/list.js"], files[f"{names.scripts}/more.js"]) == (
        b"ours();",
        b"more();",
    )
    assert f"{names.scripts}/engine.js" in files


def test_a_file_that_no_theme_has_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="assets/none"):
        themes.find(themes.theme_of(tmp_path), "assets/none")
