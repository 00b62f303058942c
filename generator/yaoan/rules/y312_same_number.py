"""两条公示的文号相同 | Two disclosures with the same decision number

一份决定书只公示一次。括号样式、“第”字不同但实质相同的文号也算相同。

A decision is published once. Numbers that differ only in the style of their brackets count as
the same.

Source: SAMR Order 45 (2021), Art. 4 [V]; styles of numbers observed in published decisions [O]
Bad: penalties
    summary: 文号与示例条目相同。
Good: penalties
    decisions:
      - {status: decided, number: 示市监处罚〔2024〕999号}
"""

from collections.abc import Iterator

from yaoan.bilingual import Bilingual
from yaoan.diagnostics import Severity

from .rule import Context, Finding, rule

_MESSAGE = Bilingual("文号与 {other} 的相同", "the same decision number as {other}")
_HELP = Bilingual(
    "核对文号；同一决定只留一条公示", "check the number; keep one disclosure of a decision"
)


@rule("Y312", looks_at="corpus", severity=Severity.WARNING)
def check(context: Context) -> Iterator[Finding]:
    seen: dict[tuple[str, str], str] = {}
    for record, brief in context.corpus.briefs:
        for index, number in enumerate(brief.numbers):
            key = (record.kind.folder, number)
            if not number:
                continue
            if key in seen and seen[key] != record.id:
                span = record.at("decisions", index, "number")
                yield Finding(span, _MESSAGE.fill(other=seen[key]), _HELP)
            seen.setdefault(key, record.id)


RULE = check
