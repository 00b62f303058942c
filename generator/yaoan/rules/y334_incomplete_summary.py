"""处罚摘要缺少法定内容 | A penalty summary that lacks what the law asks for

公示的信息摘要应当有：决定书文号、当事人基本情况、违法行为类型、处罚内容、作出决定的机关名称和日期。
原件没有公开的，写“未披露”，不能空着。

The summary gives the decision number, the party, the type of violation, the content of the penalty,
the deciding authority and the date. What the document does not disclose is said to be so, never
left out.

Source: SAMR Order 45 (2021), Art. 4 [V]
Bad: penalties
    acts: []
    decisions: []
Good: penalties
    decisions:
      - status: decided
        number: 示市监处罚〔2024〕999号
        authority: 示例区市场监督管理局
        on: 未披露
        penalties:
          - {kind: fine, amount: 2000}
"""

from collections.abc import Iterator

from yaoan.bilingual import Bilingual

from .rule import Context, Entry, Finding, Record, rule

_UNDECIDED = ("open", "published")
_MESSAGE = Bilingual("处罚摘要里没有{what}", "the summary of the penalty has no {what}")
_HELP = Bilingual(
    "补上；原件没有公开的写“未披露”", "add it, or write 未披露 where it is not disclosed"
)
_ACT = Bilingual("违法行为（acts）", "act (acts)")
_DECISION = Bilingual("处理决定（decisions）", "decision (decisions)")
_PARTS = {
    "number": Bilingual("文号（number）", "decision number (number)"),
    "on": Bilingual("决定日期（on）", "date of the decision (on)"),
    "penalties": Bilingual("处罚内容（penalties）", "penalty (penalties)"),
    "authority": Bilingual("决定机关（authority）", "deciding authority (authority)"),
}


@rule("Y334", looks_at="entry")
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    if not record.kind.discloses:
        return
    decisions, deciding = record.part("decisions", ()), record.part("authorities", ())
    for key, what in (("acts", _ACT), ("decisions", _DECISION)):
        if not getattr(entry, key):
            yield Finding(record.at(key), _MESSAGE.fill(what=what), _HELP)
    for index, decision in enumerate(decisions):
        for key, what in _PARTS.items():
            given = getattr(decision, key) or (key == "authority" and deciding)
            waived = key == "penalties" and (decision.status in _UNDECIDED or decision.note)
            if not given and not waived:
                yield Finding(record.at("decisions", index), _MESSAGE.fill(what=what), _HELP)


RULE = check
