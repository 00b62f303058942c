"""The life of an entry: the days on which what the public may see of it changes."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from .state import GONE, WHATS, Event, Standing, State, What

_SEEN = frozenset(what for what in WHATS if Event(dt.date.min, what, "").public)


@dataclass(frozen=True, slots=True)
class Life:
    """When an entry is published, and every later boundary in order. Nothing follows its going."""

    published: dt.date
    steps: tuple[tuple[dt.date, What], ...]

    @classmethod
    def of(cls, published: dt.date, found: Iterator[tuple[dt.date, What]]) -> "Life":
        """The life with the boundaries *found*, in any order; none comes before publication."""
        steps: list[tuple[dt.date, What]] = [(published, "published")]
        for day, what in sorted(
            ((max(day, published), what) for day, what in found),
            key=lambda step: (step[0], WHATS.index(step[1])),
        ):
            if what in GONE:
                steps = [step for step in steps if step[0] < day]
            steps.append((day, what))
            if what in GONE:
                break
        return cls(published, tuple(steps))

    def on(self, day: dt.date, *, held: bool = False) -> Standing:
        """Where the entry stands on *day*; *held* when it lacks a sign-off."""
        coming = min((on for on, what in self.steps if on > day and what in _SEEN), default=None)
        if day < self.published:
            return Standing(State.EMBARGOED, dt.date.min, coming)
        state, since = self._seen(day)
        if held and state.shown:
            return Standing(State.HELD, self.published, coming)
        return Standing(state, since, coming)

    def _seen(self, day: dt.date) -> tuple[State, dt.date]:
        state = open_ = State.PUBLIC
        since = self.published
        for on, what in self.steps:
            if on > day:
                break
            before = state
            if what == "corrected":
                open_ = State.CORRECTED
                state = state if state is State.SUNSET else open_
            elif what == "named":
                state = open_
            elif what == "name_ends":
                state = State.SUNSET
            elif what in GONE:
                state = State(what)
            if state is not before or (what == "corrected" and state is open_):
                since = on
        return state, since

    @property
    def gone_on(self) -> dt.date | None:
        """The day the entry goes, if one is known."""
        day, what = self.steps[-1]
        return day if what in GONE else None

    def events(self, ident: str) -> Iterator[Event]:
        """Every boundary as an event of the entry *ident*."""
        return (Event(day, what, ident) for day, what in self.steps)
