"""What an entry says of itself as credit information: the facts that its display counts from."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from yaoan.forms import EntryId, Text, When

from .decision import Penalty


@dataclass(frozen=True, slots=True)
class Turn:
    """A status that a decision or a listing took on: since when, where that is said, and why."""

    vocabulary: str
    term: str
    on: dt.date | None = None
    reason: Text | None = None
    otherwise: str = ""
    """What it means where the vocabulary does not say: `ended`, `repaired` or `withdrawn`."""


@dataclass(frozen=True, slots=True)
class Credit:
    """The facts of one entry, with no word on what follows from them on which day."""

    about: Literal["penalty", "listing"]
    starts: tuple[When, ...] = ()
    credit_class: str | None = None
    penalties: tuple[Penalty, ...] = ()
    ends: When | None = None
    repaired: dt.date | None = None
    turns: tuple[Turn, ...] = ()
    rests_on: EntryId | None = None
    """The penalty without which the entry may not name the party."""
    name_until: dt.date | None = None
    """The last day on which it may."""
