"""公示超过二十个工作日 | Published after more than twenty working days

处罚决定自作出之日起二十个工作日内公示。超过的要么是日期写错了，要么已经误期，
应当查明原因，写进 late_because（不公开），然后尽快公示；不能把日期改成不实的。

A penalty decision is published within twenty working days of the day it was made. If it took
longer, either a day is mistyped or the limit was missed: find the reason, write it down in
`late_because`, which is not published, and publish without more delay. A day is never changed to
what it was not.

Source: SAMR Order 45 (2021), Art. 9 [V]; Open Government Information Regulations (2019), Art. 26
[V]
Bad: penalties
    sources: []
    published: 2026-06-01
    found: 2026-02-02
    decisions:
      - {status: decided, on: 2026-03-02, authority: 示例区市场监督管理局}
Good: penalties
    sources: []
    published: 2026-06-01
    found: 2026-02-02
    late_because: 承办人调岗，交接时漏报；已报局领导
    decisions:
      - {status: decided, on: 2026-03-02, authority: 示例区市场监督管理局}
"""

from collections.abc import Iterator

from yaoan.bilingual import Bilingual

from .own import days_allowed, own_decisions
from .rule import Context, Entry, Finding, Record, rule

_MESSAGE = Bilingual(
    "从决定到公示有 {taken} 个工作日，法定期限是 {allowed} 个",
    "published {taken} working days after the decision; the law allows {allowed}",
)
_HELP = Bilingual(
    "核对 on 和 published；确已误期的，查明原因，写进 late_because（不公开），再尽快公示",
    "check `on` and `published`; if the limit was missed, find out why, say so in `late_because` "
    "(not published) and publish now",
)


@rule("Y336", looks_at="entry")
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    allowed = days_allowed(context, "publish_latest")
    if record.part("late_because"):
        return
    for index, decision in own_decisions(record, entry, context):
        decided = decision.on.last if decision.on else None
        if decided is None:
            continue
        taken = context.reference.working_days.between(decided, entry.published)
        if taken > allowed:
            message = _MESSAGE.fill(taken=taken, allowed=allowed)
            yield Finding(record.at("decisions", index, "on"), message, _HELP)


RULE = check
