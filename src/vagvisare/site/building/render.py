"""Pages as HTML: a page's view through its template, put into the shell of its language."""

from collections.abc import Callable, Hashable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from urllib.parse import quote

from jinja2 import Environment
from markupsafe import Markup, escape

from vagvisare.languages import cldr
from vagvisare.languages.languages import SOURCE, Language
from vagvisare.reading import freeplaces
from vagvisare.records.directory import Directory
from vagvisare.records.kinds import Record
from vagvisare.site.building import shelving, showcards
from vagvisare.site.building.fragments import Fragments, Macro
from vagvisare.site.facts import factsheets, linked_data, shown
from vagvisare.site.facts.explainer import Explainer
from vagvisare.site.facts.placeswords import places_words
from vagvisare.site.facts.reader import Reader
from vagvisare.site.files.assets import early_script, script_tags
from vagvisare.site.files.sounds import Sounds
from vagvisare.site.html import direct, interface
from vagvisare.site.html.interface import Words
from vagvisare.site.html.markup import filled
from vagvisare.site.html.pagecontext import Kept, Need, PageContext
from vagvisare.site.html.shell import Shell
from vagvisare.site.html.themes import PACKAGED, Theme
from vagvisare.site.pages import addresses, kinds
from vagvisare.site.pages.alternates import alternates, switcher, translated
from vagvisare.site.pages.pages import Page, address
from vagvisare.site.pages.settings import Settings
from vagvisare.site.views.kinds import view
from vagvisare.site.views.view import View
from vagvisare.site.views.watched import LEADS_AWAY
from vagvisare.translating.standing import Standing

MOST_CHIPS, MOST_AREAS = 4, 3
"""How many chips and places a card shows at most."""
SCRIPTS: tuple[Need, ...] = ("words", "places", "hours", "leave", "send")
"""The needs that a script of the same name meets."""


@dataclass(frozen=True)
class Renderer:
    """Renders the directory's pages in one language.

    ``search_folder`` is the folder of the search index. ``source_words`` are the interface's words
    in Swedish, for what is shown in both languages.
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
        with reader.context.recording() as needs:
            shown = view(page, reader)
            body = self._body(environment, shown, needs)
            if "send" in shown.needs:
                body = f"{body}{self._send(environment, page, shown)}"
        html = self.shell.fill(
            {
                "title": str(escape(shown.title)),
                "description": str(escape(shown.description)),
                "canonical": str(escape(f"{self.settings.url}{self.language.code}/{where}")),
                "base": base,
                "head": f"{self._early(needs, base)}{self._head(shown, where, reader, needs)}",
                "switcher": switcher(
                    self.directory, self.settings, self.language.code, base, where
                ),
                "body": body,
            }
        )
        return f"{self.language.code}/{where}index.html", html

    def _body(self, environment: Environment, shown: View, needs: set[Need]) -> str:
        """A view through its template, with the additions that its content needs."""
        reader: Reader = environment.globals["reader"]  # type: ignore[assignment]
        reader.context.need(*shown.needs)
        edit = self._edit_address(shown.record)
        template = environment.get_template(shown.template)
        body = template.render(
            title=shown.title,
            description=shown.description,
            trail=shown.trail,
            edit=edit,
            **shown.facts,
        )
        if "easy" in needs:
            body = f"{environment.get_template('easy.html').render()}{body}"
        if "leave" in needs:
            button = environment.get_template("leave.html").module.button  # type: ignore[attr-defined]
            body = f"{button('leave' not in shown.needs)}{body}"
        if "words" in needs:
            explainer: Explainer = environment.globals["explainer"]  # type: ignore[assignment]
            body = explainer.explained(Markup(body))  # noqa: S704 (what a template of ours rendered)
        return f"{body}{self._places_words(reader.base)}" if "places" in needs else body

    def _send(self, environment: Environment, page: Page, shown: View) -> Markup:
        """The ways to hand a page on."""
        macro = environment.get_template("send.html").module.send  # type: ignore[attr-defined]
        where = address(self.directory, page)
        absolute = f"{self.settings.url}{self.language.code}/{where}"
        made: Markup = macro(absolute, shown.title, page.kind == "card")
        return made

    def _early(self, needs: AbstractSet[Need], base: str) -> Markup:
        """The script that says which Swedish is wanted before the page is painted."""
        return early_script(self.settings.assets, base, "easy") if "easy" in needs else Markup()

    def _head(self, shown: View, where: str, reader: Reader, needs: AbstractSet[Need]) -> str:
        url = f"{self.settings.url}{self.language.code}/"
        home = (self.settings.name, url)
        trail = (
            home,
            *((name, url + there) for name, there in shown.trail),
            (shown.title, url + where),
        )
        graph = [linked_data.breadcrumbs(trail)]
        if shown.record:
            graph.append(linked_data.describe(reader, shown.record, url + where))
        links = alternates(self.settings, where, translated(self.settings, shown.record))
        scripts = [shown.script, *(need for need in SCRIPTS if need in needs)]
        return (
            f"{links}{linked_data.script(graph)}"
            f"{script_tags(self.settings.assets, reader.base, *filter(None, scripts))}"
        )

    def _places_words(self, base: str) -> Markup:
        """The words of the language that the script for free places needs."""
        words = self._environment(base).get_template("free.html").module.words  # type: ignore[attr-defined]
        made: Markup = words(
            places_words(self.language.code, self.words.gettext, f"{base}/{freeplaces.PATH}")
        )
        return made

    def _edit_address(self, record: Record | None) -> str:
        return (
            f"{self.settings.edit_url}directory/{record.kind_name}/{record.id}.yml"
            if record
            else ""
        )

    @cached_property
    def _environments(self) -> dict[str, Environment]:
        return {}

    def _environment(self, base: str) -> Environment:
        """The templates for pages at one depth, kept with what those pages share."""
        if base not in self._environments:
            self._environments[base] = self._make_environment(base)
        return self._environments[base]

    def _reader(self, base: str) -> Reader:
        context = PageContext()
        is_swedish = self.language.code == SOURCE
        swedish = self.directory.vocabulary.languages[SOURCE]
        official = Reader(
            self.directory, swedish, self.source_words, base, self.today, context=context
        )
        return Reader(
            self.directory,
            self.language,
            self.words,
            base,
            self.today,
            standing=self.standing,
            official=None if is_swedish else official,
            easy=is_swedish,
            sounds=self.sounds,
            context=context,
        )

    def _make_environment(self, base: str) -> Environment:
        reader = self._reader(base)
        environment = direct.environment(direct.compiled(self.words), self.theme)
        interface.install(environment, self.words)
        environment.globals |= {
            "reader": reader,
            "languages": " ".join(self.settings.languages),
            "search_folder": f"{base}/{self.search_folder}",
            "comma": "، " if self.language.script == "Arab" else ", ",
            "grouped": lambda number: cldr.grouped(number, self.language.code),
            "chips": partial(shown.chips, reader),
            "facts_of": partial(factsheets.facts, reader),
            "can_be_asked": lambda record: any(c.phone or c.email for c in record.contacts),
            "page_needs": partial(_recorded, reader.context),
            "spans": shown.spans,
            "leads_away": LEADS_AWAY,
            "quoted": lambda text: quote(text, safe=""),
            "address_of_municipality": lambda code: addresses.of_municipality(self.directory, code),
            "plan_of": lambda record: (
                addresses.of_plan(addresses.of_record(self.directory, record))
                if kinds.of(record).has_plan(record)
                else ""
            ),
            "address_of_training": lambda code: addresses.of_training(self.directory, code),
            "plain_place": reader.plain_place,
            "address_of_letter": addresses.of_letter,
            "address_of_situation": addresses.of_situation,
            "address_of_language": addresses.of_language,
            "address_of_industry": addresses.of_industry,
        }
        environment.globals["explainer"] = Explainer(reader)
        fragments = Fragments(environment, Kept(reader.context))
        environment.globals["icon"] = fragments.once(
            "icon", _icon_maker(f"{base}/{self.settings.assets.icons}")
        )
        environment.globals["card"] = fragments.once(
            "card", _card_maker(fragments, reader), _of_card
        )
        showcards.install(fragments, reader, self.settings)
        shelving.install(fragments, reader, self.settings)
        return environment


def _recorded(context: PageContext, *needs: Need) -> str:
    """Records what a page needs where a template finds that it does; shows nothing."""
    context.need(*needs)
    return ""


def _of_card(record: Record, level: int, place: bool) -> Hashable:  # noqa: FBT001 (as templates call it)
    return record.kind_name, record.id, level, place


def _card_maker(fragments: Fragments, reader: Reader) -> Macro:
    """Cards of records: chips, places, how many of them are free, and whom an enterprise takes."""
    card, lines = fragments.macro("card.html", "card"), fragments.macro("free.html", "lines")

    def made(record: Record, level: int, place: bool) -> Markup:  # noqa: FBT001
        directory, kind = reader.directory, kinds.of(record)
        areas = directory.municipalities_of(record) or directory.counties_of(record)
        chips = [reader.term(kind.chips, code) for code in kind.chip_codes(record)[:MOST_CHIPS]]
        names = [reader.place(code) for code in areas[:MOST_AREAS]]
        free = Markup()
        if kind.places(record):
            reader.context.need("places")
            free = lines(record)
        return card(record, level, place, chips, names, free, kind.takes(record))

    return made


def _icon_maker(icons: str) -> Macro:
    """Icons by name, from the one file that holds them all."""
    return lambda name: filled('<svg aria-hidden="true"><use href="%s#%s"/></svg>', icons, name)
