"""What a file says, before anyone asks what it means."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from yaoan.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value as it was typed, in Unicode normal form C. What it means is for a form to say."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Row:
    """A list."""

    items: tuple["Node", ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Branch:
    """A mapping, its keys in the order typed."""

    entries: tuple[tuple[Leaf, "Node"], ...]
    span: Span

    def get(self, key: str) -> "Node | None":
        return next((node for name, node in self.entries if name.text == key), None)

    def key(self, key: str) -> Leaf | None:
        return next((name for name, _ in self.entries if name.text == key), None)


Node = Leaf | Row | Branch
Path = tuple[str | int, ...]


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
