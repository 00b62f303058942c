"""What the public entries come to, counted; invented ones are never among the real.

Every column is counted by itself and columns are never added up, for one case may be told in two.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from yaoan.bilingual import Bilingual
from yaoan.kinds import Figure, held
from yaoan.reference import Reference, Term, Vocabulary
from yaoan.words import say

from .collection import Collection, apart
from .fines import Fines, fines
from .item import Item
from .site import Site

COUNTED = ("violation", "product_category", "penalty_kind", "place", "audience")
"""The vocabularies by which entries are counted."""
_BARS = 12
"""The most bars that are read at a glance."""


@dataclass(frozen=True)
class Row:
    """The entries of one year, or under one term and all that is narrower.

    *depth* is how many terms of the vocabulary hold the term.
    """

    key: Term | int
    name: Bilingual
    items: tuple[Item, ...]
    depth: int = 0


@dataclass(frozen=True)
class Breakdown:
    """Entries by the terms of a vocabulary, or by the year of publication where that is None.

    Most first, narrower terms after the one that holds them; years in order. One entry may stand
    under several terms; *unmarked* entries stand under none.
    """

    by: Vocabulary | None
    rows: tuple[Row, ...]
    unmarked: tuple[Item, ...] = ()

    @property
    def name(self) -> Bilingual:
        """By what the entries are counted."""
        return self.by.name if self.by else say("year_published")

    @property
    def bars(self) -> tuple[tuple[Bilingual, int], ...]:
        """What a chart shows: the first rows that no other holds, and how many entries each has.

        Of the years it shows the last.
        """
        top = [(row.name, len(row.items)) for row in self.rows if not row.depth]
        return tuple(top[:_BARS] if self.by else top[-_BARS:])


@dataclass(frozen=True)
class Tally:
    """Some entries of one column, all real or all *invented*, newest first, and their figures."""

    column: Collection
    invented: bool
    items: tuple[Item, ...]
    breakdowns: tuple[Breakdown, ...]
    fines: Fines


@dataclass(frozen=True)
class Reported:
    """The figures of an entry, exactly as they were published there."""

    item: Item
    figures: tuple[Figure, ...]


@lru_cache(maxsize=1)
def tallies(site: Site) -> tuple[Tally, ...]:
    """For each column its real entries, then its invented; nothing where it has none."""
    return tuple(
        tally(site, column, invented=invented)
        for column in site.collections
        for invented, items in zip((False, True), apart(column.items), strict=True)
        if items
    )


def tally(site: Site, column: Collection, *, invented: bool) -> Tally:
    """The real entries of *column*, or the *invented*, counted."""
    items = apart(column.items)[invented]
    found = (_by_term(items, site.reference, name) for name in COUNTED)
    breakdowns = (by_year(items), *(each for each in found if each.rows))
    return Tally(column, invented, items, breakdowns, fines(items))


def by_year(items: Iterable[Item]) -> Breakdown:
    """*items* by the year in which they were published on this site, the earliest first."""
    found: dict[int, list[Item]] = defaultdict(list)
    for item in items:
        found[item.entry.published.year].append(item)
    rows = (Row(year, say("year_named", year=year), tuple(found[year])) for year in sorted(found))
    return Breakdown(None, tuple(rows))


def reported(site: Site) -> tuple[Reported, ...]:
    """Every entry that gives figures, newest first. They count different things: none is added."""
    return tuple(
        Reported(item, figures)
        for item in site.newest
        if (figures := tuple(held(item.entry, Figure)))
    )


def _by_term(items: tuple[Item, ...], reference: Reference, name: str) -> Breakdown:
    vocabulary = reference.vocabularies[name]
    found: dict[str, dict[str, Item]] = defaultdict(dict)
    marked = set()
    for item in items:
        for _, term in (each for each in item.terms if each[0] == name):
            marked.add(item.id)
            for each in (term, *(broader.id for broader in vocabulary.broader(term))):
                found[each][item.id] = item
    rows = tuple(_rows(vocabulary, found, None, 0))
    unmarked = tuple(item for item in items if item.id not in marked)
    return Breakdown(vocabulary, rows, unmarked)


def _rows(
    vocabulary: Vocabulary, found: Mapping[str, Mapping[str, Item]], inside: Term | None, depth: int
) -> Iterator[Row]:
    """The rows of the terms directly *inside* one, each with those inside it after it."""
    terms = [
        term
        for term in vocabulary.terms.values()
        if term.id in found and next(vocabulary.broader(term.id), None) == inside
    ]
    for term in sorted(terms, key=lambda term: -len(found[term.id])):
        yield Row(term, vocabulary.title(term), tuple(found[term.id].values()), depth)
        yield from _rows(vocabulary, found, term, depth + 1)
