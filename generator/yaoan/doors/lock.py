"""One at a time: a lock on a file, which the system releases even when a process is killed."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows, where there is no publishing
    fcntl = None  # type: ignore[assignment]


class Busy(Exception):  # noqa: N818 - it says what was found
    """Another build or rollback is at work in the same place."""


class NotHere(Exception):  # noqa: N818 - it says what was found
    """This system or disk has no locks or no symbolic links, without which nothing is published."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock on *path* meanwhile. Raises Busy at once when another process holds it.

    The file stays: removing it would let two processes hold two locks of one name.
    """
    if fcntl is None:
        raise NotHere(path.parent)
    opened = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy(path.parent) from None
        yield
    finally:
        os.close(opened)
