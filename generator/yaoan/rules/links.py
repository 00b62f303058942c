"""Which entries tell of the same case, and whom they name."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from yaoan.corpus import Brief


@dataclass(frozen=True)
class Links:
    """The links between entries, given in brief by their ids, read both ways."""

    briefs: Mapping[str, Brief]

    def names_of(self, ident: str) -> Iterator[str]:
        """The names in clear of the parties of every entry linked with that one."""
        for other in sorted(self._linked.get(ident, ())):
            if brief := self.briefs.get(other):
                yield from brief.names

    @cached_property
    def _linked(self) -> dict[str, set[str]]:
        linked: dict[str, set[str]] = defaultdict(set)
        numbers: dict[str, str] = {}
        for ident, brief in self.briefs.items():
            told = {
                *brief.linked,
                *(numbers.setdefault(key, ident) for key in brief.numbers if key),
            }
            for other in told - {ident}:
                linked[ident].add(other)
                linked[other].add(ident)
        return linked
