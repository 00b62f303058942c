"""The text of a page as HTML, and how it is put together, box in box."""

from dataclasses import dataclass, field
from typing import NamedTuple


class Heading(NamedTuple):
    """A heading of a page: 1 for the title and so on, its id, its words as HTML."""

    level: int
    id: str
    words: str


class Text(NamedTuple):
    """What the Markdown of a page says, as HTML, and its headings in their order."""

    html: str
    headings: tuple[Heading, ...]

    @property
    def parts(self) -> list[Heading]:
        """The headings right below the first."""
        found: list[Heading] = []
        for each in self.headings[1:]:
            if each.level <= self.headings[0].level:
                break
            if not found or each.level <= found[-1].level:
                found.append(each)
        return found


@dataclass
class Box:
    """An element being written: what opens and closes it, and what was put into it."""

    opens: str = ""
    closes: str = ""
    inner: list[str] = field(default_factory=list)
    kind: str = ""
    """The list that stands last in it and may go on: `ul`, `ol`, `dl`; empty for anything else."""
    items: list[str] = field(default_factory=list)

    def put(self, html: str) -> None:
        """Put something into the box that is no list."""
        self.end_list()
        self.inner.append(html)

    def goes_on(self, kind: str) -> bool:
        """Whether a list of that *kind* goes on; otherwise one begins."""
        if self.kind == kind:
            return True
        self.end_list()
        self.kind = kind
        return False

    def end_list(self) -> None:
        """Put the list that was being written into the box."""
        if self.kind:
            self.inner.append("\n".join([f"<{self.kind}>", *self.items, f"</{self.kind}>"]))
            self.kind, self.items = "", []

    @property
    def whole(self) -> str:
        self.end_list()
        if not self.inner:
            return self.opens + self.closes
        return "\n".join([self.opens, *self.inner, self.closes])


def loose(item: str) -> str:
    """An item of a list whose text is a paragraph."""
    return item if item[4] == "\n" else f"<li>\n<p>{item[4:-5]}</p>\n</li>"
