"""How long an entry may be shown, counted by every table that applies; the earliest end holds."""

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal

from yaoan.kinds import Credit
from yaoan.reference import DisplayTable, Period, months_after


def end(credit: Credit, published: dt.date, tables: Iterable[DisplayTable]) -> dt.date | None:
    """The first day on which the entry may no longer be shown; None when there is none.

    A period of *n* months counts the day it starts from: it is full when the day of the same
    number comes, and on that day the entry is gone. A term typed by a person comes before tables.
    """
    if credit.ends and credit.ends.first:
        return credit.ends.first
    found = (_end(credit, published, table) for table in _about(credit, tables))
    return min((day for day in found if day), default=None)


def repairable(
    credit: Credit, published: dt.date, tables: Iterable[DisplayTable]
) -> dt.date | None:
    """The first day on which every table lets the party ask for credit restoration."""
    days = []
    for table in _about(credit, tables):
        period = _period(credit, table)
        if period and period.shown and period.shortest is not None:
            days.append(months_after(_start(credit, published, table), period.shortest))
    return max(days, default=None)


def _about(credit: Credit, tables: Iterable[DisplayTable]) -> Iterator[DisplayTable]:
    return (table for table in tables if table.about == credit.about)


def _end(credit: Credit, published: dt.date, table: DisplayTable) -> dt.date | None:
    period, start = _period(credit, table), _start(credit, published, table)
    if period is None or (table.covers == "later" and published < table.in_force):
        return None
    if not period.shown:
        return max(published, table.in_force)
    if period.longest is None:
        return None
    full = max(months_after(start, period.longest), table.in_force)
    runs = _runs(credit, table)
    if runs is None or (table.until and table.until < full):
        return None
    return max(full, runs)


def _start(credit: Credit, published: dt.date, table: DisplayTable) -> dt.date:
    """The day that *table* counts from; publication where the day it asks for is not known."""
    if table.counts_from == "published":
        return published
    return min((when.first for when in credit.starts if when.first), default=published)


def _period(credit: Credit, table: DisplayTable) -> Period | None:
    credit_class = credit.credit_class or table.default_class
    return next((row for row in table.periods if _fits(row, credit, credit_class)), None)


def _fits(row: Period, credit: Credit, credit_class: str | None) -> bool:
    kinds = {each.kind for each in credit.penalties}
    if row.credit_class and row.credit_class != credit_class:
        return False
    if row.only and (not kinds or not kinds <= set(row.only)):
        return False
    limit = row.fine_up_to.sum if row.fine_up_to else None
    return limit is None or _fined(credit) <= limit


def _fined(credit: Credit) -> Decimal:
    """All the money of the penalties; more than any limit where a sum is not known."""
    sums = [each.amount.sum for each in credit.penalties if each.amount]
    known = [each for each in sums if each is not None]
    return sum(known, Decimal(0)) if len(known) == len(sums) else Decimal("Infinity")


def _runs(credit: Credit, table: DisplayTable) -> dt.date | None:
    """The day after the last restriction that is shown for its real length; None for life."""
    last = dt.date.min
    for penalty in credit.penalties:
        if penalty.kind in table.runs_on and penalty.until and penalty.until.start:
            if penalty.until.open:
                return None
            last = max(last, penalty.until.last or last)
    return last if last == dt.date.min else last + dt.timedelta(1)
