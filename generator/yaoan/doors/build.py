"""Build the site: rendered, looked over, published."""

import datetime as dt
import logging
import os
import time
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from yaoan.bilingual import LANGUAGES

from . import apart, leaks
from .expected import expected
from .mark import Mark
from .plugin import YaoanPlugin
from .policy import UnsafePage
from .press import Said
from .publish import NotOurs, last, publishing
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


def build(workshop: Workshop, out: Path, *, fewer: bool = False, jobs: int = 1) -> Built:
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
        warnings = render(workshop, staged, jobs)
        leaks.search(staged, leaks.sought(workshop))
        pages = verify(staged, expected(workshop, fewest))
        until = min(workshop.site.until.values(), default=None)
        Mark(workshop.day, pages, until, workshop.site.shown_in_full).write(staged)
    return Built(out.absolute(), pages, time.monotonic() - started, warnings)


def _within(office: Path, out: Path) -> bool:
    """Whether *out* is the office's folder, or one that holds it."""
    office, there = office.resolve(), out.parent.resolve() / out.name
    return there.resolve() == office or there.resolve() in office.parents


def render(workshop: Workshop, out: Path, jobs: int = 1) -> tuple[str, ...]:
    """Have MkDocs render the site into *out*; what it warned of.

    Where it can be done without any difference, MkDocs builds what is not ours, and a press of
    ours, in so many processes as there are *jobs*, prints the pages that we write. Raises
    RuntimeError with what MkDocs said when it gives up.
    """
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    noon = dt.datetime.combine(workshop.day, dt.time(12), dt.UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(noon.timestamp()))
    config = load_config(str(workshop.folder / "mkdocs.yml"), site_dir=str(out))
    plugin = config.plugins["yaoan"]
    assert isinstance(plugin, YaoanPlugin)
    plugin.workshop, plugin.apart = workshop, apart.possible(config)
    config.plugins.on_startup(command="build", dirty=False)
    with Said() as said:
        try:
            mkdocs_build(config)
        except Abort:
            raise RuntimeError(" ".join(said.texts) or "MkDocs gave up") from None
        finally:
            config.plugins.on_shutdown()
    printed = _printed(workshop, plugin, config, out, jobs) if plugin.apart else ()
    return (*said.texts, *printed)


def _printed(
    workshop: Workshop, plugin: YaoanPlugin, config: MkDocsConfig, out: Path, jobs: int
) -> tuple[str, ...]:
    """Print our pages into *out*; what MkDocs warned of meanwhile."""
    wanted = [(draft, language) for draft in workshop.drafts for language in LANGUAGES]
    try:
        printed = plugin.press(config).print(wanted, out, jobs)
    except UnsafePage as unsafe:
        raise RuntimeError(str(unsafe)) from None
    plugin.headers(printed.content, config)
    return printed.said
