"""出现了手机号码 | A mobile phone number

手机号码是个人信息。投诉举报请写 12315 等公开热线。值班手机写在单位信息里的，可以出现。

A mobile number is personal data. For reports give a public hotline such as 12315. The office's own
duty phone, given in `cases/office.yml`, may stand anywhere.

Source: Personal Information Protection Law (2021), Art. 25 [V]
Bad: notices
    body: 请拨打13812345678反映。
Good: notices
    body: 请拨打12315反映。
"""

import re
from collections.abc import Iterator

from yaoan.bilingual import Bilingual

from .rule import Context, Finding, Record, rule

_MESSAGE = Bilingual("这里有一个手机号码", "a mobile phone number stands here")
_HELP = Bilingual(
    "删掉，或换成 12315 等公开热线", "delete it, or give a public hotline such as 12315"
)


@rule("Y322", looks_at="file", anywhere=True)
def check(record: Record, context: Context) -> Iterator[Finding]:
    for number in record.numbers:
        digits = re.sub(r"\D", "", record.seen.text[number.start : number.end])
        if number.what == "mobile" and digits not in context.own_numbers:
            yield Finding(record.seen.span(number.start, number.end), _MESSAGE, _HELP)


RULE = check
