"""A record as the rules read it: what several of them ask for is worked out once, then let go."""

from collections import defaultdict
from dataclasses import fields
from functools import cached_property
from typing import Any

from yaoan.corpus import Record
from yaoan.kinds import Found, walk

from .numbers import Number, numbers
from .typed import Typed


class Reading(Record):
    """A record while the rules look at it."""

    @classmethod
    def of(cls, record: Record) -> "Reading":
        """A reading of *record*; its caches end with it, so that a large corpus stays small."""
        return cls(*(getattr(record, each.name) for each in fields(record)))

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

    @property
    def about_parties(self) -> bool:
        """Whether the entry tells what somebody did: whether its form has a party in it."""
        return hasattr(self.draft, "parties") or hasattr(self.draft, "party")

    def holding(self, kind: type[Any]) -> tuple[Found, ...]:
        """Every value of exactly the type *kind*, with its path."""
        return tuple(self._by_type.get(kind, ()))

    @cached_property
    def _by_type(self) -> dict[type[Any], list[Found]]:
        found: dict[type[Any], list[Found]] = defaultdict(list)
        for each in self.found:
            found[type(each.value)].append(each)
        return found
