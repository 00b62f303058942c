"""同一个人签了两项审核 | One person signed two reviews

审核由不同的人分别负责，自己不审自己。签署日期也不能晚于公开日期：先审后发。

Each review is another person's; nobody reviews their own work. Nor is a review signed after the day
of publication: review comes first.

Source: Open Government Information Regulations (2019), Art. 17: review before publication [V];
SAMR Order 45 (2021), Art. 16: who enters it answers for it, with internal review [V]
Bad: notices
    review:
      handler: {by: 综合科, on: 2026-10-10}
      legal: {by: 综合科, on: 2026-10-10}
Good: notices
    review:
      handler: {by: 综合科, on: 2026-10-10}
      legal: {by: 法制科, on: 2026-10-10}
"""

from collections.abc import Iterator

from yaoan.bilingual import Bilingual
from yaoan.corpus import signer
from yaoan.kinds import Review, Signature

from .rule import Context, Entry, Finding, Record, rule

_TWICE = Bilingual("“{by}”已经签过另一项", "“{by}” has signed another review")
_LATE = Bilingual("签署日期晚于发布日期 {day}", "signed after the day of publication, {day}")
_HELP = Bilingual(
    "请另一个人审核签署；先审核，后公开", "let another person review and sign, before publication"
)


@rule("Y393", looks_at="entry")
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    seen: set[str] = set()
    for role in Review.model_fields if entry.review else ():
        signature: Signature | None = getattr(entry.review, role)
        if signature is None:
            continue
        span = record.at("review", role)
        if signer(signature) in seen:
            yield Finding(span, _TWICE.fill(by=signature.by), _HELP)
        if signature.on > entry.published:
            yield Finding(span, _LATE.fill(day=entry.published), _HELP)
        seen.add(signer(signature))


RULE = check
