"""The ledger of addresses: every id that was ever public, so that none is lost or given twice.

`cases/addresses.txt` holds one address a line, in order, so that two branches merge:

    notice-2026-0001 2026-03-05
    notice-2026-0002 2026-03-05 moved notice-2026-0007
    notice-2026-0003 2026-03-05 withdrawn replaced

The id, the day it was first public, and what became of it if it is no more. See decision
record 0009.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from yaoan.diagnostics import Problem, Source, Span
from yaoan.kinds import Kind, all_kinds

from .faults import FAULTS

LEDGER = "addresses.txt"
"""The ledger's name in the folder of entries."""
MOVED, WITHDRAWN = "moved", "withdrawn"

_HEAD = """\
# 公开过的网址，一行一个：编号 首次公开日期 [moved 新编号 | withdrawn 原因]。由 yaoan record 登记。
# Every address that was public: id, first day [moved new-id | withdrawn reason]; by `yaoan record`.
"""
SERIAL = "(?:[0-9]{4}|[1-9][0-9]{4,})"
"""The number at the end of an id: four digits, or more where four are not enough."""
_ID = re.compile(rf"([a-z-]+)-[0-9]{{4}}-{SERIAL}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class Address:
    """The address of an entry: the day it was first public, and where it moved or why it went.

    *withdrawn* is a term of the vocabulary `withdrawal`.
    """

    id: str
    since: dt.date
    moved: str | None = None
    withdrawn: str | None = None
    span: Span | None = field(default=None, compare=False, repr=False)

    @property
    def kind(self) -> Kind:
        return next(kind for kind in _kinds() if kind.prefix == self.id.rsplit("-", 2)[0])

    @property
    def live(self) -> bool:
        """Whether an entry should stand at this address."""
        return not self.moved and not self.withdrawn

    def __str__(self) -> str:
        after = f" {MOVED} {self.moved}" if self.moved else ""
        after = f" {WITHDRAWN} {self.withdrawn}" if self.withdrawn else after
        return f"{self.id} {self.since.isoformat()}{after}"


@dataclass(frozen=True)
class Ledger:
    """The addresses, in the order of their ids; *begun* when the office has the file."""

    addresses: tuple[Address, ...] = ()
    begun: bool = field(default=False, compare=False)
    source: Source = field(default=Source(f"cases/{LEDGER}", ""), repr=False, compare=False)

    @cached_property
    def by_id(self) -> dict[str, Address]:
        return {each.id: each for each in self.addresses}

    def serials(self, kind: Kind, year: int) -> Iterator[int]:
        """The numbers that were given to entries of *kind* in *year*."""
        beginning = f"{kind.prefix}-{year}-"
        return (int(each[len(beginning) :]) for each in self.by_id if each.startswith(beginning))

    def but(self, changed: Iterable[Address]) -> "Ledger":
        """The ledger with these addresses in place of those of the same ids, or added."""
        merged = {**self.by_id, **{each.id: each for each in changed}}
        return Ledger(tuple(merged[ident] for ident in sorted(merged)))

    @property
    def text(self) -> str:
        """The ledger as it is written."""
        return _HEAD + "".join(f"{each}\n" for each in self.addresses)


def ledger_of(source: Source) -> tuple[Ledger, list[Problem]]:
    """The ledger written in *source*, and what is wrong with its lines."""
    found: dict[str, Address] = {}
    problems: list[Problem] = []
    start = 0
    for line in source.text.split("\n"):
        span = Span(source, start, start + len(line))
        start += len(line) + 1
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        address = _address(line.split(), span)
        if address is None:
            problems.append(FAULTS["bad_address"].at(span, text=line.strip()))
        elif found.setdefault(address.id, address) != address:
            problems.append(FAULTS["address_twice"].at(span, id=address.id))
    return Ledger(tuple(found[ident] for ident in sorted(found)), True, source), problems


def _address(parts: list[str], span: Span) -> Address | None:
    """The address that a line gives; None when it cannot be read."""
    match parts:
        case [ident, day]:
            moved = withdrawn = None
        case [ident, day, "moved", moved]:
            withdrawn = None
        case [ident, day, "withdrawn", withdrawn]:
            moved = None
        case _:
            return None
    since = _day(day)
    if since is None or not all(map(is_id, filter(None, (ident, moved)))):
        return None
    return Address(ident, since, moved, withdrawn, span)


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def is_id(text: str) -> bool:
    """Whether *text* is an id that an entry of some kind may have."""
    found = _ID.fullmatch(text)
    return bool(found) and found[1] in {kind.prefix for kind in _kinds()}  # type: ignore[index]


def _kinds() -> Iterator[Kind]:
    return (form.kind for form in all_kinds().values())
