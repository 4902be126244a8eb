"""The site's settings, as its configuration gives them."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Assets:
    """Addresses of the files that pages load, from the site's root.

    ``scripts`` is the folder of the ES modules. Its name changes with any of them, so they can
    import each other by their plain names. ``imports`` has for each module the others that it
    needs.
    """

    icons: str = "assets/icons.svg"
    icon: str = "assets/icon.svg"
    style: str = "assets/site.css"
    material: str = "assets/stylesheets/main.css"
    scripts: str = "assets/js"
    imports: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Settings:
    """The site's settings.

    ``url`` is the site's absolute address, ending in ``/``; ``edit_url`` is that of the
    repository's files. ``report_url`` is the address of a form or a mailbox (``mailto:``) for
    reporting what is missing; empty if there is none.
    """

    name: str
    url: str
    edit_url: str
    languages: tuple[str, ...]
    assets: Assets = Assets()
    report_url: str = ""
