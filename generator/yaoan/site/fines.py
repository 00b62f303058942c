"""The fines that entries tell of: what they come to, and how many cannot be counted."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from statistics import median

from yaoan.forms import Amount, total
from yaoan.kinds import Decision, held

from .item import Item

_FINE = "fine"
"""The kind of penalty that is a fine (Administrative Penalty Law, 2021, Art. 9); a criminal fine
and a confiscation are none."""


@dataclass(frozen=True)
class Fine:
    """One fine as it was published, None where nothing was said of the sum; and its entry."""

    item: Item
    amount: Amount | None

    @property
    def exact(self) -> bool:
        """Whether it may be added: an exact sum in yuan."""
        return self.amount is not None and total([self.amount]) is not None

    @property
    def known(self) -> bool:
        """Whether a sum was published."""
        return self.amount is not None and self.amount.known

    @property
    def sum(self) -> Decimal:
        return (self.amount and self.amount.sum) or Decimal(0)


@dataclass(frozen=True)
class Fines:
    """Every fine of some entries, and the sums that decisions give only for fine and
    confiscation *together*, which are no fines."""

    all: tuple[Fine, ...]
    together: tuple[Fine, ...] = ()

    @cached_property
    def exact(self) -> tuple[Fine, ...]:
        """Those that are counted, the lowest first."""
        counted = [each for each in self.all if each.exact]
        return tuple(sorted(counted, key=lambda each: (each.sum, each.item.id)))

    @property
    def inexact(self) -> tuple[Fine, ...]:
        """Those with a sum that cannot be added: rounded, or in another currency."""
        return tuple(each for each in self.all if each.known and not each.exact)

    @property
    def undisclosed(self) -> tuple[Fine, ...]:
        """Those without a published sum."""
        return tuple(each for each in self.all if not each.known)

    @property
    def total(self) -> Amount | None:
        """The sum of the exact ones; None when there are none."""
        return Amount(sum((each.sum for each in self.exact), Decimal(0))) if self.exact else None

    @property
    def median(self) -> Amount | None:
        """The middle one of the exact; between two in the middle, halfway, to the fen."""
        if not self.exact:
            return None
        return Amount(median(each.sum for each in self.exact).quantize(Decimal("0.01")).normalize())


def fines(items: Iterable[Item]) -> Fines:
    """The fines of all decisions of *items*; an entry is not public once a decision falls."""
    decisions = [(item, each) for item in items for each in held(item.entry, Decision)]
    return Fines(
        tuple(
            Fine(item, penalty.amount)
            for item, decision in decisions
            for penalty in decision.penalties
            if penalty.kind == _FINE
        ),
        tuple(Fine(item, each.combined) for item, each in decisions if each.combined),
    )
