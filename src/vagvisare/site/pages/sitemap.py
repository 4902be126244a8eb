"""Sitemaps of what is translated (https://www.sitemaps.org/protocol.html), and robots.txt."""

from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SCHEMA = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
LARGEST = 50_000
"""The most addresses that the protocol allows in one sitemap."""


def files(url: str, addresses_by_language: Mapping[str, Sequence[str]]) -> Mapping[str, str]:
    """The files by path: ``sitemap.xml``, the sitemaps that it names, and ``robots.txt``.

    Each language has one sitemap or more; ``robots.txt`` names ``sitemap.xml``.
    """
    parts = {
        f"sitemap-{language}-{number}.xml": _urls(f"{url}{language}/{address}" for address in chunk)
        for language, addresses in addresses_by_language.items()
        for number, chunk in enumerate(_chunks(addresses), 1)
    }
    index = "".join(f"<sitemap><loc>{escape(url + name)}</loc></sitemap>\n" for name in parts)
    return {
        "sitemap.xml": f"{_HEAD}<sitemapindex {_SCHEMA}>\n{index}</sitemapindex>\n",
        "robots.txt": f"User-agent: *\nAllow: /\nSitemap: {url}sitemap.xml\n",
        **parts,
    }


def _urls(locations: Iterable[str]) -> str:
    rows = "".join(f"<url><loc>{escape(location)}</loc></url>\n" for location in locations)
    return f"{_HEAD}<urlset {_SCHEMA}>\n{rows}</urlset>\n"


def _chunks(addresses: Sequence[str]) -> Iterable[Sequence[str]]:
    return (addresses[start : start + LARGEST] for start in range(0, len(addresses), LARGEST))
