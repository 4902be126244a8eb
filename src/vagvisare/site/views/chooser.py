"""The two pages that speak every language: the way in, which asks for the language, and the page that is not found."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from vagvisare.languages.languages import Language
from vagvisare.records.directory import Directory
from vagvisare.site.html import interface
from vagvisare.site.html.themes import SHIPPED, TEMPLATES
from vagvisare.site.pages.settings import Settings


def _render(template: str, directory: Directory, settings: Settings, locale: Path, base: str) -> str:
    environment = Environment(
        loader=FileSystemLoader(SHIPPED / TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    languages = [_spoken(directory, locale, code) for code in settings.languages]
    return environment.get_template(template).render(languages=languages, settings=settings, assets=settings.assets, base=base)


def _spoken(directory: Directory, locale: Path, code: str) -> tuple[Language, Callable[[str], str], Callable[[str], Language]]:
    """A language, its words, and in which language each of them really is."""
    known = directory.vocabulary.languages
    words = interface.load(locale, code, known[code].fallback)
    return known[code], words.gettext, lambda message: known[words.language_of(message)]


def chooser(directory: Directory, settings: Settings, locale: Path) -> str:
    """The way in: every language by its own name, in big targets."""
    return _render("chooser.html", directory, settings, locale, ".")


def not_found(directory: Directory, settings: Settings, locale: Path) -> str:
    """The page for an address that leads nowhere. It is shown at any depth, so its links begin at the site's root."""
    return _render("404.html", directory, settings, locale, urlsplit(settings.url).path.rstrip("/"))
