"""The public entries of one kind."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from yaoan.kinds import Entry, Kind

from .item import Item


@dataclass(frozen=True)
class Collection:
    """A column: a kind and its public entries, newest first."""

    kind: Kind
    form: type[Entry]
    items: tuple[Item, ...]

    @cached_property
    def years(self) -> tuple[tuple[int, tuple[Item, ...]], ...]:
        """The entries by the year they were published, newest year first."""
        found = groupby(self.items, lambda item: item.entry.published.year)
        return tuple((year, tuple(items)) for year, items in found)

    @cached_property
    def invented(self) -> int:
        """How many of the entries are demonstration data."""
        return sum(item.entry.demonstration for item in self.items)

    def pages(self, size: int) -> Iterator[tuple[Item, ...]]:
        """The entries in runs of *size*; one empty run when there are none."""
        for start in range(0, max(len(self.items), 1), size):
            yield self.items[start : start + size]
