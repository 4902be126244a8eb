"""Swaps the names of two folders in one step.

Whoever opens a path finds one or the other, never neither.
"""

import ctypes
import errno
import os
import sys
from pathlib import Path

UNABLE = frozenset(
    (
        *(errno.EXDEV, errno.EBUSY, errno.EINVAL, errno.ENOSYS, errno.EPERM),
        *(errno.EACCES, errno.EMLINK, errno.ENOTSUP, errno.EOPNOTSUPP),
    )
)
"""Error numbers that mean these folders cannot be exchanged, or their files not linked.

Another file system, a mount point.
"""
_FROM_HERE = -100
"""AT_FDCWD of open(2)."""
_EXCHANGE = 2
"""RENAME_EXCHANGE of rename(2), which Linux has since 3.15 and glibc since 2.28."""


def exchange(one: Path, other: Path) -> None:
    """Swaps the names of two folders of one file system.

    Raises OSError, with a number in `UNABLE` where it cannot be done.
    """
    rename = (
        getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
        if sys.platform == "linux"
        else None
    )
    if rename is None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    if rename(_FROM_HERE, os.fsencode(one), _FROM_HERE, os.fsencode(other), _EXCHANGE):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(one), None, str(other))
