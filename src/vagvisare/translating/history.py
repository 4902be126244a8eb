"""Earlier versions of a file from git, to show what a stale translation was made from.

Staleness is decided elsewhere (`vagvisare.records.texts`), and never by dates: an earlier Swedish
text is recognised by its fingerprint or not at all.
"""

import subprocess
from collections.abc import Iterator
from pathlib import Path

LOOKED_AT = 50
"""How many versions of a file are looked at, newest first."""


def earlier(root: Path, file: str) -> Iterator[bytes]:
    """A file's content in each commit that changed it, newest first; nothing without a git history.

    ``file`` is relative to the root.
    """
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
