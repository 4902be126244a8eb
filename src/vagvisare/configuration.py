"""What ``mkdocs.yml`` says of the site, read without MkDocs: its languages, its address."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from vagvisare.languages import SOURCE

FILE = "mkdocs.yml"
"""The configuration's name, in the root."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """``languages`` in the order of the switcher (Swedish alone where none are named), ``url`` with ``/`` at the end."""

    languages: tuple[str, ...] = (SOURCE,)
    url: str = ""


def configuration(root: Path) -> Configuration:
    """What the configuration of a root says; without one, what holds without it. Raises ValueError for what is no YAML."""
    file = root / FILE
    if not file.is_file():
        return Configuration()
    try:
        data: Any = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 (makes nothing but text)
    except yaml.YAMLError as error:
        raise ValueError(f"{FILE}: {error}") from error
    languages = tuple(code for entry in _languages(data) if (code := entry.get("locale")) and entry.get("build") != "false")
    url = data.get("site_url", "") if isinstance(data, dict) else ""
    return Configuration(languages or (SOURCE,), f"{str(url).rstrip('/')}/" if url else "")


def _languages(data: Any) -> list[dict[str, str]]:
    """The entries below ``plugins: i18n: languages``."""
    plugins = data.get("plugins", ()) if isinstance(data, dict) else ()
    settings = [plugin["i18n"] for plugin in plugins if isinstance(plugin, dict) and isinstance(plugin.get("i18n"), dict)]
    return [entry for entry in (settings[0].get("languages", ()) if settings else ()) if isinstance(entry, dict)]
