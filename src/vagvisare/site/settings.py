"""What the site is told about itself by its configuration."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from os import environ

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


def today() -> date:
    """The day that freshness is counted from: SOURCE_DATE_EPOCH if set (https://reproducible-builds.org), else today."""
    epoch = environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now(UTC).date()
