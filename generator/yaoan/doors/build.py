"""Build the site beside the old one, then put it in its place."""

import datetime as dt
import logging
import os
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from . import leaks, search
from .plugin import YaoanPlugin
from .remember import Memory
from .workshop import Workshop

_MARK = ".yaoan"
"""The file by which a folder is known to be a site of ours, which a build may replace."""


class NotOurs(Exception):  # noqa: N818 - it says what was found
    """The folder to build into holds something that is not a site of ours."""


def replaceable(office: Path, out: Path) -> bool:
    """Whether a build may put a site at *out*: nothing is there, or an earlier site of ours is."""
    office = office.resolve()
    if out == office or out in office.parents:
        return False
    return not out.exists() or (out.is_dir() and (not any(out.iterdir()) or (out / _MARK).exists()))


def inside_site(office: Path, path: Path) -> bool:
    """Whether *path* lies in a site of ours, or in a folder that the office's site is made of."""
    path, office = path.resolve(), office.resolve()
    made_of = (office / "docs", office / "overrides")
    return any(each in made_of or (each / _MARK).exists() for each in path.parents)


@dataclass(frozen=True)
class Built:
    """What a build made: where, how many pages, in how many seconds."""

    out: Path
    pages: int
    seconds: float


def build(workshop: Workshop, out: Path) -> Built:
    """Build the office into *out*, which is replaced only by a whole new site.

    Raises Refused when the entries have errors, NotOurs when *out* holds anything but a site of
    ours, Leaked when the new site says what it must not, and what MkDocs raises; *out* is then as
    it was.
    """
    started = time.monotonic()
    out = out.resolve()
    if not replaceable(workshop.folder, out):
        raise NotOurs(out)
    workshop.site  # noqa: B018 - raises Refused before anything is written
    staged = out.with_name(f"{out.name}.{os.getpid()}.new")
    shutil.rmtree(staged, ignore_errors=True)
    try:
        render(workshop, staged)
        search.index(staged)
        leaks.search(staged, leaks.sought(workshop))
        (staged / _MARK).write_text("yaoan\n", "utf-8")
        _swap(staged, out)
    finally:
        shutil.rmtree(staged, ignore_errors=True)
    pages = sum(1 for _ in out.rglob("*.html"))
    return Built(out, pages, time.monotonic() - started)


def render(workshop: Workshop, out: Path, memory: Memory | None = None) -> None:
    """Have MkDocs render the site into *out*, without the search index.

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
        raise RuntimeError(" ".join(said.errors) or "MkDocs gave up") from None
    finally:
        logging.getLogger("mkdocs").removeHandler(said)
        config.plugins.on_shutdown()
        if memory is not None:
            memory.turn()


class _Said(logging.Handler):
    """Keeps the errors that MkDocs logs before it gives up."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.errors: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.errors.append(record.getMessage().strip())


def _swap(staged: Path, out: Path) -> None:
    """Put the new site where the old one was; the old one goes last."""
    old = out.with_name(f"{out.name}.{os.getpid()}.old")
    if out.exists():
        out.rename(old)
    staged.rename(out)
    shutil.rmtree(old, ignore_errors=True)
