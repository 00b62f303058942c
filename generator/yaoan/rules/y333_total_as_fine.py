"""罚款一栏填了合计 | The fine holds the total

罚款和没收要分开填，合计由网站计算。罚款恰好等于另一笔没收加上一个整数时，
很可能把合计当成了罚款。这只是提醒，请对照决定书。

Fines and confiscations are kept apart; the site adds them up. A fine that equals the confiscation
plus a round sum probably holds the total. This is a reminder only: compare it with the decision.

Source: observed in published penalty tables (fine column 11202 = fine 11000 + confiscation 202) [O]
Bad: penalties
    decisions:
      - status: decided
        penalties:
          - {kind: confiscate_gains, amount: 202}
          - {kind: fine, amount: 11202}
Good: penalties
    decisions:
      - status: decided
        penalties:
          - {kind: confiscate_gains, amount: 202}
          - {kind: fine, amount: 11000}
"""

from collections.abc import Iterator
from decimal import Decimal

from yaoan.bilingual import Bilingual
from yaoan.diagnostics import Severity

from .rule import Context, Entry, Finding, Record, rule

_ROUND = Decimal(500)
_MESSAGE = Bilingual(
    "罚款 {fine} 元恰好比没收多一个整数 {rest} 元，是不是填成了合计？",
    "the fine of {fine} is the confiscation plus a round {rest}: is it the total?",
)
_HELP = Bilingual(
    "对照决定书，罚款和没收分开填", "compare it with the decision; keep fine and confiscation apart"
)


@rule("Y333", looks_at="entry", severity=Severity.WARNING)
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    for index, decision in enumerate(record.part("decisions", ())):
        sums = [
            (number, each.kind, each.amount.sum)
            for number, each in enumerate(decision.penalties)
            if each.amount and each.amount.sum
        ]
        taken = sum((amount for _, kind, amount in sums if kind != "fine"), Decimal(0))
        for number, kind, amount in sums:
            rest = amount - taken
            if kind == "fine" and taken % _ROUND and rest > 0 and rest % _ROUND == 0:
                span = record.at("decisions", index, "penalties", number, "amount")
                yield Finding(span, _MESSAGE.fill(fine=amount, rest=rest), _HELP)


RULE = check
