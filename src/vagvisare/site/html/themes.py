"""Where templates, styles and scripts are found: in a site's own ``theme/``, then in the package's.

A file of the site's own takes the place of the package's file of the same name, such as
``assets/css/tokens.css`` or ``templates/offer.html``.
"""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

THEME = "theme"
"""A site's own theme, under the root, which need not be there."""
SHIPPED = Path(__file__).resolve().parents[1] / THEME
TEMPLATES = "templates"
"""The folder, within a theme, of the templates of the directory's pages."""

Theme = tuple[Path, ...]
"""The folders of a theme: the first that has a file provides it."""
PACKAGED: Theme = (SHIPPED,)


def theme_of(root: Path) -> Theme:
    """The theme of the site at a root."""
    own = root / THEME
    return (own, *PACKAGED) if own.is_dir() else PACKAGED


def templates(theme: Theme) -> FileSystemLoader:
    """What finds the templates of the directory's pages."""
    return _Unindented([folder / TEMPLATES for folder in theme])


_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)


class _Unindented(FileSystemLoader):
    """Reads templates without their indentation, which shows how they are built and belongs on no page."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        source, path, is_current = super().get_source(environment, template)
        return _INDENTATION.sub("", source), path, is_current


def find(theme: Sequence[Path], name: str) -> Path:
    """A file of the theme by its name. Raises FileNotFoundError, with the name."""
    for folder in theme:
        if (folder / name).is_file():
            return folder / name
    raise FileNotFoundError(name)


def find_all(theme: Sequence[Path], folder: str, pattern: str) -> dict[str, Path]:
    """The files in a folder of the theme that fit a pattern, by name and in its order."""
    found = {path.name: path for place in reversed(theme) for path in (place / folder).glob(pattern)}
    return dict(sorted(found.items()))
