"""The two pages that speak every language: the language chooser and the 404 page."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, StrictUndefined, Template

from vagvisare.languages.languages import EASY, Language
from vagvisare.records.directory import Directory
from vagvisare.site.html import interface
from vagvisare.site.html.themes import PACKAGED, Theme, templates
from vagvisare.site.pages.settings import Settings


def _environment(theme: Theme) -> Environment:
    return Environment(
        loader=templates(theme),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _render(
    template: Template, directory: Directory, settings: Settings, locale: Path, base: str
) -> str:
    languages = [_spoken(directory, locale, code) for code in settings.languages]
    return template.render(
        languages=languages, easy=EASY.code, settings=settings, assets=settings.assets, base=base
    )


def _spoken(
    directory: Directory, locale: Path, code: str
) -> tuple[Language, Callable[[str], str], Callable[[str], Language]]:
    """A language, its words, and a lookup of the language that each word is really in."""
    known = directory.vocabulary.languages
    words = interface.load(locale, code, known[code].fallback)
    return known[code], words.gettext, lambda message: known[words.language_of(message)]


def chooser(directory: Directory, settings: Settings, locale: Path, theme: Theme = PACKAGED) -> str:
    """The front page: every language by its own name, and easy Swedish, in big targets."""
    return _render(
        _environment(theme).get_template("chooser.html"), directory, settings, locale, "."
    )


def not_found(
    directory: Directory, settings: Settings, locale: Path, theme: Theme = PACKAGED
) -> str:
    """The page for an address that leads nowhere.

    It is shown at any depth, so its links begin at the site's root.
    """
    base = urlsplit(settings.url).path.rstrip("/")
    return _render(_environment(theme).get_template("404.html"), directory, settings, locale, base)
