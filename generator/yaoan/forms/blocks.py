"""What longer text is made of: paragraphs, lists and pictures, and the words and links in them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

ENTRY_LINK = re.compile(r"[a-z]+-\d{4}-\d{4,}")


@dataclass(frozen=True, slots=True)
class Words:
    """A run of text."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed text; `strong` for the stronger kind."""

    inner: "tuple[Inline, ...]"
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an address outside, or to another entry by its id."""

    target: str
    inner: "tuple[Inline, ...]"

    @property
    def entry(self) -> str | None:
        return self.target if ENTRY_LINK.fullmatch(self.target) else None


Inline = Words | Emphasis | Link


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    inner: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, its items each a sequence of blocks."""

    items: "tuple[tuple[Block, ...], ...]"
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """The place of a picture of the entry, given by its number in the list of pictures."""

    number: int


Block = Paragraph | Bullets | Figure


def links_in(block: Block) -> list[Link]:
    """Every link, in order."""
    if isinstance(block, Bullets):
        return [link for item in block.items for inner in item for link in links_in(inner)]
    found: list[Link] = []
    waiting = list(reversed(block.inner)) if isinstance(block, Paragraph) else []
    while waiting:
        each = waiting.pop()
        if isinstance(each, Link):
            found.append(each)
        if not isinstance(each, Words):
            waiting.extend(reversed(each.inner))
    return found


def paragraphs_in(blocks: Sequence[Block]) -> Iterator[str]:
    """The words of every paragraph and list item, without markup."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield said(block.inner)
        elif isinstance(block, Bullets):
            for item in block.items:
                yield from paragraphs_in(item)


def said(inner: tuple[Inline, ...]) -> str:
    """The words, without markup."""
    return "".join(each.text if isinstance(each, Words) else said(each.inner) for each in inner)
