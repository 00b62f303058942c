"""What a build should hold, worked out from what the office has and not from what was built."""

from dataclasses import dataclass

from mkdocs.config import load_config

from yaoan import outputs
from yaoan.pages import addresses, paths

from . import grounds, policy, search
from .pictures import names
from .workshop import Workshop

_TEMPLATES = (".html", ".j2")
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
    own = [
        each.as_posix() for each in grounds.everything_public(workshop.folder, grounds.HAND_WRITTEN)
    ]
    docs = [name for name in own if not any(each.match_file(name) for each in hidden)]
    written = [name for name in docs if name.endswith(".md")]
    looks = grounds.everything_public(workshop.folder, grounds.LOOKS)
    files = {
        *docs,
        *(each.as_posix() for each in looks if each.suffix not in _TEMPLATES),
        *(each.path for each in outputs.write(workshop.site)),
        *names(workshop.site),
        *search.FILES,
        *(name for name, _ in policy.headers(policy.Content())),
        *_ALWAYS,
    }.difference(written)
    pages = (_built(name) for name in (*paths(workshop.site), *written))
    address = workshop.site.office.root or config.site_url or ""
    return Expected(("404.html", *pages), frozenset(files), (search.FOLDER,), address, fewest)


def _built(name: str) -> str:
    """The file that the Markdown page *name* becomes."""
    return f"{addresses.url(name)}index.html"
