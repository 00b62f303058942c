"""科普过了复审日期 | A science item past its review date

复审日期已过，内容可能已经不适用。复审后改写日期；不再适用的，用新条目取代它。

The day of the next review has passed and the advice may no longer hold. Review it and set new
days, or let a new item supersede it.

Source: this project; outdated items observed among published ones [O]
Bad: popular-science
    review_by: 2020-01-01
Good: popular-science
    review_by: 2099-01-01
"""

from collections.abc import Iterator

from yaoan.bilingual import Bilingual
from yaoan.diagnostics import Severity

from .rule import Context, Entry, Finding, Record, rule

_MESSAGE = Bilingual("复审日期 {day} 已过", "the review was due on {day}")
_HELP = Bilingual(
    "复审后更新 reviewed 和 review_by", "review it and update `reviewed` and `review_by`"
)


@rule("Y352", looks_at="entry", severity=Severity.WARNING)
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    due = record.part("review_by")
    if due is not None and due < context.day:
        yield Finding(record.at("review_by"), _MESSAGE.fill(day=due), _HELP)


RULE = check
