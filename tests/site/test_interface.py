"""vagvisare.site.interface: the catalogues are complete, and what templates fold in is escaped."""

import re
from functools import cache

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po
from jinja2 import Environment

from tests.site import sites
from vagvisare.site import interface

KEYWORDS = {**DEFAULT_KEYWORDS, "translate": None, "message": None}


@cache
def _messages() -> set[str]:
    """Every message of the code and the templates, read as babel.cfg says."""
    with (sites.ROOT / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    folders = ("src", "theme")
    found = set()
    for folder in folders:
        here = [(pattern.removeprefix(f"{folder}/"), method) for pattern, method in methods if pattern.startswith(folder)]
        for _, _, message, _, _ in extract_from_dir(sites.ROOT / folder, here, options, KEYWORDS):
            found.add(message if isinstance(message, str) else message[0])
    return found


def _catalogue(language: str) -> Catalog:
    with (sites.ROOT / "locale" / language / "LC_MESSAGES" / "vagvisare.po").open("rb") as file:
        return read_po(file, locale=language)


def _placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"%\(\w+\)[a-z]", text))


@pytest.mark.parametrize("language", sites.LANGUAGES)
def test_a_catalogue_has_every_message_and_no_other(language: str) -> None:
    there = {message.id if isinstance(message.id, str) else message.id[0] for message in _catalogue(language) if message.id}
    assert len(there) > 50
    assert sorted(_messages() - there) == []
    assert sorted(there - _messages()) == []


@pytest.mark.parametrize("language", sites.LANGUAGES)
def test_every_message_has_its_words_and_keeps_its_placeholders(language: str) -> None:
    for message in _catalogue(language):
        if not message.id:
            continue
        ids = (message.id,) if isinstance(message.id, str) else message.id
        words = (message.string,) if isinstance(message.string, str) else message.string
        assert all(text.strip() for text in words), message.id
        assert not message.fuzzy, message.id
        for text in words:
            assert _placeholders(text) == _placeholders(ids[-1]), message.id


def test_only_english_says_every_message_as_it_stands() -> None:
    for language in ("sv", "ar", "so"):
        same = [message.id for message in _catalogue(language) if message.id and message.string == message.id]
        assert len(same) < 10, same


def _environment(language: str) -> Environment:
    environment = Environment(autoescape=True)
    interface.install(environment, interface.load(sites.ROOT / "locale", language))
    return environment


def test_words_are_folded_into_a_template() -> None:
    environment = _environment("sv")
    assert environment.from_string('<b>{{ _("Search") }}</b>').render() == "<b>Sök</b>"
    assert environment.from_string('{{ _("Text in %(language)s", language="<x>") }}').render().endswith("&lt;x&gt;")


def test_what_is_folded_in_is_escaped() -> None:
    assert (
        _environment("sv")
        .from_string('{{ _("<unknown> \\"message\\" & {{ 1 }}") }}')
        .render()
        .startswith('<span lang="en" dir="ltr">&lt;unknown&gt; &#34;')
    )


def test_a_language_without_a_catalogue_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        interface.load(sites.ROOT / "locale", "xx")
