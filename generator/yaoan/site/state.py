"""Where an entry stands on a day, and the days on which that changes."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, get_args

from yaoan.bilingual import Bilingual
from yaoan.words import say


class State(StrEnum):
    """What the public may see of an entry. Only one holds on a day."""

    EMBARGOED = "embargoed"
    """Not yet public: nothing of it may be seen."""
    HELD = "held"
    """Held back, because a sign-off is missing: nothing of it may be seen."""
    PUBLIC = "public"
    CORRECTED = "corrected"
    """Public, with a correction since it was published."""
    SUNSET = "sunset"
    """Public, but it may not name the party on this day."""
    REPAIRED = "repaired"
    """Gone everywhere, since credit was restored."""
    ENDED = "ended"
    """Gone everywhere, since its display period ended."""
    WITHDRAWN = "withdrawn"
    """Changed, revoked, unlawful or void: its facts are gone, a short reason stays."""

    @property
    def shown(self) -> bool:
        """Whether the entry stands in lists and has its page."""
        return self in (State.PUBLIC, State.CORRECTED, State.SUNSET)

    @property
    def words(self) -> Bilingual:
        """The state as people say it."""
        return say("state_" + self.value)


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of an entry on a day.

    *since* is the first day of that state; *next* the next day on which anything that the public
    sees of the entry changes, None when nothing more is known to.
    """

    state: State
    since: dt.date
    next: dt.date | None = None


Gone = Literal["ended", "repaired", "withdrawn"]
"""How an entry may go; of two on one day, the one that leaves less behind comes first."""
GONE: tuple[Gone, ...] = get_args(Gone)

What = Literal[
    "published",
    "corrected",
    "replied",
    "named",
    "name_ends",
    "repair_possible",
    "ended",
    "repaired",
    "withdrawn",
]
"""What happens to an entry on a day

All but `repair_possible`, which only tells the party that it may ask, change what is public.
"""
WHATS: tuple[What, ...] = get_args(What)


@dataclass(frozen=True, slots=True)
class Event:
    """A dated boundary in the life of an entry: on *day* *what* happens to the entry *id*."""

    day: dt.date
    what: What
    id: str

    @property
    def order(self) -> tuple[dt.date, int, str]:
        """By day, and on one day as things follow from one another."""
        return self.day, WHATS.index(self.what), self.id

    @property
    def public(self) -> bool:
        """Whether the site changes on that day."""
        return self.what != "repair_possible"

    @property
    def words(self) -> Bilingual:
        """What happens, as people say it."""
        return say("event_" + self.what)
