"""Build the site: rendered, indexed, looked over, published."""

import datetime as dt
import logging
import os
import time
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from . import leaks, search
from .expected import expected
from .mark import Mark
from .plugin import YaoanPlugin
from .publish import NotOurs, last, publishing
from .remember import Memory
from .verify import verify
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


def build(workshop: Workshop, out: Path, *, fewer: bool = False) -> Built:
    """Build the office into *out*, where the public sees it only when it is whole.

    A site of less than half the pages of the last one is held back unless it may have *fewer*.
    Raises Refused when the entries have errors, Leaked when what was built says what must not be
    public, Unsound when it is not fit to be seen, what `publishing` raises, and RuntimeError when
    MkDocs gives up; *out* is then as it was.
    """
    started = time.monotonic()
    if _within(workshop.folder, out):
        raise NotOurs(out)
    workshop.site  # noqa: B018 - raises Refused before anything is written
    before = last(out).pages or 0
    fewest = before // 2 if before >= FEW and not fewer else 0
    with publishing(out) as staged:
        warnings = render(workshop, staged)
        search.index(staged)
        leaks.search(staged, leaks.sought(workshop))
        pages = verify(staged, expected(workshop, fewest))
        until = min(workshop.site.until.values(), default=None)
        Mark(workshop.day, pages, until, workshop.site.shown_in_full).write(staged)
    return Built(out.absolute(), pages, time.monotonic() - started, warnings)


def _within(office: Path, out: Path) -> bool:
    """Whether *out* is the office's folder, or one that holds it."""
    office, there = office.resolve(), out.parent.resolve() / out.name
    return there.resolve() == office or there.resolve() in office.parents


def render(workshop: Workshop, out: Path, memory: Memory | None = None) -> tuple[str, ...]:
    """Have MkDocs render the site into *out*, without the search index; what it warned of.

    With a *memory*, pages whose Markdown did not change since last time are not converted again.
    Raises RuntimeError with what MkDocs said when it gives up.
    """
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    noon = dt.datetime.combine(workshop.day, dt.time(12), dt.UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(noon.timestamp()))
    config = load_config(str(workshop.folder / "mkdocs.yml"), site_dir=str(out))
    plugin = config.plugins["yaoan"]
    assert isinstance(plugin, YaoanPlugin)
    plugin.config["index"] = False
    plugin.workshop, plugin.memory = workshop, memory
    config.plugins.on_startup(command="build", dirty=False)
    said = _Said()
    logging.getLogger("mkdocs").addHandler(said)
    try:
        mkdocs_build(config)
    except Abort:
        raise RuntimeError(" ".join(said.texts) or "MkDocs gave up") from None
    finally:
        logging.getLogger("mkdocs").removeHandler(said)
        config.plugins.on_shutdown()
        if memory is not None:
            memory.turn()
    return tuple(said.texts)


class _Said(logging.Handler):
    """Keeps what MkDocs logs: warnings, and the errors before it gives up."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(record.getMessage().strip())
