"""The public entries of one kind."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from yaoan.kinds import Entry, Kind

from .item import Item


@dataclass(frozen=True)
class Collection:
    """A column: a kind and its public entries, newest first."""

    kind: Kind
    form: type[Entry]
    items: tuple[Item, ...]

    @property
    def years(self) -> Iterator[tuple[int, tuple[Item, ...]]]:
        """The entries by the year they were published, newest year first."""
        for year, items in groupby(self.items, lambda item: item.entry.published.year):
            yield year, tuple(items)

    def pages(self, size: int) -> Iterator[tuple[Item, ...]]:
        """The entries in runs of *size*; one empty run when there are none."""
        for start in range(0, max(len(self.items), 1), size):
            yield self.items[start : start + size]
