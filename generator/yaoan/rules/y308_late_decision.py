"""决定日期晚于发布日期 | Decided after it was published

处罚决定作出之后才能公开。决定日期晚于发布日期，多半有一个抄错了。

A decision is published after it is made. When the day of decision is later than the day of
publication, one of the two is mistyped.

Source: SAMR Order 45 (2021), Art. 9: publication within 20 working days of the decision [V]
Bad: penalties
    decisions:
      - {status: decided, on: 2099-01-01}
Good: penalties
    decisions:
      - {status: decided, on: 2024-06-21}
"""

from collections.abc import Iterator

from yaoan.bilingual import Bilingual

from .rule import Context, Entry, Finding, Record, rule

_MESSAGE = Bilingual(
    "决定日期 {decided} 晚于发布日期 {published}",
    "decided {decided}, after the publication on {published}",
)
_HELP = Bilingual("核对文书上的决定日期和本站的发布日期", "check both days against the document")


@rule("Y308", looks_at="entry")
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    for index, decision in enumerate(record.part("decisions", ())):
        first = decision.on.first if decision.on else None
        if first and first > entry.published:
            message = _MESSAGE.fill(decided=first, published=entry.published)
            yield Finding(record.at("decisions", index, "on"), message, _HELP)


RULE = check
