"""The public entries of one kind."""

from collections.abc import Iterable, Iterator
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
    def real(self) -> tuple[Item, ...]:
        """The real entries."""
        return apart(self.items)[0]

    @cached_property
    def invented(self) -> tuple[Item, ...]:
        """The entries that are demonstration data."""
        return apart(self.items)[1]

    def pages(self, size: int) -> Iterator[tuple[Item, ...]]:
        """The real entries, then the invented, in runs of *size*; one empty run for none."""
        ordered = self.real + self.invented
        for start in range(0, max(len(ordered), 1), size):
            yield ordered[start : start + size]


def apart(items: Iterable[Item]) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """The real entries and the invented ones, each in the order given."""
    kept = tuple(items)
    return (
        tuple(each for each in kept if not each.entry.demonstration),
        tuple(each for each in kept if each.entry.demonstration),
    )
