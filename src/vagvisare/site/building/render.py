"""Pages as HTML: a page's view through its template, put into the shell of its language."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache, partial

from jinja2 import Environment
from markupsafe import Markup, escape

from vagvisare.languages import cldr
from vagvisare.languages.languages import SOURCE, Language
from vagvisare.reading import freeplaces
from vagvisare.records.directory import Directory
from vagvisare.records.kinds import Record
from vagvisare.site.building import shelving, showcards
from vagvisare.site.facts import factsheets, linked_data, shown
from vagvisare.site.facts.explainer import Explainer, has_words
from vagvisare.site.facts.placeswords import places_words
from vagvisare.site.facts.reader import EASY_MARK, Reader
from vagvisare.site.files.assets import early_script, script_tags
from vagvisare.site.files.sounds import Sounds
from vagvisare.site.html import direct, interface
from vagvisare.site.html.interface import Words
from vagvisare.site.html.shell import Shell
from vagvisare.site.html.themes import PACKAGED, Theme
from vagvisare.site.pages import addresses, kinds
from vagvisare.site.pages.alternates import alternates, switcher, translated
from vagvisare.site.pages.pages import Page, address
from vagvisare.site.pages.settings import Settings
from vagvisare.site.views.kinds import view
from vagvisare.site.views.view import View
from vagvisare.translating.standing import Standing

MOST_CHIPS, MOST_AREAS = 4, 3
"""Chips and places that a card shows."""
PLACES = "data-places"
"""What marks free places in a page: where it stands, the script comes along that refreshes them."""


@dataclass(frozen=True)
class Renderer:
    """Renders the directory's pages in one language. ``search_folder`` is where the search index stands.

    ``source_words`` are the interface's words in Swedish, for what stands in both languages.
    """

    directory: Directory
    settings: Settings
    language: Language
    words: Words
    source_words: Words
    shell: Shell
    today: date
    standing: Callable[[], Standing] = dict
    search_folder: str = ""
    sounds: Sounds = field(default_factory=dict)
    theme: Theme = PACKAGED

    def page(self, page: Page) -> tuple[str, str]:
        """The path of a page below the site's root, and its HTML."""
        where = address(self.directory, page)
        base = addresses.way_up(where)
        environment = self._environment(base)
        reader: Reader = environment.globals["reader"]  # type: ignore[assignment]
        shown = view(page, reader)
        body = environment.get_template(shown.template).render(
            title=shown.title,
            description=shown.description,
            trail=shown.trail,
            edit=self._edit_address(shown.record),
            **shown.facts,
        )
        if EASY_MARK in body:
            body = f"{environment.get_template('easy.html').render()}{body}"
        scripts = [shown.script] if shown.script else []
        if has_words(body):
            scripts.append("words")
            explainer: Explainer = environment.globals["explainer"]  # type: ignore[assignment]
            body = explainer.explained(Markup(body))  # noqa: S704 (what a template of ours rendered)
        if PLACES in body:
            scripts.append("places")
            body = f"{body}{self._places_words(base)}"
        html = self.shell.fill(
            {
                "title": str(escape(shown.title)),
                "description": str(escape(shown.description)),
                "canonical": str(escape(f"{self.settings.url}{self.language.code}/{where}")),
                "base": base,
                "head": f"{self._early(body, base)}{self._head(shown, where, reader, scripts)}",
                "switcher": switcher(self.directory, self.settings, self.language.code, base, where),
                "body": body,
            }
        )
        return f"{self.language.code}/{where}index.html", html

    def _early(self, body: str, base: str) -> Markup:
        """The script that says which Swedish is wanted, before the page is painted."""
        return early_script(self.settings.assets, base, "easy") if EASY_MARK in body else Markup()

    def _head(self, shown: View, where: str, reader: Reader, scripts: Iterable[str]) -> str:
        url = f"{self.settings.url}{self.language.code}/"
        home = (self.settings.name, url)
        trail = (home, *((name, url + there) for name, there in shown.trail), (shown.title, url + where))
        graph = [linked_data.breadcrumbs(trail)]
        if shown.record:
            graph.append(linked_data.describe(reader, shown.record, url + where))
        links = alternates(self.settings, where, translated(self.settings, shown.record))
        return f"{links}{linked_data.script(graph)}{script_tags(self.settings.assets, reader.base, *scripts)}"

    def _places_words(self, base: str) -> Markup:
        """What the script that refreshes free places needs to know of the language."""
        words = self._environment(base).get_template("free.html").module.words  # type: ignore[attr-defined]
        made: Markup = words(places_words(self.language.code, self.words.gettext, f"{base}/{freeplaces.PATH}"))
        return made

    def _edit_address(self, record: Record | None) -> str:
        return f"{self.settings.edit_url}directory/{record.kind_name}/{record.id}.yml" if record else ""

    @cached_property
    def _environments(self) -> dict[str, Environment]:
        return {}

    def _environment(self, base: str) -> Environment:
        """The templates for pages at one depth: what they share need not be made anew for each page."""
        if base not in self._environments:
            self._environments[base] = self._make_environment(base)
        return self._environments[base]

    def _make_environment(self, base: str) -> Environment:
        official = Reader(self.directory, self.directory.vocabulary.languages[SOURCE], self.source_words, base, self.today)
        is_swedish = self.language.code == SOURCE
        there = None if is_swedish else official
        reader = Reader(
            self.directory, self.language, self.words, base, self.today, self.standing, there, is_swedish, self.sounds
        )
        environment = direct.environment(direct.compiled(self.words), self.theme)
        interface.install(environment, self.words)
        environment.globals |= {
            "reader": reader,
            "icon": _icon_maker(f"{base}/{self.settings.assets.icons}"),
            "languages": " ".join(self.settings.languages),
            "search_folder": f"{base}/{self.search_folder}",
            "comma": "، " if self.language.script == "Arab" else ", ",
            "grouped": lambda number: cldr.grouped(number, self.language.code),
            "chips": partial(shown.chips, reader),
            "facts_of": partial(factsheets.facts, reader),
            "address_of_municipality": lambda code: addresses.of_municipality(self.directory, code),
            "plain_place": reader.plain_place,
            "address_of_letter": addresses.of_letter,
            "address_of_situation": addresses.of_situation,
            "address_of_language": addresses.of_language,
            "address_of_industry": addresses.of_industry,
        }
        environment.globals["explainer"] = Explainer(reader)
        environment.globals["card"] = _card_maker(environment, reader)
        showcards.install(environment, reader, self.settings)
        shelving.install(environment, reader, self.settings)
        return environment


def _card_maker(environment: Environment, reader: Reader) -> Callable[[Record, int, bool], Markup]:
    """Cards, kept because a national offer's stands on each of 290 municipalities' pages."""
    card = environment.get_template("card.html").module.card  # type: ignore[attr-defined]

    @lru_cache(maxsize=1024)
    def card_of(kind: str, record_id: str, level: int, place: bool) -> Markup:  # noqa: FBT001
        record = reader.directory.of_kind(kind)[record_id]
        made: Markup = card(record, level, place, *_card_facts(environment, reader, record))
        return made

    return lambda record, level, place: card_of(record.kind_name, record.id, level, place)


def _icon_maker(icons: str) -> Callable[[str], Markup]:
    """Icons by name, out of the one file that holds them all."""

    @lru_cache(maxsize=64)
    def icon(name: str) -> Markup:
        return Markup('<svg aria-hidden="true"><use href="%s#%s"/></svg>') % (icons, name)

    return icon


def _card_facts(
    environment: Environment, reader: Reader, record: Record
) -> tuple[list[Markup], list[Markup], Markup, Sequence[str] | None]:
    directory, kind = reader.directory, kinds.of(record)
    areas = directory.municipalities_of(record) or directory.counties_of(record)
    lines = environment.get_template("free.html").module.lines  # type: ignore[attr-defined]
    free = lines(record) if kind.places(record) else Markup()
    chips = [reader.term(kind.chips, code) for code in kind.chip_codes(record)[:MOST_CHIPS]]
    return chips, [reader.place(code) for code in areas[:MOST_AREAS]], free, kind.takes(record)
