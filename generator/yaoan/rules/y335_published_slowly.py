"""公示超过七个工作日 | Published after more than seven working days

行政许可和行政处罚信息一般要求自作出决定之日起七个工作日内上网。超过七个工作日还没到二十个工作日的，
提醒一声。期限写在 deadline 词表里，单位可以改。

Licences and penalties are as a rule to be online within seven working days of the decision. Between
seven and twenty this is a reminder. The days stand in the vocabulary `deadline`, which an office
may overlay.

Source: NDRC document 2018 no. 424 (double publicity), within 7 working days [S]; CFDA rules of 2017
on disclosing penalty decisions, 7 working days from service [S]
Bad: penalties
    sources: []
    published: 2026-03-20
    found: 2026-02-02
    decisions:
      - {status: decided, on: 2026-03-02, authority: 示例区市场监督管理局}
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

from .own import days_allowed, own_decisions
from .rule import Context, Entry, Finding, Record, rule

_MESSAGE = Bilingual(
    "从决定到公示用了 {taken} 个工作日，超过 {allowed} 个",
    "published {taken} working days after the decision; {allowed} are usual",
)
_HELP = Bilingual(
    "核对决定日期；今后尽快公示", "check the day of the decision; publish sooner in future"
)


@rule("Y335", looks_at="entry", severity=Severity.WARNING)
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    allowed, latest = days_allowed(context, "publish_soon"), days_allowed(context, "publish_latest")
    for index, decision in own_decisions(record, entry, context):
        decided = decision.on.last if decision.on else None
        if decided is None:
            continue
        taken = context.reference.working_days.between(decided, entry.published)
        if allowed < taken <= latest:
            message = _MESSAGE.fill(taken=taken, allowed=allowed)
            yield Finding(record.at("decisions", index, "on"), message, _HELP)


RULE = check
