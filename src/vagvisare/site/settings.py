"""What the site is told about itself by its configuration."""

from dataclasses import dataclass

from vagvisare.languages import SITE_LANGUAGES


@dataclass(frozen=True, slots=True)
class Assets:
    """Addresses of the files that pages load, from the site's root."""

    icons: str = "assets/icons.svg"
    icon: str = "assets/icon.svg"
    find: str = "assets/find.js"
    style: str = "assets/site.css"
    material: str = "assets/stylesheets/main.css"


@dataclass(frozen=True, slots=True)
class Settings:
    """``url`` is the site's absolute address with ``/`` at the end, ``edit_url`` that of the repository's files."""

    name: str
    url: str
    edit_url: str
    languages: tuple[str, ...] = SITE_LANGUAGES
    assets: Assets = Assets()
