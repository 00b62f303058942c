"""撤回公示误期 | A withdrawal that is overdue

处罚决定被变更、撤销、确认违法或者无效的，三个工作日内撤回公示，并公开说明理由。
写上 status_on（哪天）和 status_reason（为什么）；过了期限还没有理由，网站不生成。

When a decision is changed, revoked, or found unlawful or void, its publication is withdrawn within
three working days and the reason is made public. Give `status_on` and `status_reason`; once the
limit has passed without a reason, the site is not built.

Source: Administrative Penalty Law (2021), Art. 48, 85 [V]; SAMR Order 45 (2021), Art. 11 [V]
Bad: penalties
    sources: []
    decisions:
      - {status: revoked, status_on: 2026-03-02, authority: 示例区市场监督管理局}
Good: penalties
    sources: []
    decisions:
      - status: revoked
        status_on: 2026-03-02
        status_reason: 复议机关认定程序违法
        authority: 示例区市场监督管理局
"""

from collections.abc import Iterator

from yaoan.bilingual import Bilingual

from .own import WITHDRAWN, days_allowed, own_decisions
from .rule import Context, Entry, Finding, Record, rule

_NO_DAY = Bilingual(
    "决定已经变更或撤销，没有写哪一天（status_on）",
    "the decision no longer stands as it was, but not since when (`status_on`)",
)
_OVERDUE = Bilingual(
    "{day}起 {allowed} 个工作日内要撤回公示并说明理由，{due}已到期",
    "withdrawal with a reason was due {due}, {allowed} working days after {day}",
)
_HELP = Bilingual(
    "写上 status_on 和 status_reason；理由一两句话，公众看得到",
    "give `status_on` and `status_reason`, one or two sentences that the public will read",
)


@rule("Y337", looks_at="entry")
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    allowed = days_allowed(context, "withdraw")
    for index, decision in own_decisions(record, entry, context):
        if decision.status not in WITHDRAWN:
            continue
        span = record.at("decisions", index, "status")
        if decision.status_on is None:
            yield Finding(span, _NO_DAY, _HELP)
        elif decision.status_reason is None:
            due = context.reference.working_days.after(decision.status_on, allowed)
            if due < context.day:
                message = _OVERDUE.fill(day=decision.status_on, allowed=allowed, due=due)
                yield Finding(span, message, _HELP)


RULE = check
