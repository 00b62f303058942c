"""Working days, by the State Council's yearly holiday arrangement."""

import datetime as dt
from dataclasses import dataclass

from yaoan.forms import Day, Form, Number, YesNo, field


class YearForm(Form):
    """One year's arrangement as it stands in a data file."""

    year: Number = field("年份", "Year")
    source: str = field("出处", "Source", default="")
    verified: YesNo = field("已核实", "Verified", default=False)
    holidays: tuple[Day, ...] = field("放假", "Days off")
    workdays: tuple[Day, ...] = field("调休上班", "Weekend days worked")


@dataclass(frozen=True)
class WorkingDays:
    """The days worked in the years that are known; other years count Monday to Friday."""

    years: frozenset[int]
    holidays: frozenset[dt.date]
    workdays: frozenset[dt.date]

    @classmethod
    def of(cls, forms: tuple[YearForm, ...]) -> "WorkingDays":
        return cls(
            frozenset(form.year for form in forms),
            frozenset(day for form in forms for day in form.holidays),
            frozenset(day for form in forms for day in form.workdays),
        )

    def knows(self, day: dt.date) -> bool:
        """Whether the arrangement of that year is on file."""
        return day.year in self.years

    def worked(self, day: dt.date) -> bool:
        return day in self.workdays or (day.weekday() < 5 and day not in self.holidays)

    def between(self, start: dt.date, end: dt.date) -> int:
        """How many working days lie after *start* up to and with *end*."""
        days = (start + dt.timedelta(n) for n in range(1, (end - start).days + 1))
        return sum(self.worked(day) for day in days)

    def after(self, start: dt.date, count: int) -> dt.date:
        """The *count*-th working day after *start*."""
        day = start
        while count > 0:
            day += dt.timedelta(1)
            count -= self.worked(day)
        return day
