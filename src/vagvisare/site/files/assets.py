"""Style sheets, scripts and icons that pages load, under names that change with their content.

Scripts and style sheets are published without comments and white space, which are half of them;
nothing else changes.
"""

import hashlib
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from markupsafe import Markup
from rcssmin import cssmin
from rjsmin import jsmin

from vagvisare.site.files.bundle import bundled
from vagvisare.site.html.markup import filled
from vagvisare.site.html.themes import Theme, find, find_all
from vagvisare.site.pages.settings import Assets

STYLES: tuple[str, ...] = (
    "tokens",
    "frame",
    "parts",
    "record",
    "lists",
    "finder",
    "search",
    "guide",
    "urgent",
    "keep",
    "send",
    "plan",
    "map",
    "coverage",
    "home",
    "prose",
    "translations",
    "read-aloud",
    "recording",
    "easy",
    "words",
    "print",
    "showcard",
)
"""The style sheets, one per component, in the order in which they are joined into one file."""
BUNDLED = ("search",)
"""Scripts that are published with all that they import: those that many files would make slow."""
WORKER = "worker.js"
"""The service worker. Its name never changes, and its folder is all that it may answer for."""
_IMPORT = re.compile(r'^(?:import|export)\b[^"\n]*"\./([a-z-]+)\.js"', re.MULTILINE)
"""A script's import of its neighbour. It is found only if written on one line."""


@lru_cache(maxsize=4)
def _read(material: Path, theme: Theme, changed: int) -> tuple[Assets, Mapping[str, bytes]]:  # noqa: ARG001 (part of the key)
    single = {
        "style": (
            "site.css",
            cssmin(b"".join(find(theme, f"assets/css/{name}.css").read_bytes() for name in STYLES)),
        ),
        "icons": ("icons.svg", find(theme, "assets/icons.svg").read_bytes()),
        "icon": ("icon.svg", find(theme, "assets/icon.svg").read_bytes()),
        "material": (
            "material.css",
            _without_map(
                next((material / "assets/stylesheets").glob("main.*.min.css")).read_bytes()
            ),
        ),
    }
    written = {
        path.stem: path.read_bytes() for path in find_all(theme, "assets/js", "*.js").values()
    }
    whole = written | {name: _bundled(name, written) for name in BUNDLED if name in written}
    scripts = {name: jsmin(script) for name, script in whole.items()}
    folder = f"assets/js.{_stamp(b''.join(scripts.values()))}"
    files = {f"assets/{_stamped(name, content)}": content for name, content in single.values()}
    files |= {f"{folder}/{name}.js": content for name, content in scripts.items()}
    files[WORKER] = jsmin(find(theme, "assets/worker.js").read_bytes())
    addresses = {
        use: f"assets/{_stamped(name, content)}" for use, (name, content) in single.items()
    }
    return Assets(**addresses, scripts=folder, imports=_imports(whole)), files


def _bundled(name: str, scripts: Mapping[str, bytes]) -> bytes:
    return bundled(name, {one: content.decode() for one, content in scripts.items()}).encode()


def _imports(scripts: Mapping[str, bytes]) -> dict[str, tuple[str, ...]]:
    """All scripts that each script needs, near and far: requested at once, not one by one."""
    direct = {name: _IMPORT.findall(content.decode()) for name, content in scripts.items()}
    found = {}
    for name in scripts:
        needed, waiting = [], list(direct[name])
        while waiting:
            if (other := waiting.pop(0)) not in needed:
                needed.append(other)
                waiting += direct[other]
        found[name] = tuple(needed)
    return found


def _without_map(css: bytes) -> bytes:
    """Material's style sheet without the address of its source map, which is not published."""
    return css.rpartition(b"/*# sourceMappingURL=")[0] or css


def _stamp(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:8]


def _stamped(name: str, content: bytes) -> str:
    stem, _, ending = name.rpartition(".")
    return f"{stem}.{_stamp(content)}.{ending}"


def _all(material: Path, theme: Theme) -> tuple[Assets, Mapping[str, bytes]]:
    newest = max(
        path.stat().st_mtime_ns for folder in theme for path in (folder / "assets").rglob("*")
    )
    return _read(material, theme, newest)


def files(material: Path, theme: Theme) -> dict[str, bytes]:
    """Every file by its path in the site. ``material`` is the folder of Material's templates."""
    return dict(_all(material, theme)[1])


def addresses(material: Path, theme: Theme) -> Assets:
    """The address of each file in the site."""
    return _all(material, theme)[0]


def script_tags(assets: Assets, base: str, *names: str) -> Markup:
    """The scripts that a page starts, and preload links for all that they import.

    The browser can then request them all at the same time.
    """
    needed = dict.fromkeys(other for name in names for other in assets.imports.get(name, ()))
    links = (
        filled('<link rel="modulepreload" href="%s/%s/%s.js">', base, assets.scripts, other)
        for other in needed
    )
    tags = (
        filled('<script type="module" src="%s/%s/%s.js"></script>', base, assets.scripts, name)
        for name in names
    )
    return Markup().join((*links, *tags))


def early_script(assets: Assets, base: str, name: str) -> Markup:
    """A script that runs before the page is painted. It must be small, and is not a module."""
    return filled('<script src="%s/%s/%s.js"></script>', base, assets.scripts, name)
