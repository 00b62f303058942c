"""缺少审核签署 | Sign-offs missing

公开之前要有承办人、法制、保密、个人信息四项审核，由不同的人签署。缺一项，条目先不公开，
补齐以后自动公开。要哪几项由单位在 office.yml 的 sign_offs 里定。

Before publication an entry is reviewed by its case handler and for law, secrecy and personal data,
each by another person. While one is missing the entry is held back; it appears once all are there.
The office chooses the reviews in `sign_offs` of office.yml.

Source: Open Government Information Regulations (2019), Art. 17: review before publication, with
procedure and responsibility [V]; SAMR Order 45 (2021), Art. 5, 6, 16 [V]
Bad: office
    sign_offs: [handler, legal]
Good: office
    sign_offs: []
"""

from collections.abc import Iterator

from yaoan.bilingual import Bilingual
from yaoan.corpus import missing_signoffs
from yaoan.diagnostics import Severity
from yaoan.forms import labels
from yaoan.kinds import Review

from .rule import Context, Entry, Finding, Record, rule

_MESSAGE = Bilingual("缺{roles}的签署，这一条先不公开", "held back: not signed for {roles}")
_HELP = Bilingual(
    "在 review 里补上；同一个人不能签两项", "add it under `review`; nobody signs twice"
)


@rule("Y392", looks_at="entry", severity=Severity.WARNING)
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    office = context.office
    missing = missing_signoffs(entry, office) if office else ()
    if missing:
        named = labels(Review)
        zh = "、".join(named[role].zh for role in missing)
        en = ", ".join(named[role].en.lower() for role in missing)
        yield Finding(record.at("review"), _MESSAGE.fill(roles=Bilingual(zh, en)), _HELP)


RULE = check
