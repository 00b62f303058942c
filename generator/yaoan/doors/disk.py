"""What publishing asks of the disk: written down for good, and two names exchanged at once."""

import ctypes
import errno
import os
from pathlib import Path

_HERE = -100
"""AT_FDCWD of `renameat2(2)`: paths are from the working directory."""
_EXCHANGE = 2
"""RENAME_EXCHANGE of `renameat2(2)`."""
_UNKNOWN = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP)


def settle(folder: Path) -> None:
    """Have the disk keep everything in *folder*. Raises OSError when it cannot."""
    for top, _, files in os.walk(folder):
        for name in files:
            sync(Path(top, name))
        sync(Path(top))


def sync(path: Path) -> None:
    """Have the disk keep a file, or the names in a folder."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def rewrite(path: Path, text: str) -> None:
    """Put *text* into a file at once: a reader sees the old text or the new."""
    fresh = path.with_name(f"{path.name}.new")
    fresh.write_text(text, "utf-8", newline="\n")
    sync(fresh)
    fresh.replace(path)
    sync(path.parent)


def exchange(one: Path, other: Path) -> bool:
    """Have two paths change places at once; false, and nothing done, where the system cannot."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    done = renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)
    if done == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNKNOWN:
        return False
    raise OSError(number, os.strerror(number), str(other))
