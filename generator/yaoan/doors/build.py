"""Build the site: rendered, looked over, published."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from .expected import expected
from .lookout import Lookout
from .mark import Mark
from .publish import NotOurs, last, publishing
from .render import Rendered, render_share, wanted
from .shards import put_together
from .workshop import Workshop

FEW = 20
"""A site of fewer pages than this may shrink by any number."""


@dataclass(frozen=True)
class Built:
    """What a build made: where, how many pages, in how many seconds; what MkDocs warned of."""

    out: Path
    pages: int
    seconds: float
    warnings: tuple[str, ...] = ()


def build(workshop: Workshop, out: Path, *, fewer: bool = False, jobs: int = 1) -> Built:
    """Build the office into *out*, where the public sees it only when it is whole.

    So many processes as there are *jobs* print the pages. A site of less than half the pages of
    the last one is held back unless it may have *fewer*. Raises Refused when the entries have
    errors, Leaked when what was built says what must not be public, Unsound when it is not fit to
    be seen, what `publishing` raises, and RuntimeError when MkDocs gives up; *out* is then as it
    was.
    """
    lookout = Lookout.of(workshop)

    def make(staged: Path) -> Rendered:
        return render_share(workshop, staged, wanted(workshop), jobs, lookout.look)

    return _published(workshop, out, make, lookout, fewer)


def merge(workshop: Workshop, shards: Sequence[Path], out: Path, *, fewer: bool = False) -> Built:
    """Put *shards* together into the site at *out*, as `build` would have made it.

    Raises Unfit when they do not make one site, and all that `build` raises.
    """

    def make(staged: Path) -> Rendered:
        return put_together(workshop, shards, staged)

    return _published(workshop, out, make, Lookout.of(workshop), fewer)


def _published(
    workshop: Workshop,
    out: Path,
    make: Callable[[Path], Rendered],
    lookout: Lookout,
    fewer: bool,
) -> Built:
    """Have the site made, look it over, let the public see it."""
    started = time.monotonic()
    if _within(workshop.folder, out):
        raise NotOurs(out)
    before = last(out).pages or 0
    fewest = before // 2 if before >= FEW and not fewer else 0
    with publishing(out) as staged:
        rendered = make(staged)
        rendered.put_headers(staged)
        lookout.take(rendered.seen)
        words = (each.relative_to(staged).as_posix() for each in staged.glob("find/*/words/*"))
        pages = lookout.whole(staged, expected(workshop, fewest, set(words)))
        until = min(workshop.site.until.values(), default=None)
        Mark(workshop.day, pages, until, workshop.site.shown_in_full).write(staged)
    return Built(out.absolute(), pages, time.monotonic() - started, rendered.warnings)


def _within(office: Path, out: Path) -> bool:
    """Whether *out* is the office's folder, or one that holds it."""
    office, there = office.resolve(), out.parent.resolve() / out.name
    return there.resolve() == office or there.resolve() in office.parents
