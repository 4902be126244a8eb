"""Previews' folders: marks our own, and removes from the temporary folder those nobody serves."""

import fcntl
import os
import shutil
import tempfile
from pathlib import Path

from vagvisare.site.publishing import workplace

MARK = ".vagvisare-preview"
"""The file in a preview's folder that is locked while the preview is served."""
NAMES = ("mkdocs_*", "properdocs_*")
"""How MkDocs and its fork name the folders."""


def keep(site: Path) -> int:
    """Marks a folder as this process's preview.

    Gives the open file, which stays locked as long as the process runs.
    """
    handle = os.open(site / MARK, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return handle


def sweep() -> None:
    """Removes the folders of previews that were killed before they could do so."""
    temporary = Path(tempfile.gettempdir())
    for folder in (folder for names in NAMES for folder in temporary.glob(names)):
        if _left(folder):
            shutil.rmtree(folder, ignore_errors=True)
            shutil.rmtree(workplace.beside(folder), ignore_errors=True)


def _left(folder: Path) -> bool:
    """Whether a folder belongs to a preview of this user that nobody serves any more."""
    try:
        if folder.is_symlink() or folder.stat().st_uid != os.geteuid():
            return False
        handle = os.open(folder / MARK, os.O_RDWR | os.O_NOFOLLOW)
    except OSError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    finally:
        os.close(handle)
    return True
