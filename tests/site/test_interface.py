"""vagvisare.site.interface: what templates fold in is escaped, and says what language it is in where that is another.

That the catalogues are whole is looked at in tests/test_catalogues.
"""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from jinja2 import Environment

from tests.site import sites
from vagvisare.site import interface


def _catalogue(language: str) -> Catalog:
    with (sites.ROOT / "locale" / language / "LC_MESSAGES" / "vagvisare.po").open("rb") as file:
        return read_po(file, locale=language)


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


# --- what is not translated -------------------------------------------------------------------------------------------


def _half(tmp_path: Path, code: str = "uk", fallback: tuple[str, ...] = ("en", "sv")) -> Environment:
    """An environment in a language that has one message only."""
    for language, text in ((code, "Пошук"), ("bs", "Traži")):
        file = tmp_path / f"locale/{language}/LC_MESSAGES/vagvisare.po"
        file.parent.mkdir(parents=True, exist_ok=True)
        more = 'msgid "Menu"\nmsgstr "Meni"\n\n' if language == "bs" else 'msgid "Menu"\nmsgstr ""\n\n'
        file.write_text(
            f'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n{more}msgid "Search"\nmsgstr "{text}"\n', "utf-8"
        )
    environment = Environment(autoescape=True)
    interface.install(environment, interface.load(tmp_path / "locale", code, fallback))
    return environment


def test_what_is_not_translated_is_marked_where_an_element_may_stand(tmp_path: Path) -> None:
    template = '<title>{{ _("Menu") }}</title><a title="{{ _("Menu") }}">{{ _("Menu") }}</a><b>{{ _("Search") }}</b>'
    assert _half(tmp_path).from_string(template).render() == (
        '<title>Menu</title><a title="Menu"><span lang="en" dir="ltr">Menu</span></a><b>Пошук</b>'
    )


def test_the_chain_of_fallbacks_is_asked_before_english(tmp_path: Path) -> None:
    environment = _half(tmp_path, "hr", ("bs", "en", "sv"))
    assert environment.from_string('<b>{{ _("Menu") }}</b>').render() == '<b><span lang="bs" dir="ltr">Meni</span></b>'


def test_a_language_is_whole_when_it_has_nearly_all_words(tmp_path: Path) -> None:
    _half(tmp_path)
    assert not interface.load(tmp_path / "locale", "uk").is_whole()
    assert interface.load(sites.ROOT / "locale", "so").is_whole()
    assert interface.load(sites.ROOT / "locale", "so").states()["missing"] == 0
    assert set(interface.load(sites.ROOT / "locale", "so").states()) == {"machine", "missing"}
