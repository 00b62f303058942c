"""What a build should hold, worked out from what the office has and not from what was built."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config import load_config

from yaoan import outputs
from yaoan.pages import addresses, paths

from . import policy, search
from .pictures import names
from .workshop import Workshop

_TYPES = "avif css gif ico jpeg jpg js pdf png svg txt webmanifest webp woff2"
ASSETS = frozenset(f".{each}" for each in _TYPES.split())
"""The types of file that may lie beside hand-written pages and in the designer's folder."""
_BY_NAME = frozenset(["CNAME"])
"""Files without a type that hosts ask for."""
_ALWAYS = ("sitemap.xml", "sitemap.xml.gz")


@dataclass(frozen=True)
class Expected:
    """What a build should hold.

    *pages* as often as they are written, *files* besides, *folders* whose files a tool names,
    *address* where the site will stand on the web or "", *fewest* pages that are no surprise.
    """

    pages: tuple[str, ...] = ()
    files: frozenset[str] = frozenset()
    folders: tuple[str, ...] = ()
    address: str = ""
    fewest: int = 0


def expected(workshop: Workshop, fewest: int = 0) -> Expected:
    """What the site of the office should hold."""
    config = load_config(str(workshop.folder / "mkdocs.yml"))
    hidden = [each for each in (config.exclude_docs, config.draft_docs) if each]
    docs = [
        name
        for name in _plain_files(workshop.folder / "docs")
        if not any(each.match_file(name) for each in hidden)
    ]
    written = [name for name in docs if name.endswith(".md")]
    assets = [*docs, *_plain_files(workshop.folder / "overrides")]
    files = {
        *(name for name in assets if Path(name).suffix in ASSETS or name in _BY_NAME),
        *(each.path for each in outputs.write(workshop.site)),
        *names(workshop.site),
        *search.FILES,
        *(name for name, _ in policy.headers(policy.Content())),
        *_ALWAYS,
    }
    pages = (_built(name) for name in (*paths(workshop.site), *written))
    address = workshop.site.office.root or config.site_url or ""
    return Expected(("404.html", *pages), frozenset(files), (search.FOLDER,), address, fewest)


def _built(name: str) -> str:
    """The file that the Markdown page *name* becomes."""
    return f"{addresses.url(name)}index.html"


def _plain_files(folder: Path) -> Iterator[str]:
    """The files in *folder* that may be published: no links, nothing hidden, no notes to people."""
    for top, folders, files in os.walk(folder):
        folders[:] = [each for each in folders if not each.startswith(".")]
        for each in files:
            path = Path(top, each)
            if not each.startswith(".") and each != "README.md" and not path.is_symlink():
                yield path.relative_to(folder).as_posix()
