"""Make a site beside the old one and let the public see it only when it is whole; and go back."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .disk import settle
from .mark import Mark
from .shelf import Shelf
from .workshop import CHINA


class NotOurs(Exception):  # noqa: N818 - it says what was found
    """The place to build into holds something that is not a site of ours."""


class NothingBefore(Exception):  # noqa: N818 - it says what was found
    """There is no earlier build to go back to."""


class Outdated(Exception):  # noqa: N818 - it says what was found
    """The earlier build shows what may no longer be shown: *entries*, or what its mark tells."""

    def __init__(self, mark: Mark, entries: Iterable[str] = ()) -> None:
        super().__init__("the earlier build may no longer be shown")
        self.mark, self.entries = mark, tuple(sorted(entries))


@dataclass(frozen=True)
class Kept:
    """A build on the shelf: its mark, and when it was made, as the clock in China has it."""

    mark: Mark
    made: dt.datetime


@contextmanager
def publishing(out: Path) -> Iterator[Path]:
    """A folder to write a whole site into, its mark last; it is then put at *out* at once.

    Until then nothing at *out* changes, whatever is raised meanwhile. Raises NotOurs when something
    else is at *out*, Busy when another build of it is at work, NotHere where links or locks are not
    to be had, and OSError as the disk has it.
    """
    shelf = Shelf.of(out)
    if not shelf.ours:
        raise NotOurs(shelf.out)
    with shelf.locked():
        shelf.tidy()
        try:
            staged = shelf.start()
            yield staged
            settle(staged)
            shelf.show(staged)
        finally:
            shelf.tidy()


def rollback(out: Path, day: dt.date, forbidden: Collection[str] = ()) -> Kept:
    """Put the build before the current one back at *out*; done twice, it changes nothing.

    Raises NothingBefore when none is kept, Outdated when it may not be shown on *day* any more or
    shows entries that are *forbidden* now, NotOurs and Busy as `publishing` does.
    """
    shelf = Shelf.of(out)
    if not shelf.ours:
        raise NotOurs(shelf.out)
    if not shelf.folder.is_dir():
        raise NothingBefore(shelf.out)
    with shelf.locked():
        before = shelf.before
        mark = Mark.read(before) if before else None
        if before is None or mark is None:
            raise NothingBefore(shelf.out)
        if mark.until and mark.until <= day:
            raise Outdated(mark)
        if shown := mark.entries.intersection(forbidden):
            raise Outdated(mark, shown)
        shelf.show(before)
        return Kept(mark, dt.datetime.fromtimestamp(before.stat().st_mtime, CHINA))


def last(out: Path) -> Mark:
    """What the build that is public now says of itself; an empty mark if there is none."""
    return Mark.read(Shelf.of(out).out) or Mark()
