"""vagvisare.site.files.keeping: what a municipality needs, in one language, with sizes."""

import json
import zlib

from vagvisare.site.files import keeping

FILES = {
    "sv/municipalities/haninge/index.html": b'<a href="../../../sv/offers/sfi/card/">'
    b'<a href="../../../sv/partners/own/card/"><a href="../../../sv/partners/gone/card/">',
    "sv/municipalities/tyreso/index.html": b'<a href="../../../sv/offers/sfi/card/#need=x">'
    b'<a href="../../../sv/offers/sfi/card/">',
    "sv/offers/sfi/card/index.html": b"card",
    "sv/partners/own/card/index.html": b"own card",
    "sv/urgent/index.html": b"112",
    "sv/about/index.html": b"about",
    "so/urgent/index.html": b"112!",
    "so/municipalities/haninge/index.html": b"Haninge",
    "so/municipalities/tyreso/index.html": b"Tyreso",
    "so/offers/sfi/card/index.html": b"kaar",
    "so/partners/own/card/index.html": b"kaarka",
    "assets/js.01234567/guide.js": b"1",
    "assets/search.01234567/words/sv.json": b"2",
    "assets/search.01234567/words/so-more.json": b"3",
    "assets/choices-sv.json": b"4",
    "assets/choices-so.json": b"5",
    "assets/material.01234567.css": b"6",
}
PLACES = ("municipalities/haninge/", "municipalities/tyreso/")


def _lists() -> dict[str, dict]:  # type: ignore[type-arg]
    found = keeping.lists(("sv", "so"), PLACES, FILES, FILES.__getitem__)
    return {path: json.loads(content) for path, content in found}


def _needed(language: str, place: str) -> dict[str, tuple[int, str]]:
    found = _lists()[keeping.path(language)]
    files = found["files"]
    chosen = files[: found["all"]] + [files[number] for number in found["places"][place]]
    return {address: (size, checksum) for address, size, checksum in chosen}


def test_a_municipality_needs_its_page_its_cards_and_what_they_load() -> None:
    assert set(_needed("sv", "municipalities/haninge/")) == {
        "sv/municipalities/haninge/",
        "sv/offers/sfi/card/",
        "sv/partners/own/card/",
        "sv/urgent/",
        "assets/js.01234567/guide.js",
        "assets/search.01234567/words/sv.json",
        "assets/choices-sv.json",
    }


def test_another_municipality_needs_nothing_of_it() -> None:
    assert "sv/partners/own/card/" not in _needed("sv", "municipalities/tyreso/")


def test_another_language_has_its_own_pages_words_and_sizes() -> None:
    needed = _needed("so", "municipalities/haninge/")
    assert "so/partners/own/card/" in needed
    assert "assets/search.01234567/words/so-more.json" in needed
    assert not [address for address in needed if address.startswith("sv/") or "/sv" in address]
    assert needed["so/urgent/"] == (4, f"{zlib.crc32(b'112!'):08x}")
