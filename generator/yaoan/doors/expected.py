"""What a build should hold, worked out from what the office has and not from what was built."""

from collections.abc import Collection
from dataclasses import dataclass

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from yaoan import outputs
from yaoan.pages import addresses, paths

from . import grounds, policy
from .handwritten import built
from .pictures import names
from .workshop import Workshop

_TEMPLATES = (".html", ".j2")
_ALWAYS = ("sitemap.xml", "sitemap.xml.gz")


@dataclass(frozen=True)
class Expected:
    """What a build should hold.

    *pages* as often as they are written, *files* besides, *address* where the site will stand on
    the web or "", *fewest* pages that are no surprise.
    """

    pages: tuple[str, ...] = ()
    files: frozenset[str] = frozenset()
    address: str = ""
    fewest: int = 0


def expected(workshop: Workshop, fewest: int = 0, made: Collection[str] | None = None) -> Expected:
    """What the site of the office should hold.

    *made* are the names of the files that the outputs made for this build, if whoever had them made
    has kept these; of them only those of the index's words are taken on trust.
    """
    config = _config(workshop)
    docs = built(workshop.folder, config)
    written = [name for name in docs if name.endswith(".md")]
    looks = grounds.everything_public(workshop.folder, grounds.LOOKS)
    files = {
        *docs,
        *(each.as_posix() for each in looks if each.suffix not in _TEMPLATES),
        *outputs.paths(workshop.site, made),
        *names(workshop.site),
        *(name for name, _ in policy.headers(policy.Content())),
        *_ALWAYS,
    }.difference(written)
    pages = (_built(name) for name in (*paths(workshop.site), *written))
    return Expected(("404.html", *pages), frozenset(files), address(workshop), fewest)


def address(workshop: Workshop) -> str:
    """Where the site will stand on the web; empty if that is not known."""
    return workshop.site.office.root or _config(workshop).site_url or ""


def _config(workshop: Workshop) -> MkDocsConfig:
    return load_config(str(workshop.folder / "mkdocs.yml"))


def _built(name: str) -> str:
    """The file that the Markdown page *name* becomes."""
    return f"{addresses.url(name)}index.html"
