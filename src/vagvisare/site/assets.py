"""The files that pages load: style sheets, scripts and icons, under names that change with their content."""

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from vagvisare.site.settings import Assets

STYLES: tuple[str, ...] = ("tokens", "frame", "parts", "record", "lists", "home", "prose", "print")
"""The style sheets, one a component, in the order in which they are joined to one file."""
SCRIPTS: tuple[str, ...] = ("find",)


@lru_cache(maxsize=4)
def _read(material: Path, theme: Path, changed: int) -> Mapping[str, tuple[str, bytes]]:  # noqa: ARG001 (part of the key)
    own = theme / "assets"
    style = b"".join((own / "css" / f"{name}.css").read_bytes() for name in STYLES)
    found = {
        "style": ("site.css", style),
        "icons": ("icons.svg", (own / "icons.svg").read_bytes()),
        "icon": ("icon.svg", (own / "icon.svg").read_bytes()),
        "material": ("material.css", _without_map(next((material / "assets/stylesheets").glob("main.*.min.css")).read_bytes())),
        **{name: (f"{name}.js", (own / "js" / f"{name}.js").read_bytes()) for name in SCRIPTS},
    }
    return {use: (f"assets/{_stamped(name, content)}", content) for use, (name, content) in found.items()}


def _without_map(css: bytes) -> bytes:
    """Material's style sheet without the address of its source map, which is not published."""
    return css.rpartition(b"/*# sourceMappingURL=")[0] or css


def _stamped(name: str, content: bytes) -> str:
    stem, _, ending = name.rpartition(".")
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:8]}.{ending}"


def _all(material: Path, theme: Path) -> Mapping[str, tuple[str, bytes]]:
    newest = max(path.stat().st_mtime_ns for path in (theme / "assets").rglob("*"))
    return _read(material, theme, newest)


def files(material: Path, theme: Path) -> dict[str, bytes]:
    """Every file by its path in the site. ``material`` and ``theme`` are the folders of Material's and our templates."""
    return dict(_all(material, theme).values())


def addresses(material: Path, theme: Path) -> Assets:
    """Where each file stands in the site."""
    return Assets(**{use: path for use, (path, _) in _all(material, theme).items()})
