"""Addresses that were public before and where no entry is now: where they moved, why they went."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from yaoan.corpus import Ledger
from yaoan.kinds import Kind
from yaoan.reference import Reference, Term

from .item import Item


@dataclass(frozen=True)
class Former:
    """A former address: the entry it moved to, or the reason it went, or neither known.

    It names nobody: what was there may no longer be public.
    """

    id: str
    kind: Kind
    to: Item | None = None
    reason: Term | None = None


def former(
    ledger: Ledger, items: Mapping[str, Item], reference: Reference, day: dt.date
) -> Iterator[Former]:
    """Every address of the ledger that was public by *day* and where none of *items* is."""
    for address in ledger.addresses:
        if address.since <= day and address.id not in items:
            to = items.get(address.moved or "")
            reason = reference.term("withdrawal", address.withdrawn or "")
            yield Former(address.id, address.kind, to, reason)
