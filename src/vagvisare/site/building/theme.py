"""The theme: its templates' environment, the shell that it renders, and facts for prose pages."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from vagvisare.languages.languages import SOURCE, wording
from vagvisare.prose.prose import Prose
from vagvisare.reading.recordings import of_page
from vagvisare.records.directory import Directory
from vagvisare.records.freshness import today
from vagvisare.site.facts.explainer import Explainer
from vagvisare.site.facts.reader import Reader
from vagvisare.site.files.assets import early_script, script_tags
from vagvisare.site.files.sounds import Sounds
from vagvisare.site.html import interface, markup
from vagvisare.site.html.shell import mark
from vagvisare.site.pages import addresses
from vagvisare.site.pages.alternates import alternates, switcher
from vagvisare.site.pages.kinds import KINDS
from vagvisare.site.pages.settings import Settings
from vagvisare.site.views.sayings import sayings


def prepare(
    environment: Environment,
    words: interface.Words,
    directory: Directory,
    code: str,
    settings: Settings,
) -> None:
    """Turns on a theme's escaping and gives its environment a language.

    That is its words, its `Language`, the assets and the kinds that the menu leads to.
    """
    environment.autoescape = True
    interface.install(environment, words)
    unfinished = not words.is_whole()
    environment.globals |= {
        "language": directory.vocabulary.languages[code],
        "assets": settings.assets,
        "unfinished": unfinished,
        "menu": [kind for kind in KINDS.values() if kind.in_menu],
    }


def shell(environment: Environment, config: Mapping[str, Any]) -> str:
    """The shell of the environment's language, with a mark for each slot."""
    template = environment.get_template("shell.html")
    return template.render(config=config, base_url=mark("base"), switcher=mark("switcher"))


def page_facts(  # noqa: PLR0913, PLR0917 (what a page of prose is, and where)
    directory: Directory,
    settings: Settings,
    code: str,
    where: str,
    exists: Sequence[str],
    really: str,
) -> dict[str, Any]:
    """What the templates of prose get.

    ``where`` is the page's address, ``exists`` the languages that it exists in, ``really`` the
    language of its text: not ``code`` where the page is not translated.
    """
    base = addresses.way_up(where)
    language = directory.vocabulary.languages[really]
    return {
        "base_url": base,
        "canonical": f"{settings.url}{really}/{where}",
        "text_in": language if really != code else None,
        "text_in_name": wording(
            directory.vocabulary.term("languages", really).label, code, (really,)
        ),
        "alternates": alternates(settings, where, tuple(exists)),
        "switcher": switcher(directory, settings, code, base, where),
        "scripts": _scripts(settings, base, code, where),
    }


def _scripts(settings: Settings, base: str, code: str, where: str) -> Markup:
    """The scripts of a page of prose; the home page has no words to explain but easy Swedish."""
    if where:
        return script_tags(settings.assets, base, "words")
    return early_script(settings.assets, base, "easy") if code == SOURCE else Markup()


_LINK = re.compile(r'href="site:([^"]*)"')


def link(html: str, code: str, where: str) -> str:
    """Prose with its links to the directory's pages (``site:offers/``) made relative addresses."""
    base = addresses.way_up(where)
    return _LINK.sub(lambda found: f'href="{base}/{code}/{found[1]}"', html)


def reader(
    directory: Directory, words: interface.Words, code: str, where: str, sounds: Sounds
) -> Reader:
    """The reader of a page of prose. ``sounds`` are the recordings that can be played."""
    language = directory.vocabulary.languages[code]
    easy = not where and code == SOURCE
    base = addresses.way_up(where)
    return Reader(directory, language, words, base, today(), easy=easy, sounds=sounds)


def prose_facts(reader: Reader, html: str, where: str, written: Prose) -> dict[str, Any]:
    """A page of prose as rendered from Markdown, made safe.

    Its links lead on and words of the glossary are explained. With it come the date of its check,
    in words, and the player of its recording, if it has them; to the home page, the way in.
    """
    checked = written.head.get("checked")
    recording = of_page(written, reader.directory.vocabulary)
    safe = reader.directed(markup.prose(link(html, reader.language.code, where)))
    content = Explainer(reader).explained(safe)
    player = reader.player(recording) if recording else ""
    return {
        "content": content,
        "checked": reader.when(date.fromisoformat(checked)) if checked else "",
        "recording": player,
        "easy": reader.easy,
        "sayings": () if where else sayings(reader),
    }
