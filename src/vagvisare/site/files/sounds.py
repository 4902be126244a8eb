"""Recordings in the site: files whose names change with their content.

Browsers may therefore cache them for ever.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

Sounds = Mapping[str, str]
"""The address of each recording in the site, by its file name in ``directory/recordings/``."""

FOLDER = "recordings"
"""The folder of the recordings below the site's root."""


def addresses(folder: Path, names: Iterable[str]) -> Sounds:
    """The addresses of the recordings in ``folder`` with these names. A missing file has none."""
    return {
        name: _address(name, (folder / name).read_bytes())
        for name in sorted(set(names))
        if (folder / name).is_file()
    }


def files(folder: Path, sounds: Sounds) -> Iterator[tuple[str, bytes]]:
    """The files for the site: path and content."""
    for name, address in sounds.items():
        yield address, (folder / name).read_bytes()


def _address(name: str, content: bytes) -> str:
    stem, _, ending = name.rpartition(".")
    return f"{FOLDER}/{stem}.{hashlib.sha256(content).hexdigest()[:8]}.{ending}"
