"""A page that remembers its HTML from one build to the next, for the preview."""

from dataclasses import dataclass, field

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents


@dataclass(frozen=True)
class Rendered:
    """What rendering a page's Markdown gives."""

    content: str | None
    toc: TableOfContents
    title: str | None
    anchors: set[str] | None


@dataclass
class Memory:
    """The HTML of pages by address and Markdown, kept while a preview runs."""

    pages: dict[tuple[str, str], Rendered] = field(default_factory=dict)
    fresh: dict[tuple[str, str], Rendered] = field(default_factory=dict)

    def turn(self) -> None:
        """Forget what the last build did not use."""
        self.pages, self.fresh = self.fresh, {}


class RememberedPage(Page):
    """A page whose Markdown is converted only when it changed. Its links are ours and hold."""

    def __init__(self, file: File, config: MkDocsConfig, memory: Memory) -> None:
        super().__init__(None, file, config)
        self._memory = memory

    def render(self, config: MkDocsConfig, files: Files) -> None:
        key = (self.file.src_uri, self.markdown or "")
        known = self._memory.pages.get(key) or self._memory.fresh.get(key)
        if known is None:
            super().render(config, files)
            known = Rendered(
                self.content, self.toc, self._title_from_render, self.present_anchor_ids
            )
        self._memory.fresh[key] = known
        self.content, self.toc = known.content, known.toc
        self._title_from_render, self.present_anchor_ids = known.title, known.anchors
