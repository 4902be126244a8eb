"""vagvisare.reading.configuration: what mkdocs.yml says, read without MkDocs."""

from pathlib import Path

import pytest
import world

from vagvisare.reading.configuration import Configuration, configuration


def _said(root: Path, text: str) -> Configuration:
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    return configuration(root)


def test_without_a_configuration_swedish_alone(tmp_path: Path) -> None:
    assert configuration(tmp_path) == Configuration(("sv",), "")
    assert _said(tmp_path, "site_name: X\nextra:\n") == Configuration(("sv",), "")


def test_languages_and_address(tmp_path: Path) -> None:
    plugins = (
        "plugins: [search, i18n: "
        "{languages: [{locale: sv}, {locale: ar}, {locale: so, build: false}]}]"
    )
    found = _said(tmp_path, f"site_url: https://vagvisare.example/sub\n{plugins}\n")
    assert (found.languages, found.url) == (("sv", "ar"), "https://vagvisare.example/sub/")


def test_what_is_promised_is_read_as_text(tmp_path: Path) -> None:
    found = _said(
        tmp_path,
        "site_name: X\nextra: {shells: !ENV [A, ''], "
        "promise: {municipalities: [0136, '2305'], answered: 75}}\n",
    )
    assert found.promise == {"municipalities": ["0136", "2305"], "answered": "75"}


def test_what_is_no_yaml_is_told(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"mkdocs\.yml"):
        _said(tmp_path, "a: [b\n")


def test_the_shipped_one() -> None:
    found = configuration(world.ROOT)
    assert found.languages == ("sv", "en", "ar", "so")
    assert found.url.endswith("/")
