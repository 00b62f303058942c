"""Which entries share most with another."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest

from .item import Item

_NEAR = {"violation": 4, "product_category": 2, "stage": 1, "subject_kind": 1, "audience": 1}
"""How much a shared term of a vocabulary brings two entries together."""
_ENOUGH = 3
_LOOKED_AT = 200

Mark = tuple[str, str]
"""A vocabulary and a term of it."""


@dataclass(frozen=True)
class Nearest:
    """The entries, the newest first, and those under each term in the same order."""

    items: tuple[Item, ...]
    by_term: Mapping[Mark, tuple[Item, ...]]

    def to(self, item: Item, count: int) -> list[Item]:
        """The entries that share most with *item*, itself among them; of two the newer first.

        Real entries and demonstration data are never near each other.
        """
        near = frozenset(each for each in item.terms if each[0] in _NEAR)
        asked = near, item.entry.demonstration, count
        if asked not in self._answers:
            self._answers[asked] = self._to(*asked)
        return [self.items[place] for place in self._answers[asked]]

    @cached_property
    def _answers(self) -> dict[tuple[frozenset[Mark], bool, int], list[int]]:
        """What was found before: many entries have the same terms."""
        return {}

    def _to(self, near: frozenset[Mark], demonstration: bool, count: int) -> list[int]:
        scores: dict[int, int] = defaultdict(int)
        for mark in near:
            worth = _NEAR[mark[0]]
            for place in self._places[mark][demonstration]:
                scores[place] += worth
        close = ((-score, place) for place, score in scores.items() if score >= _ENOUGH)
        return [place for _, place in nsmallest(count, close)]

    @cached_property
    def _places(self) -> Mapping[Mark, tuple[list[int], list[int]]]:
        """The places of the newest entries under each term, real ones and demonstrations apart."""
        place = {item.id: at for at, item in enumerate(self.items)}
        found: dict[Mark, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for mark, items in self.by_term.items():
            if mark[0] in _NEAR:
                for item in items[:_LOOKED_AT]:
                    found[mark][item.entry.demonstration].append(place[item.id])
        return found
