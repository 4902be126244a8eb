"""Several files written together: all of them, or none."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


def write(root: Path, files: Mapping[str, bytes]) -> None:
    """Puts the new content of each file (relative to ``root``) in place.

    All of it is first written beside its target, so that a full disk or a read-only folder leaves
    everything as it was. Raises OSError.
    """
    made: list[tuple[str, Path]] = []
    try:
        for file, content in files.items():
            target = root / file
            target.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=target.parent, prefix=".vagvisare-")
            made.append((name, target))
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
            Path(name).chmod(target.stat().st_mode if target.exists() else 0o644)
        for name, target in made:
            Path(name).replace(target)
    finally:
        for name, _ in made:
            Path(name).unlink(missing_ok=True)
