"""The page shell around a page's text: the theme's own page, rendered once for pages of one shape.

A page of the theme differs from the next in a few words: title, description, address, text. So the
theme renders a specimen, with a mark where each of these stands, and pages of its shape get their
own words in place of the marks. What a page has and has not is its shape; a theme that looks into
the words themselves (how long is the title?) finds marks that cannot be looked into, and its pages
are rendered one by one, as are those for which specimen and theme once disagreed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from .specimen import (
    SLUG,
    SOURCE,
    Looked,
    Sheet,
    bare,
    contents,
    filled,
    front,
    mark,
    marked,
    pieces,
    shape,
)
from .text import Heading

Protect = Callable[[str, str], str]
"""Puts the policy into a page, given with its name."""


class Template(Protocol):
    """A template of the theme."""

    def render(self, context: Any, /) -> str:
        """The template with what *context* gives it."""


class Templates(Protocol):
    """The theme's templates, as MkDocs opens them."""

    def get_template(self, name: str, /) -> Template:
        """The template of that name."""


@dataclass
class Shell:
    """Puts pages into the theme of *config*, whose templates *env* has."""

    config: MkDocsConfig
    env: Templates
    nav: Navigation
    protect: Protect
    _learnt: dict[object, list[str] | None] = field(default_factory=dict)

    def around(self, sheet: Sheet) -> str:
        """The whole page, as MkDocs makes it. Raises UnsafePage."""
        if not (key := shape(sheet)):
            return self.plain(sheet)
        if key not in self._learnt:
            self._learnt[key] = self._specimen(sheet)
        apart = self._learnt[key]
        return filled(apart, sheet) if apart else self.plain(sheet)

    def plain(self, sheet: Sheet) -> str:
        """The whole page, rendered by the theme itself. Raises UnsafePage."""
        page, text = sheet
        file = self.file(page.path, page.edit)
        return self.rendered(self._page(file, front(page), text.html, _contents(text.headings)))

    def _specimen(self, sheet: Sheet) -> list[str] | None:
        """A specimen of this page's shape, taken apart; None if there can be none."""
        page, text = sheet
        folder = page.path.rpartition("/")[0]
        file = self.file(f"{folder}/{SLUG}.md", SOURCE if page.edit else None)
        made = self._page(file, marked(page), mark("content"), contents(text))
        try:
            apart = pieces(self.rendered(made))
        except Looked:
            return None
        return apart if filled(apart, sheet) == self.plain(sheet) else None

    def file(self, path: str, edit: str | None, markdown: str = "") -> File:
        """The page's file as MkDocs would have it."""
        file = File.generated(self.config, path, content=markdown)
        file.edit_uri = f"../{edit}" if edit else None
        return file

    def _page(
        self, file: File, meta: Mapping[str, Any], html: str, toc: TableOfContents
    ) -> MkDocsPage:
        page = MkDocsPage(None, file, self.config)
        page.markdown, page.meta, page.content, page.toc = "", dict(meta), html, toc
        return page

    def rendered(self, page: MkDocsPage) -> str:
        """A page of MkDocs, put into the theme by the theme itself. Raises UnsafePage."""
        context = get_context(self.nav, [], self.config, page)
        html = self.env.get_template("main.html").render(context)
        return self.protect(html, page.file.dest_uri)


def _contents(headings: tuple[Heading, ...]) -> TableOfContents:
    """The table of contents as MkDocs has it: each heading within the last one above its level."""
    top: list[AnchorLink] = []
    around: list[AnchorLink] = []
    for each in headings:
        link = AnchorLink(bare(each.words), each.id, each.level - 1)
        while around and around[-1].level >= link.level:
            around.pop()
        (around[-1].children if around else top).append(link)
        around.append(link)
    return TableOfContents(top)
