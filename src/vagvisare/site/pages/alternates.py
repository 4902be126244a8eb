"""A page's other languages: the switcher for people, hreflang for machines.

The switcher links every language, because each page exists in all of them; hreflang and the sitemap
name only the languages that the page's text is actually available in.
"""

from functools import lru_cache

from markupsafe import Markup, escape

from vagvisare.languages.languages import SOURCE, Language
from vagvisare.records.directory import Directory
from vagvisare.records.kinds import Record
from vagvisare.site.pages.settings import Settings


def translated(settings: Settings, record: Record | None) -> tuple[str, ...]:
    """The site's languages that a page is really in.

    For a record's page these are the languages of its summary, for any other page all of them.
    """
    if record is None:
        return settings.languages
    return tuple(language for language in settings.languages if language in record.summary)


def alternates(settings: Settings, where: str, languages: tuple[str, ...]) -> Markup:
    """The alternate links of a page.

    They are absolute and include the page itself, and the Swedish original as x-default.
    """
    there = escape(where)
    return Markup("".join(f'{start}{there}">' for start in _alternates(settings.url, languages)))


@lru_cache(maxsize=64)
def _alternates(url: str, languages: tuple[str, ...]) -> tuple[Markup, ...]:
    """Each link up to the page's address: the same on 10,000 pages."""
    links = [(language, f"{url}{language}/") for language in languages]
    links.append(("x-default", f"{url}{SOURCE}/"))
    return tuple(Markup('<link rel="alternate" hreflang="%s" href="%s') % link for link in links)


def switcher(
    directory: Directory, settings: Settings, current: str, base: str, where: str
) -> Markup:
    """The links to a page in each language, by the language's own name in its own script."""
    there = escape(where)
    languages = tuple(directory.vocabulary.languages[code] for code in settings.languages)
    return Markup(
        "".join(f"{start}{there}{end}" for start, end in _switches(languages, current, base))
    )


@lru_cache(maxsize=64)
def _switches(
    languages: tuple[Language, ...], current: str, base: str
) -> tuple[tuple[Markup, Markup], ...]:
    """Each link in two parts, before and after the page's address: the same on 10,000 pages."""
    return tuple(
        (
            Markup('<a href="%s/%s/') % (base, language.code),
            _switch(language, language.code == current),
        )
        for language in languages
    )


def _switch(language: Language, current: bool) -> Markup:  # noqa: FBT001
    return Markup('" lang="%s" hreflang="%s" dir="%s"%s>%s</a>') % (
        language.code,
        language.code,
        language.direction,
        Markup(' aria-current="true"') if current else "",
        language.title,
    )
