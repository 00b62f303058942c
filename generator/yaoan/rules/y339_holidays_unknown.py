"""这一年的放假安排没有收录 | A year whose holidays are not on file

期限按工作日计算，要用国务院每年的放假安排。没有收录的年份只能按周一到周五数，
结果可能差几天。

Limits run in working days, by the State Council's yearly holiday arrangement. In a year that is
not on file only Monday to Friday can be counted, which may be some days off.

Source: this project; working days by the Administrative Penalty Law (2021), Art. 85 [V]
Bad: penalties
    sources: []
    published: 2019-10-15
    found: 2019-09-01
    decisions:
      - {status: decided, on: 2019-10-08, authority: 示例区市场监督管理局}
Good: penalties
    sources: []
    published: 2026-03-09
    found: 2026-02-02
    decisions:
      - {status: decided, on: 2026-03-02, authority: 示例区市场监督管理局}
"""

from collections.abc import Iterator

from yaoan.bilingual import Bilingual
from yaoan.diagnostics import Severity

from .own import own_decisions
from .rule import Context, Entry, Finding, Record, rule

_MESSAGE = Bilingual(
    "{year} 年的放假安排没有收录，工作日按周一到周五计算，可能不准",
    "the holidays of {year} are not on file; Monday to Friday are counted, which may be off",
)
_HELP = Bilingual(
    "照国务院的通知，加一个文件 cases/reference/working_days/{year}.yml",
    "add cases/reference/working_days/{year}.yml after the State Council's notice",
)


@rule("Y339", looks_at="entry", severity=Severity.WARNING)
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    for index, decision in own_decisions(record, entry, context):
        decided = decision.on.last if decision.on else None
        days = (decided, entry.published if decided else None, decision.status_on)
        known = context.reference.working_days.knows
        for year in sorted({day.year for day in days if day and not known(day)}):
            span = record.at("decisions", index, "on")
            yield Finding(span, _MESSAGE.fill(year=year), _HELP.fill(year=year))


RULE = check
