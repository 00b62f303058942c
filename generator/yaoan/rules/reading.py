"""A record as the rules read it: what several of them ask for is worked out once, then let go."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

from yaoan.corpus import PICTURES, Record, named
from yaoan.kinds import Found, walk

from .names import Names
from .numbers import Number, numbers
from .typed import Typed


@dataclass(frozen=True)
class Reading(Record):
    """A record while the rules look at it."""

    names: Names

    @classmethod
    def of(cls, record: Record, names: Names) -> "Reading":
        """A reading of *record*; its caches end with it, so that a large corpus stays small."""
        held: dict[str, Any] = {each.name: getattr(record, each.name) for each in fields(record)}
        return cls(**held, names=names)

    @cached_property
    def found(self) -> tuple[Found, ...]:
        """Every value of the entry, or of what of it is in order."""
        return tuple(walk(self.draft)) if self.draft is not None else ()

    @cached_property
    def typed(self) -> Typed:
        """Everything typed, in the Chinese file and in the English one."""
        return Typed.of(self)

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers in it that lead to a person."""
        return tuple(numbers(self.typed))

    @cached_property
    def masked(self) -> tuple[str, ...]:
        """The surnames of those whom the entry masks: 王 where it writes 王某."""
        return tuple(sorted(self.names.masked_in(self.typed.text)))

    @cached_property
    def english_names(self) -> tuple[tuple[int, int], ...]:
        """Where full names of Chinese people stand in the English file."""
        text, start = self.typed.text, self.typed.english_at
        return () if start is None else tuple(self.names.english_in(text, start))

    @property
    def files(self) -> Iterator[tuple[str, int]]:
        """The names of the picture files, with their places in the text."""
        for leaf, start in zip(self.typed.leaves, self.typed.starts, strict=True):
            if leaf.text.lower().endswith(PICTURES):
                yield leaf.text, start

    @cached_property
    def _filled(self) -> dict[str, Any]:
        return {} if self.draft is None else self.draft.__dict__

    def part(self, key: str, default: Any = None) -> Any:
        """What the entry holds under *key*; *default* where its form has no such field."""
        return self._filled.get(key, default)

    def asks(self, key: str) -> bool:
        """Whether the form of the entry has that field."""
        return key in self._filled

    @property
    def about_parties(self) -> bool:
        """Whether the entry tells what somebody did: whether its form has a party in it."""
        return self.asks("parties") or self.asks("party")

    @cached_property
    def named(self) -> frozenset[str]:
        """The names that the entry gives in clear and may."""
        return frozenset(named(self.draft))

    def holding(self, kind: type[Any]) -> tuple[Found, ...]:
        """Every value of exactly the type *kind*, with its path."""
        return tuple(self._by_type.get(kind, ()))

    @cached_property
    def _by_type(self) -> dict[type[Any], list[Found]]:
        found: dict[type[Any], list[Found]] = defaultdict(list)
        for each in self.found:
            found[type(each.value)].append(each)
        return found
