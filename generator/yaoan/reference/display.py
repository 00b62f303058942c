"""How long credit information may be shown: dated tables, which people change as the law does."""

import calendar
import datetime as dt
from typing import Literal

from yaoan.bilingual import Bilingual
from yaoan.forms import Amount, Day, Form, YesNo, field

Start = Literal["published", "decided", "listed"]
"""What a period may be counted from."""


class Period(Form):
    """A row: to what it applies, and for how many months it is shown at least and at most.

    A row without conditions applies to everything that no row above it does.
    """

    credit_class: str | None = field("失信程度", "Credit class", default=None)
    only: tuple[str, ...] = field("处罚只有", "Penalties of these kinds only", default=())
    fine_up_to: Amount | None = field("罚款不高于", "Fine of at most", default=None)
    shown: YesNo = field("公示", "Shown at all", default=True)
    shortest: int | None = field("最短月数", "Months at least", default=None)
    longest: int | None = field("最长月数", "Months at most", default=None)


class DisplayTable(Form):
    """The display periods that one rule lays down, and the days from which it does."""

    id: str = field("编号", "Id")
    name: Bilingual = field("名称", "Name")
    law: str = field("依据", "Legal basis")
    about: Literal["penalty", "listing"] = field("适用于", "About")
    counts_from: Start = field("起算日", "Counted from")
    in_force: Day = field("施行日期", "In force from")
    until: Day | None = field("失效日期", "Last day in force", default=None)
    covers: Literal["shown", "later"] = field(
        "新旧衔接",
        "Transition",
        "shown：施行时还在公示的也适用；later：只适用于施行后公开的",
        default="shown",
    )
    default_class: str | None = field(
        "没有写失信程度的按", "Class when none is given", default=None
    )
    runs_on: tuple[str, ...] = field("按实际期限公示", "Shown for their real length", default=())
    periods: tuple[Period, ...] = field("公示期", "Periods")
    source: str = field("出处", "Source")
    confidence: Literal["V", "S", "O", "M"] = field("可信程度", "Confidence")
    verified: YesNo = field("已核实", "Verified")
    note: Bilingual | None = field("说明", "Note", default=None)


def months_after(day: dt.date, months: int) -> dt.date:
    """The day of the same number *months* later; the last of the month where there is none.

    So 3 months after 30 November are full on the last of February, and a year after 29 February
    on the 28th (Civil Code, Art. 202, on periods counted in months and years).
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
