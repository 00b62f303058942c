"""Which entries stand near one another, because they share terms."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from .item import Item

Key = tuple[str, str]
"""A vocabulary and a term of it."""

_WEIGHTS = {"violation": 4, "product_category": 2, "stage": 1, "subject_kind": 1, "audience": 1}
"""How much a shared term of a vocabulary brings two entries together."""
_LEAST = 3
"""Entries that share less are not near."""
_LOOKED_AT = 200
"""How many entries of a term are looked at, the newest."""


@dataclass(frozen=True)
class Near:
    """The entries *newest* first; for each term the places of those to be looked at, the real ones
    and the invented, which never stand near each other."""

    newest: Sequence[Item]
    places: Mapping[Key, tuple[list[int], list[int]]]
    _known: dict[tuple[frozenset[Key], bool, int], tuple[int, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, newest: Sequence[Item], by_term: Mapping[Key, Sequence[Item]]) -> "Near":
        """Among the entries *newest*, which stand under terms as *by_term* says."""
        place = {item.id: number for number, item in enumerate(newest)}
        places: dict[Key, tuple[list[int], list[int]]] = {}
        for key, items in by_term.items():
            if key[0] in _WEIGHTS:
                found = places[key] = ([], [])
                for item in items[:_LOOKED_AT]:
                    found[item.entry.demonstration].append(place[item.id])
        return cls(newest, places)

    def to(self, item: Item, apart: Iterable[str], count: int) -> list[Item]:
        """The *count* entries that share most with *item*, the newer first among equals; those with
        the ids *apart* are not among them, nor is *item* itself."""
        terms = frozenset(each for each in item.terms if each[0] in _WEIGHTS)
        others = {item.id, *apart}
        found = self._ranked(terms, item.entry.demonstration, count + len(others))
        near = (self.newest[place] for place in found)
        return [each for each in near if each.id not in others][:count]

    def _ranked(self, terms: frozenset[Key], invented: bool, most: int) -> tuple[int, ...]:
        """The places of the entries that share most with one of these terms, at most *most*."""
        known = self._known.get((terms, invented, most))
        if known is not None:
            return known
        scores: dict[int, int] = {}
        for key in terms:
            weight = _WEIGHTS[key[0]]
            for place in self.places[key][invented]:
                scores[place] = scores.get(place, 0) + weight
        many = len(self.newest)
        near = [place - many * score for place, score in scores.items() if score >= _LEAST]
        found = tuple(each % many for each in sorted(near)[:most])
        self._known[terms, invented, most] = found
        return found
