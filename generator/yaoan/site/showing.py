"""What of every entry the public sees on the day: states and masks, worked out together.

A name that may not show in one entry shows in none that belongs with it, unless that one may name
the party by itself.
"""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from yaoan.corpus import Corpus
from yaoan.kinds import Entry, Turn
from yaoan.reference import Reference

from .life import Life
from .lifecycle import leaves, lives, rests_on
from .links import linked
from .masks import Masks
from .naming import allowed, names
from .state import Event, Gone, Standing, State
from .view import View

_NAMING = (State.PUBLIC, State.CORRECTED)


@dataclass(frozen=True)
class Showing:
    """The entries of *corpus* on *day*; those *held* lack a sign-off."""

    corpus: Corpus
    reference: Reference
    day: dt.date
    held: Collection[str] = ()
    _masks: dict[str, Masks] = field(init=False, default_factory=dict, repr=False)

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        return {record.id: entry for record, entry in self.corpus.filled}

    @cached_property
    def lives(self) -> Mapping[str, Life]:
        return lives(self.corpus, self.reference)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Every boundary of every entry, in order."""
        found = (e for ident, life in self.lives.items() for e in life.events(ident))
        return tuple(sorted(found, key=lambda event: event.order))

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        return {ident: self._standing(ident, life) for ident, life in self.lives.items()}

    def _standing(self, ident: str, life: Life) -> Standing:
        standing = life.on(self.day, held=ident in self.held)
        behind = rests_on(self.entries[ident])
        if behind in self.held and standing.state in _NAMING and self.names[ident]:
            return Standing(State.SUNSET, life.published, standing.next)
        return standing

    @cached_property
    def names(self) -> Mapping[str, Masks]:
        """The names that each entry gives in clear, whether or not they may show."""
        return {ident: names(entry, self.reference) for ident, entry in self.entries.items()}

    def masks(self, ident: str) -> Masks:
        """The names that the entry must mask on the day: its own, and those of its neighbours."""
        known = self._masks.get(ident)
        if known is None:
            known = self._masks[ident] = self._masked(ident)
        return known

    def _masked(self, ident: str) -> Masks:
        every = self.names[ident] | self._around(ident)
        if not every or not self._names(ident):
            return every
        return every.without(allowed(self.entries[ident], self.reference))

    def conceals(self, ident: str) -> bool:
        """Whether the entry as written tells who its party is, where the public may not see it."""
        return self.standings[ident].state is State.SUNSET or bool(self.masks(ident))

    def _around(self, ident: str) -> Masks:
        found = Masks()
        for other in sorted(self._linked.get(ident, ())):
            if other in self.entries and not self._names(other):
                found |= self.names[other]
        return found

    def _names(self, ident: str) -> bool:
        """Whether the entry may name its party on the day."""
        return self.standings[ident].state in _NAMING

    @cached_property
    def _linked(self) -> Mapping[str, frozenset[str]]:
        return linked(self.corpus)

    def leaves(self, turn: Turn) -> Gone | None:
        """Whether a status takes its entry down, and as what."""
        return leaves(turn, self.reference)

    @cached_property
    def views(self) -> Mapping[str, Entry]:
        """The entries that are shown, as the public sees them."""
        return {
            ident: View(self.day, self.masks(ident), standing.state is State.SUNSET).of(
                self.entries[ident]
            )
            for ident, standing in self.standings.items()
            if standing.state.shown
        }
