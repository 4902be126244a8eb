"""A new language for the site: all that the build needs, so that only translating is left.

The configuration gets its line, the prose its folder, the interface its catalogue with CLDR's
plural forms, and Material its own words where it lacks them. Until it is translated, the site shows
each text's fallback, and says so.
"""

import re
from collections.abc import Mapping
from pathlib import Path

import yaml

from vagvisare.languages.languages import Language
from vagvisare.prose.prose import DOCS
from vagvisare.reading.configuration import FILE, configuration
from vagvisare.records.vocabulary import Vocabulary
from vagvisare.translating import catalogues
from vagvisare.yaml import yamledit
from vagvisare.yaml.yamledit import EditError

PARTIALS = "theme/partials/languages"
"""Where a site's own theme has Material's words in languages that Material lacks."""
_TWO_LETTERS = re.compile(r"[a-z]{2}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
"""The codes that mkdocs-static-i18n 1.3 accepts."""


class LanguageError(ValueError):
    """A language that cannot be added; the message says why, and what to do."""


def files(
    root: Path, code: str, vocabulary: Vocabulary, material: Path | None
) -> Mapping[str, bytes]:
    """The files of a new language: those it lacks, and ``mkdocs.yml`` with its line.

    Named relative to the root. ``material`` is the folder of Material's own ``partials/languages``.
    Raises LanguageError.
    """
    language = _language(root, code, vocabulary)
    catalogue = catalogues.empty(catalogues.read(root / catalogues.LOCALE, "en"), language)
    made = {
        FILE: _configured(root, language),
        catalogues.catalogue_file(code): catalogues.written(catalogue),
    }
    if not (root / DOCS / code).is_dir():
        made[f"{DOCS}/{code}/.gitkeep"] = ""
    if material is not None and (partial := _partial(root, language, material)):
        made[f"{PARTIALS}/{code}.html"] = partial
    return {
        file: content.encode()
        for file, content in made.items()
        if file == FILE or not (root / file).exists()
    }


def _language(root: Path, code: str, vocabulary: Vocabulary) -> Language:
    if code not in vocabulary.languages:
        raise LanguageError(
            f"{code} is not in directory/vocabulary/languages.yml. "
            "Put it there: autonym, direction, script, fallback, label."
        )
    if code in configuration(root).languages:
        raise LanguageError(f"The site is in {code} already.")
    if not _TWO_LETTERS.fullmatch(code):
        raise LanguageError(
            "mkdocs-static-i18n takes codes of two letters, with a script or a country "
            f"(fa-AF, ku-Arab), and {code} has more."
            ' What such a language needs stands in README.md, "A code of three letters".'
        )
    if not vocabulary.languages[code].autonym:
        raise LanguageError(
            f"{code} has no autonym in directory/vocabulary/languages.yml, "
            "and the switcher would have no name for it."
        )
    return vocabulary.languages[code]


def _configured(root: Path, language: Language) -> str:
    """The configuration with the language last in its list; all else is kept, comments too."""
    text = (root / FILE).read_text(encoding="utf-8")
    data = yaml.load(text, yaml.BaseLoader)  # noqa: S506 (makes nothing but text)
    plugins = data.get("plugins", ())
    place = next(
        (
            place
            for place, plugin in enumerate(plugins)
            if isinstance(plugin, dict) and "i18n" in plugin
        ),
        None,
    )
    if place is None:
        raise LanguageError(f"{FILE} has no plugin i18n.")
    try:
        return yamledit.appended(
            text,
            ("plugins", place, "i18n", "languages"),
            {"locale": language.code, "name": language.title},
        )
    except EditError as error:
        raise LanguageError(f"{FILE}: {error}") from error


def _partial(root: Path, language: Language, material: Path) -> str:
    """Material's own words for the language, in English.

    Empty if Material or the theme has them in the language already.
    """
    name = f"{language.code}.html"
    if (material / name).is_file() or (root / PARTIALS / name).is_file():
        return ""
    english = (material / "en.html").read_text(encoding="utf-8")
    head = f"{{#-\n  {language.code}, not translated yet: Material's own words, in English.\n-#}}\n"
    body = re.sub(r"\{#-.*?-#\}\s*", "", english, count=1, flags=re.DOTALL)
    body = re.sub(r'"language": "[^"]*"', f'"language": "{language.code}"', body)
    return head + re.sub(r'"direction": "[^"]*"', f'"direction": "{language.direction}"', body)
