"""vagvisare.site.html.interface: messages folded into templates are escaped.

Where a message is in another language than the page, it says so. That the catalogues are complete
is tested in tests/translating/test_cataloguechecks.py.
"""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment
from markupsafe import escape

from tests.site import sites
from vagvisare.site.html import interface
from vagvisare.translating.pofile import PoError


def _catalogue(language: str) -> Catalog:
    with (sites.LOCALE / language / "LC_MESSAGES" / "vagvisare.po").open("rb") as file:
        return read_po(file, locale=language)


def test_only_english_says_every_message_as_it_stands() -> None:
    for language in ("sv", "ar", "so"):
        same = [
            message.id
            for message in _catalogue(language)
            if message.id and message.string == message.id
        ]
        assert len(same) < 10, same


def _environment(language: str) -> Environment:
    environment = Environment(autoescape=True)
    interface.install(environment, interface.load(sites.LOCALE, language))
    return environment


def test_words_are_folded_into_a_template() -> None:
    environment = _environment("sv")
    assert environment.from_string('<b>{{ _("Search") }}</b>').render() == "<b>Sök</b>"
    assert (
        environment.from_string('{{ _("Text in %(language)s", language="<x>") }}')
        .render()
        .endswith("&lt;x&gt;")
    )


def test_what_is_folded_in_is_escaped() -> None:
    assert (
        _environment("sv")
        .from_string('{{ _("<unknown> \\"message\\" & {{ 1 }}") }}')
        .render()
        .startswith('<span lang="en" dir="ltr">&lt;unknown&gt; &#34;')
    )


def _translated(tmp_path: Path, message: str, translation: str) -> Environment:
    """An environment where one message has this translation."""
    file = tmp_path / "locale/sv/LC_MESSAGES/vagvisare.po"
    file.parent.mkdir(parents=True)
    catalogue = Catalog("sv")
    catalogue.add(message, translation)
    with file.open("wb") as target:
        write_po(target, catalogue)
    environment = Environment(autoescape=True)
    interface.install(environment, interface.load(tmp_path / "locale", "sv"))
    return environment


HOSTILE = (
    "{{ 7 * 7 }}",
    "{{ self.__init__.__globals__ }}",
    "{% for i in range(9 ** 9) %}{% endfor %}",
    "{% raise %}",
    "{# gone #}",
    "{% raw %}",
    '") }}{{ 7 * 7 }}{{ _("',
    "<b>&amp;\"'</b>",
    "<@body@> %s ${x} \\u007b\\u007b 7 }}",
)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("place", ["<p>{}</p>", '<a title="{}">x</a>', "<title>{}</title>"])
def test_a_translation_is_shown_and_never_run(text: str, place: str, tmp_path: Path) -> None:
    template = _translated(tmp_path, "Search", text).from_string(place.format('{{ _("Search") }}'))
    assert template.render() == place.format(escape(text))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_translation_that_is_asked_for_as_the_page_is_made_is_not_run_either(
    text: str, tmp_path: Path
) -> None:
    template = _translated(tmp_path, "Search", text).from_string(
        '{% set word = _("Search") %}<p>{{ word }}</p>'
    )
    assert template.render() == f"<p>{escape(text)}</p>"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("%(age)2000000000s", "%(age)2000000000s"),
        ("%(age).2000000000f", "%(age).2000000000f"),
        ("%(age)*s %(age)s", "%(age)*s 7"),
        ("%(years)s %(age)s", "%(years)s 7"),
        ("%(age)d %(age)c %(age)r %s %", "%(age)d %(age)c %(age)r %s %"),
        ("%(age)s%% {age} {0.__class__}", "7% {age} {0.__class__}"),
        ("%%(age)s %(age)s", "%(age)s 7"),
    ],
)
def test_only_placeholders_are_filled_in(text: str, shown: str, tmp_path: Path) -> None:
    assert (
        _translated(tmp_path, "up to %(age)s", text)
        .from_string('{{ _("up to %(age)s", age=7) }}')
        .render()
        == shown
    )


def test_what_is_put_in_is_not_read_again(tmp_path: Path) -> None:
    template = _translated(tmp_path, "up to %(age)s", "%(age)s!").from_string(
        '{{ _("up to %(age)s", age="%(age)9s {{ 1 }}<b>") }}'
    )
    assert template.render() == "%(age)9s {{ 1 }}&lt;b&gt;!"


def test_a_language_without_a_catalogue_is_an_error() -> None:
    with pytest.raises(PoError, match="catalogue-no-file"):
        interface.load(sites.LOCALE, "xx")


# --- what is not translated -----------------------------------------------------------------------


def _half(
    tmp_path: Path, code: str = "uk", fallback: tuple[str, ...] = ("en", "sv")
) -> Environment:
    """An environment in a language with only one message translated."""
    for language, text in ((code, "Пошук"), ("bs", "Traži")):
        file = tmp_path / f"locale/{language}/LC_MESSAGES/vagvisare.po"
        file.parent.mkdir(parents=True, exist_ok=True)
        more = (
            'msgid "Menu"\nmsgstr "Meni"\n\n' if language == "bs" else 'msgid "Menu"\nmsgstr ""\n\n'
        )
        file.write_text(
            'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
            f'{more}msgid "Search"\nmsgstr "{text}"\n',
            "utf-8",
        )
    environment = Environment(autoescape=True)
    interface.install(environment, interface.load(tmp_path / "locale", code, fallback))
    return environment


def test_what_is_not_translated_is_marked_where_an_element_may_stand(tmp_path: Path) -> None:
    template = (
        '<title>{{ _("Menu") }}</title><a title="{{ _("Menu") }}">{{ _("Menu") }}</a>'
        '<b>{{ _("Search") }}</b>'
    )
    assert _half(tmp_path).from_string(template).render() == (
        '<title>Menu</title><a title="Menu"><span lang="en" dir="ltr">Menu</span></a><b>Пошук</b>'
    )


def test_the_chain_of_fallbacks_is_asked_before_english(tmp_path: Path) -> None:
    environment = _half(tmp_path, "hr", ("bs", "en", "sv"))
    assert (
        environment.from_string('<b>{{ _("Menu") }}</b>').render()
        == '<b><span lang="bs" dir="ltr">Meni</span></b>'
    )


def test_a_language_is_whole_when_it_has_nearly_all_words(tmp_path: Path) -> None:
    _half(tmp_path)
    assert not interface.load(tmp_path / "locale", "uk").is_whole()
    assert interface.load(sites.LOCALE, "so").is_whole()
    assert interface.load(sites.LOCALE, "so").states()["missing"] == 0
    assert set(interface.load(sites.LOCALE, "so").states()) == {"machine", "missing"}
