"""What ``mkdocs.yml`` says of the site, read without MkDocs: languages, address and promise."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from vagvisare.languages.languages import SOURCE

FILE = "mkdocs.yml"
"""The configuration's name, in the root."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """The part of ``mkdocs.yml`` that is read here.

    ``languages`` are in the order of the switcher (Swedish alone where none are named), ``url``
    ends with ``/`` or is empty. ``promise`` is the content of ``extra: promise:`` (see
    `vagvisare.guidance.promise`), all of it text: MkDocs itself reads ``0136`` as the number 94.
    """

    languages: tuple[str, ...] = (SOURCE,)
    url: str = ""
    promise: object = None


def configuration(root: Path, name: str = FILE) -> Configuration:
    """The configuration of a root; the defaults if it has no file.

    Raises ValueError if the file is no YAML.
    """
    file = root / name
    if not file.is_file():
        return Configuration()
    try:
        data: Any = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 (makes nothing but text)
    except yaml.YAMLError as error:
        raise ValueError(f"{name}: {error}") from error
    data = data if isinstance(data, dict) else {}
    languages = tuple(
        code
        for entry in _languages(data)
        if (code := entry.get("locale")) and entry.get("build") != "false"
    )
    url = data.get("site_url", "")
    return Configuration(
        languages or (SOURCE,), f"{str(url).rstrip('/')}/" if url else "", _promise(data)
    )


def _promise(data: dict[str, Any]) -> object:
    extra = data.get("extra")
    return extra.get("promise") if isinstance(extra, dict) else None


def _languages(data: dict[str, Any]) -> list[dict[str, str]]:
    """The entries below ``plugins: i18n: languages``."""
    plugins = data.get("plugins", ())
    settings = [
        plugin["i18n"]
        for plugin in plugins
        if isinstance(plugin, dict) and isinstance(plugin.get("i18n"), dict)
    ]
    return [
        entry
        for entry in (settings[0].get("languages", ()) if settings else ())
        if isinstance(entry, dict)
    ]
