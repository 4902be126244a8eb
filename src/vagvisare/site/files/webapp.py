"""The web app manifest: what a phone needs to put the site on its home screen.

One for each language (https://www.w3.org/TR/appmanifest/).
"""

import json
from collections.abc import Callable

from vagvisare.languages.languages import Language
from vagvisare.site.pages.settings import Settings

THEME, BACKGROUND = "#0b4f5c", "#fbfaf6"
"""The colours of the top of a page and of its paper (``tokens.css``)."""


def path(language: str) -> str:
    """The path of a language's manifest."""
    return f"{language}/app.webmanifest"


def manifest(settings: Settings, language: Language, translate: Callable[[str], str]) -> str:
    """The manifest as JSON. Its addresses are relative to it: a site may lie in any folder."""
    icon = {"src": f"../{settings.assets.icon}", "sizes": "any", "type": "image/svg+xml"}
    facts = {
        "name": settings.name,
        "short_name": settings.name,
        "description": translate("Who helps you, and how to reach them."),
        "lang": language.code,
        "dir": language.direction,
        "start_url": "./",
        "scope": "../",
        "display": "minimal-ui",
        "theme_color": THEME,
        "background_color": BACKGROUND,
        "icons": [icon],
    }
    return json.dumps(facts, ensure_ascii=False, indent=1) + "\n"
