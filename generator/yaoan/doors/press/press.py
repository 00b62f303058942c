"""Print pages: what MkDocs would make of each, by several processes where that is asked."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import reduce
from multiprocessing import get_context as processes
from operator import or_
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from yaoan.bilingual import Language
from yaoan.pages import Draft, Page, addresses

from .. import policy
from .dialect import convert
from .said import Said
from .shell import Shell, Templates
from .specimen import Sheet
from .tags import Unknown

Wanted = tuple[Draft, Language]
Write = Callable[[Draft, Language], Page]

_AT_ONCE = 100
"""How many pages a process takes at a time."""


Look = Callable[[str, bytes], Any]
"""Looks at a page while its bytes are at hand, given with its name in the site."""


class Printed(NamedTuple):
    """What is known of pages that were printed: the scripts and styles in them, what MkDocs said
    meanwhile, what was seen of each."""

    content: policy.Content
    said: tuple[str, ...]
    seen: tuple[Any, ...] = ()


@dataclass
class Press:
    """Prints pages as MkDocs does with *config*, in the theme's templates *env*.

    *write* gives a draft's page in a language; *files* are all that a link may lead to. What is to
    be known of each page is found by *look*, in the process that prints it.
    """

    config: MkDocsConfig
    env: Templates
    nav: Navigation
    files: Files
    write: Write
    look: Look | None = None
    content: policy.Content = field(default_factory=policy.Content)

    def __post_init__(self) -> None:
        self.shell = Shell(self.config, self.env, self.nav, self._protected)

    def print(self, wanted: Sequence[Wanted], out: Path, jobs: int = 1) -> Printed:
        """Print every page *wanted* into *out*. Raises UnsafePage, and whatever MkDocs raises."""
        runs = [wanted[at : at + _AT_ONCE] for at in range(0, len(wanted), _AT_ONCE)]
        with _kept():
            if jobs <= 1 or len(runs) <= 1:
                done = [self._run(run, out) for run in runs]
            else:
                done = self._shared(runs, out, jobs)
        content = reduce(or_, (each.content for each in done), policy.Content())
        said = (text for each in done for text in each.said)
        return Printed(content, tuple(said), tuple(one for each in done for one in each.seen))

    def _shared(self, runs: Sequence[Sequence[Wanted]], out: Path, jobs: int) -> list[Printed]:
        """The runs printed by *jobs* processes, which find everything as it stands in this one:
        also every template, of which one page is written here for that."""
        global _AT_WORK
        templates = {(each[0].template, each[1]): each for run in runs for each in run}
        for one in templates.values():
            self.write(*one)
        _AT_WORK = (self, runs, out)
        try:
            with ProcessPoolExecutor(jobs, processes("fork")) as pool:
                return list(pool.map(_run, range(len(runs))))
        finally:
            _AT_WORK = None

    def _run(self, run: Iterable[Wanted], out: Path) -> Printed:
        seen = []
        with Said() as said:
            for each in run:
                page, html = self.page(each)
                name = f"{addresses.url(page.path)}index.html"
                data = html.encode("utf-8", "xmlcharrefreplace")
                _put(out / name, data)
                if self.look:
                    seen.append(self.look(name, data))
        return Printed(self.content, tuple(said.texts), tuple(seen))

    def page(self, wanted: Wanted) -> tuple[Page, str]:
        """A page and its HTML."""
        page = self.write(*wanted)
        try:
            text = convert(page.body, 0 if page.path.endswith("index.md") else 1)
        except Unknown:
            return page, self._by_mkdocs(page)
        return page, self.shell.around(Sheet(page, text))

    def _by_mkdocs(self, page: Page) -> str:
        """The HTML of a page that holds more than our own Markdown."""
        file = self.shell.file(page.path, page.edit, page.markdown)
        made = MkDocsPage(None, file, self.config)
        made.read_source(self.config)
        made.render(self.config, self.files)
        made.content = policy.text_only(made.content or "", file.dest_uri)
        return self.shell.rendered(made)

    def _protected(self, text: str, name: str) -> str:
        safe, found = policy.protected(text, name)
        self.content |= found
        return safe


_AT_WORK: tuple[Press, Sequence[Sequence[Wanted]], Path] | None = None
"""The work of the processes that are forked while it stands here."""


def _run(number: int) -> Printed:
    assert _AT_WORK is not None
    press, runs, out = _AT_WORK
    return press._run(runs[number], out)


@contextmanager
def _kept() -> Iterator[None]:
    """Nothing of what is there by now is looked through for waste, again and again: it stays."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
