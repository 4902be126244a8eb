"""What a theme leaves behind so that the directory's pages can be written without it.

A folder with ``settings.json`` and a shell for each language (``sv.html``). Whatever can render one
page with marks in it can take the theme's place.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from vagvisare.site.html.shell import Shell, cut
from vagvisare.site.pages.settings import Assets, Settings


def save(folder: Path, settings: Settings, shells: Mapping[str, str]) -> None:
    """Writes the settings and the uncut shells, by language.

    Raises OSError when the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "settings.json").write_text(
        json.dumps(asdict(settings), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    for language, html in shells.items():
        (folder / f"{language}.html").write_text(html, encoding="utf-8")


def load(folder: Path) -> tuple[Settings, dict[str, Shell]]:
    """The settings and the shells of a folder.

    Raises OSError when a file is missing, ValueError when one is invalid.
    """
    data = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    try:
        imports = {name: tuple(needed) for name, needed in data["assets"]["imports"].items()}
        assets = Assets(**{**data["assets"], "imports": imports})
        settings = Settings(**{**data, "languages": tuple(data["languages"]), "assets": assets})
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"{folder / 'settings.json'}: {error}") from error
    return settings, {
        code: cut((folder / f"{code}.html").read_text(encoding="utf-8"))
        for code in settings.languages
    }
