"""What the site is told about itself by its configuration."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Assets:
    """Addresses of the files that pages load, from the site's root.

    ``scripts`` is the folder of the ES modules, whose name changes with any of them, so that they may import each other by
    their plain names; ``imports`` says which others each one needs.
    """

    icons: str = "assets/icons.svg"
    icon: str = "assets/icon.svg"
    style: str = "assets/site.css"
    material: str = "assets/stylesheets/main.css"
    scripts: str = "assets/js"
    imports: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Settings:
    """``url`` is the site's absolute address with ``/`` at the end, ``edit_url`` that of the repository's files.

    ``report_url`` is the address of a form or a mailbox (``mailto:``) for what is missing; empty, where there is none.
    """

    name: str
    url: str
    edit_url: str
    languages: tuple[str, ...]
    assets: Assets = Assets()
    report_url: str = ""
