"""出现了个人的固定电话 | A person's landline

案件和处罚里出现的固定电话，不是当事人的，就是家里的。投诉举报写公开热线；
本单位自己的电话写在单位信息里，可以出现。

A landline in a case or penalty belongs to a party or to a home. For reports give a public hotline;
the office's own numbers, given in `cases/office.yml`, may stand anywhere.

Source: Personal Information Protection Law (2021), Art. 4, 25 [V]
Bad: typical-cases
    facts: 当事人用家里的电话0310-8222333联系买家。
Good: typical-cases
    facts: 当事人用家里的电话联系买家。发现线索请拨打12315。
"""

import re
from collections.abc import Iterator

from yaoan.bilingual import Bilingual

from .rule import Context, Finding, Record, rule

_MESSAGE = Bilingual("这里有一个固定电话", "a landline number stands here")
_HELP = Bilingual(
    "删掉，或换成 12315 等公开热线；本单位的电话写进 cases/office.yml",
    "delete it, or use a public hotline; the office's own numbers stand in cases/office.yml",
)
_SOMEBODY = re.compile("[家宅住人主者某]|[Hh]ome|[Hh]is|[Hh]er|[Oo]wner")
_PUBLIC = re.compile("(?:举报|投诉|咨询|监督|服务|办公|值班|热线)(?:电话|热线)?[^，。；]{0,6}$")
_NOT_DIGITS = re.compile(r"\D")


@rule("Y327", looks_at="file", anywhere=True)
def check(record: Record, context: Context) -> Iterator[Finding]:
    typed = record.seen
    for number in record.numbers:
        if number.what != "landline":
            continue
        if _PUBLIC.search(typed.before(number.start)):
            continue
        digits = _NOT_DIGITS.sub("", typed.text[number.start : number.end])
        about = record.about_parties or _SOMEBODY.search(typed.before(number.start))
        if about and digits not in context.own_numbers:
            yield Finding(typed.span(number.start, number.end), _MESSAGE, _HELP)


RULE = check
