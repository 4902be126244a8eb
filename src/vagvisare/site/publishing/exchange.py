"""Two folders that change their names in one step: whoever opens a path finds the one or the other, and never neither."""

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
"""What the system says where it cannot exchange these folders or link their files: another file system, a mount point."""
_FROM_HERE = -100
"""AT_FDCWD of open(2)."""
_EXCHANGE = 2
"""RENAME_EXCHANGE of rename(2), which Linux has since 3.15 and glibc since 2.28."""


def exchange(one: Path, other: Path) -> None:
    """Gives each of two folders of one file system the other's name. Raises OSError, of `UNABLE` where it cannot be done."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if sys.platform == "linux" else None
    if rename is None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    if rename(_FROM_HERE, os.fsencode(one), _FROM_HERE, os.fsencode(other), _EXCHANGE):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(one), None, str(other))
