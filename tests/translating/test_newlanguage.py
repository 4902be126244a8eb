"""One more language: what is written for it, and why some cannot be added."""

import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from jinja2 import Environment

from vagvisare.cli import main
from vagvisare.reading.configuration import configuration
from vagvisare.translating import catalogues, po

ROOT = Path(__file__).parents[2]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "directory/vocabulary", tmp_path / "directory/vocabulary")
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


def _add(root: Path, code: str) -> Result:
    return CliRunner().invoke(main, ["language", "add", code, "--root", str(root)])


def test_a_language_that_material_knows(root: Path) -> None:
    before = (root / "mkdocs.yml").read_text("utf-8")
    result = _add(root, "uk")
    assert (result.exit_code, result.stdout.split()) == (
        0,
        ["mkdocs.yml", "locale/uk/LC_MESSAGES/vagvisare.po", "docs/uk/.gitkeep"],
    )
    last = "        - {locale: so, name: Soomaali}\n"
    line = "        - {locale: uk, name: Українська}\n"
    assert (root / "mkdocs.yml").read_text("utf-8") == before.replace(last, last + line)
    assert configuration(root).languages == ("sv", "en", "ar", "so", "uk")
    assert "nplurals=3" in (root / "locale/uk/LC_MESSAGES/vagvisare.po").read_text("utf-8")


@pytest.mark.parametrize(
    ("code", "direction"),
    [("fa-AF", "rtl"), ("ti", "ltr"), ("ps", "rtl"), ("ku", "ltr"), ("am", "ltr")],
)
def test_a_language_that_material_does_not_know(root: Path, code: str, direction: str) -> None:
    assert _add(root, code).exit_code == 0
    partial = (root / f"theme/partials/languages/{code}.html").read_text("utf-8")
    assert f'"language": "{code}"' in partial
    assert f'"direction": "{direction}"' in partial


def test_what_a_language_is_called_runs_nowhere(root: Path) -> None:
    """Its name goes into a template of the theme, a catalogue and the configuration."""
    file = root / "directory/vocabulary/languages.yml"
    languages = yaml.load(file.read_text("utf-8"), yaml.CBaseLoader)  # noqa: S506 (makes text of everything)
    name = "a -#} {{ 7 * 7 }} {% raise %} {#- ', b: [c] # \\ \\1 \\g<0>"
    languages["ti"]["autonym"] = name
    file.write_text(yaml.safe_dump(languages, allow_unicode=True), "utf-8")
    assert _add(root, "ti").exit_code == 0
    partial = (root / "theme/partials/languages/ti.html").read_text("utf-8")
    assert "49" not in Environment(autoescape=True).from_string(partial).render()
    settings = yaml.load((root / "mkdocs.yml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 (makes text of everything)
    assert settings["plugins"][0]["i18n"]["languages"][-1]["name"] == name[:1].upper() + name[1:]
    assert catalogues.read(root / "locale", "ti")
    assert (
        CliRunner()
        .invoke(
            main,
            [
                "translations",
                "export",
                "--language",
                "ti",
                "--root",
                str(root),
                "--output",
                str(root / "ti.po"),
            ],
        )
        .exit_code
        == 0
    )
    assert po.read("ti.po", (root / "ti.po").read_bytes()).problems == ()


def test_one_after_the_other(root: Path) -> None:
    for code in ("uk", "fa-AF", "ti"):
        assert _add(root, code).exit_code == 0
    assert configuration(root).languages == ("sv", "en", "ar", "so", "uk", "fa-AF", "ti")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("xx", 'no language "xx"'),
        ("so", "in so already"),
        ("ckb", "codes of two letters"),
    ],
)
def test_why_not(root: Path, code: str, words: str) -> None:
    before = (root / "mkdocs.yml").read_bytes()
    result = _add(root, code)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr
    assert (root / "mkdocs.yml").read_bytes() == before


def test_a_configuration_without_a_list_of_languages(root: Path) -> None:
    (root / "mkdocs.yml").write_text("site_name: X\n", "utf-8")
    assert "no plugin i18n" in _add(root, "uk").stderr
    (root / "mkdocs.yml").write_text("plugins: [\n", "utf-8")
    result = _add(root, "uk")
    assert result.exit_code == 2
    assert "mkdocs.yml" in result.stderr
