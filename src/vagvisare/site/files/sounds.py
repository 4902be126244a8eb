"""Recordings in the site: files under names that change with their content, so that a browser may keep them for ever."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

Sounds = Mapping[str, str]
"""Where each recording stands in the site, by the name of its file in ``directory/recordings/``."""

FOLDER = "recordings"
"""Their folder below the site's root."""


def addresses(folder: Path, names: Iterable[str]) -> Sounds:
    """The addresses of the recordings of ``folder`` with these names; a file that is not there has none."""
    return {name: _address(name, (folder / name).read_bytes()) for name in sorted(set(names)) if (folder / name).is_file()}


def files(folder: Path, sounds: Sounds) -> Iterator[tuple[str, bytes]]:
    """The files of the site: path and content."""
    for name, address in sounds.items():
        yield address, (folder / name).read_bytes()


def _address(name: str, content: bytes) -> str:
    stem, _, ending = name.rpartition(".")
    return f"{FOLDER}/{stem}.{hashlib.sha256(content).hexdigest()[:8]}.{ending}"
