"""撤回公示还没有说明理由 | A withdrawal not yet explained

处罚决定被变更、撤销的，公众有权知道为什么。期限还没到，先提醒；到了期限就是错误（Y337）。

When a decision is changed or revoked the public is told why. Within the limit this is a reminder;
after it, an error (Y337).

Source: Administrative Penalty Law (2021), Art. 48 [V]
Bad: penalties
    sources: []
    decisions:
      - {status: changed, status_on: 2026-11-20, authority: 示例区市场监督管理局}
Good: penalties
    sources: []
    decisions:
      - status: changed
        status_on: 2026-11-20
        status_reason: 罚款数额计算有误
        authority: 示例区市场监督管理局
"""

from collections.abc import Iterator

from yaoan.bilingual import Bilingual
from yaoan.diagnostics import Severity

from .own import WITHDRAWN, days_allowed, own_decisions
from .rule import Context, Entry, Finding, Record, rule

_MESSAGE = Bilingual("最迟 {due} 要写明理由", "the reason must be given by {due}")
_HELP = Bilingual("写上 status_reason", "give `status_reason`")


@rule("Y338", looks_at="entry", severity=Severity.WARNING)
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    for index, decision in own_decisions(record, entry, context):
        if decision.status not in WITHDRAWN or decision.status_reason or not decision.status_on:
            continue
        allowed = days_allowed(context, "withdraw")
        due = context.reference.working_days.after(decision.status_on, allowed)
        if context.day <= due:
            span = record.at("decisions", index, "status")
            yield Finding(span, _MESSAGE.fill(due=due), _HELP)


RULE = check
