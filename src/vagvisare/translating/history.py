"""Earlier states of a file out of the version history, to show what a stale translation was made from.

Staleness is decided elsewhere (`vagvisare.records.texts`), and never by dates: an earlier Swedish text is known by its
fingerprint or not at all.
"""

import subprocess
from collections.abc import Iterator
from pathlib import Path

LOOKED_AT = 50
"""How many earlier states of a file are looked at, the youngest first."""


def earlier(root: Path, file: str) -> Iterator[bytes]:
    """The content of a file (relative to the root) in earlier commits, the youngest first; nothing where there is no history."""
    log = _git(root, "log", f"--max-count={LOOKED_AT}", "--format=%H", "--", file)
    for commit in (log or b"").decode().split():
        content = _git(root, "show", f"{commit}:./{file}")
        if content is not None:
            yield content


def _git(root: Path, *arguments: str) -> bytes | None:
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)  # noqa: S603, S607 (git as it is on PATH, with our own arguments)
    except OSError:  # no git
        return None
    return done.stdout if done.returncode == 0 else None
