"""What a phone can keep of the site: one language and municipality, with the size of every file.

The worker that keeps it (``worker.js``) and the page that asks for it read these lists.
"""

import json
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

READ = frozenset({"", "urgent/", "search/", "keep/"})
"""The pages that every reader keeps, below their language's folder."""
_LED = re.compile(rb'href="(?:\.\./)*([^"#]*?(?:card|plan)/)"')
_LOADED = ("assets/js.", "assets/site.", "assets/icon.", "assets/icons.")
_SEARCH = "assets/search."

Content = Callable[[str], bytes]
"""Gives the content of a file of the site, by its path."""


def path(language: str) -> str:
    """The path of a language's list."""
    return f"assets/keep-{language}.json"


def lists(
    languages: Sequence[str], places: Iterable[str], paths: Iterable[str], content: Content
) -> Iterator[tuple[str, str]]:
    """For each language its list: path and JSON.

    ``places`` are the addresses of municipalities' pages, ``paths`` the site's files. A list has
    ``files`` (address, bytes, checksum), ``all`` (how many of the first every municipality needs),
    and ``places`` (for each municipality the numbers of the others).
    """
    known = set(paths)
    found = {place: _of_place(place, languages[0], known, content) for place in places}
    common = frozenset.intersection(*found.values()) if found else frozenset()
    for language in languages:
        shared = [
            *(address for address in _shared(language, languages, known)),
            *(f"{language}/{address}" for address in sorted(common)),
        ]
        own = {place: sorted(needed - common) for place, needed in found.items()}
        yield path(language), _as_json(language, shared, own, content)


def _of_place(
    place: str, language: str, known: frozenset[str] | set[str], content: Content
) -> frozenset[str]:
    """A municipality's page, and the cards and plans that it leads to, below the language."""
    html = content(f"{language}/{place}index.html")
    cards = {found.decode().removeprefix(f"{language}/") for found in _LED.findall(html)}
    return frozenset(
        {
            place,
            *(
                card
                for card in (*cards, f"{place}training/")
                if f"{language}/{card}index.html" in known
            ),
        }
    )


def _shared(language: str, languages: Sequence[str], known: Iterable[str]) -> list[str]:
    """What every municipality needs: pages to read, scripts and styles, and the search."""
    others = set(languages) - {language}
    pages = [
        f"{language}/{page}" for page in sorted(READ) if f"{language}/{page}index.html" in known
    ]
    files = [
        name
        for name in sorted(known)
        if name.startswith(_LOADED)
        or (name.startswith(_SEARCH) and others.isdisjoint(re.split(r"[/.-]", name)))
    ]
    return [*pages, *files, f"assets/choices-{language}.json"]


def _as_json(
    language: str, shared: Sequence[str], own: Mapping[str, Sequence[str]], content: Content
) -> str:
    more = sorted({address for needed in own.values() for address in needed})
    files = [_file(address, content) for address in [*shared, *(f"{language}/{a}" for a in more)]]
    number = {address: len(shared) + index for index, address in enumerate(more)}
    places = {place: [number[address] for address in needed] for place, needed in own.items()}
    return json.dumps({"all": len(shared), "files": files, "places": places}, separators=(",", ":"))


def _file(address: str, content: Content) -> tuple[str, int, str]:
    there = content(f"{address}index.html" if address.endswith("/") else address)
    return address, len(there), f"{zlib.crc32(there):08x}"
