"""What a file says, before anyone asks what it means."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from yaoan.diagnostics import Source, Span


class Leaf(NamedTuple):
    """A value as it was typed, in Unicode normal form C. What it means is for a form to say."""

    text: str
    source: Source
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return _span(self)


class Row(NamedTuple):
    """A list."""

    items: tuple["Node", ...]
    source: Source
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return _span(self)


class Branch(NamedTuple):
    """A mapping, its keys in the order typed."""

    entries: tuple[tuple[Leaf, "Node"], ...]
    source: Source
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return _span(self)

    def get(self, key: str) -> "Node | None":
        return next((node for name, node in self.entries if name.text == key), None)

    def key(self, key: str) -> Leaf | None:
        return next((name for name, _ in self.entries if name.text == key), None)


Node = Leaf | Row | Branch
Path = tuple[str | int, ...]


def _span(node: Node) -> Span:
    """Where *node* stands, without the blank lines that the parser takes for a part of it."""
    text, start, end = node.source.text, node.start, node.end
    while end > start + 1 and text[end - 1 : end] in ("\n", " "):
        end -= 1
    return Span(node.source, start, end)


def at(node: Node, path: Path) -> Node:
    """The node at *path*, or the nearest one above it that exists."""
    for step in path:
        below = _step(node, step)
        if below is None:
            return node
        node = below
    return node


def _step(node: Node, step: str | int) -> Node | None:
    match node:
        case Branch() if isinstance(step, str):
            return node.get(step)
        case Row() if isinstance(step, int) and step < len(node.items):
            return node.items[step]
        case _:
            return None


def leaves(node: Node, path: Path = ()) -> Iterator[tuple[Path, Leaf]]:
    """Every value typed, in order, with the path that leads to it."""
    match node:
        case Leaf():
            yield path, node
        case Row():
            for index, item in enumerate(node.items):
                yield from leaves(item, (*path, index))
        case Branch():
            for name, value in node.entries:
                yield from leaves(value, (*path, name.text))


def plain(node: Node) -> Any:
    """The same as text, lists and dicts.

    An empty value means missing: it is left out of a mapping, and None in a list.
    """
    match node:
        case Leaf():
            return node.text
        case Row():
            return [None if _empty(item) else plain(item) for item in node.items]
        case Branch():
            return {name.text: plain(value) for name, value in node.entries if not _empty(value)}


def _empty(node: Node) -> bool:
    return isinstance(node, Leaf) and not node.text.strip()
