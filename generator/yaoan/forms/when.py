"""A date of any precision: a year, a month, a day, a span of them, or not known.

The notation is that of the Extended Date/Time Format (ISO 8601-2): `2022`, `2022-09`,
`2022-09-26`, `2020-12/2021-01`, `2019-12/..`.
"""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Self

from yaoan.bilingual import Bilingual, Language

from .value import Value, misread
from .values import Unknown, iso_day

_POINT = re.compile(r"([12]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_SPOKEN = re.compile(r"(\d{4})\s*年(?:\s*(\d{1,2})\s*月)?")
_SPAN = Bilingual("{start}至{end}", "{start} to {end}")
_SINCE = Bilingual("{start}起", "since {start}")


@dataclass(frozen=True, slots=True)
class Point:
    """A year, a month of it, or a day of that."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first(self) -> dt.date:
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> dt.date:
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def in_(self, language: Language) -> str:
        if language == "zh":
            month = f"{self.month}月" if self.month else ""
            return f"{self.year}年{month}{f'{self.day}日' if self.day else ''}"
        month = f"{calendar.month_name[self.month]} " if self.month else ""
        return f"{f'{self.day} ' if self.day else ''}{month}{self.year}"


@dataclass(frozen=True, slots=True)
class When(Value):
    """When something happened, as exactly as was published."""

    start: Point | None
    end: Point | None = None
    open: bool = False
    unknown: Unknown | None = None

    @classmethod
    def read(cls, text: str) -> Self:
        typed = text.strip()
        if unknown := Unknown.named(typed):
            return cls(None, unknown=unknown)
        start, slash, end = typed.partition("/")
        first, last = _point(start), _point(end)
        is_open = slash == "/" and end == ".."
        if first is None or (slash and not is_open and last is None):
            raise misread("bad_when", text=text, suggest=_iso(typed))
        if last is not None and last.last < first.first:
            raise misread("backwards", start=start, end=end)
        return cls(first, last, is_open)

    @classmethod
    def pattern(cls) -> dict[str, object]:
        point = r"\d{4}(-\d{2}(-\d{2})?)?"
        return {"type": "string", "pattern": rf"^({point}(/({point}|\.\.))?|未披露|未查明)$"}

    @property
    def first(self) -> dt.date | None:
        """The earliest day it can have been."""
        return self.start.first if self.start else None

    @property
    def last(self) -> dt.date | None:
        """The latest day it can have been; None when open or not known."""
        if self.open or self.start is None:
            return None
        return (self.end or self.start).last

    def in_(self, language: Language) -> str:
        """`2022年9月26日`, `December 2020 to January 2021`, `未披露`."""
        if self.start is None:
            return (self.unknown or Unknown.NOT_DISCLOSED).in_(language)
        start = self.start.in_(language)
        if self.open:
            return _SINCE.in_(language).format(start=start)
        if self.end:
            return _SPAN.in_(language).format(start=start, end=self.end.in_(language))
        return start


def _point(text: str) -> Point | None:
    match = _POINT.fullmatch(text.strip())
    if not match:
        return None
    point = Point(*(int(part) if part else None for part in match.groups()))  # type: ignore[arg-type]
    if 0 in (point.year, point.month, point.day):
        return None
    try:
        point.first, point.last  # noqa: B018 - a day that does not exist raises here
    except (ValueError, calendar.IllegalMonthError):
        return None
    return point


def _iso(text: str) -> str | None:
    if day := iso_day(text):
        return day
    match = _SPOKEN.fullmatch(text)
    if not match:
        return None
    meant = f"{match[1]}-{int(match[2]):02d}" if match[2] else match[1]
    return meant if _point(meant) else None
