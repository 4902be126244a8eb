"""Finds templates, styles and scripts in a site's own ``theme/``, then in the package's.

A file of the site's own replaces the package's file of the same name, such as
``assets/css/tokens.css`` or ``templates/offer.html``.
"""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

THEME = "theme"
"""The folder of a site's own theme, below the root. It need not exist."""
SHIPPED = Path(__file__).resolve().parents[1] / THEME
TEMPLATES = "templates"
"""The folder of the page templates within a theme."""

Theme = tuple[Path, ...]
"""The folders of a theme: the first that has a file provides it."""
PACKAGED: Theme = (SHIPPED,)


def theme_of(root: Path) -> Theme:
    """The theme of the site at a root."""
    own = root / THEME
    return (own, *PACKAGED) if own.is_dir() else PACKAGED


def templates(theme: Theme) -> FileSystemLoader:
    """The loader of the page templates."""
    return _Unindented([folder / TEMPLATES for folder in theme])


_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)


class _Unindented(FileSystemLoader):
    """Reads templates without their indentation, which only their authors need."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        source, path, is_current = super().get_source(environment, template)
        return _INDENTATION.sub("", source), path, is_current


def find(theme: Sequence[Path], name: str) -> Path:
    """A file of the theme by its name.

    Raises FileNotFoundError, with the name.
    """
    for folder in theme:
        if (folder / name).is_file():
            return folder / name
    raise FileNotFoundError(name)


def find_all(theme: Sequence[Path], folder: str, pattern: str) -> dict[str, Path]:
    """The files in a folder of the theme that match a pattern, sorted by name."""
    found = {
        path.name: path for place in reversed(theme) for path in (place / folder).glob(pattern)
    }
    return dict(sorted(found.items()))
