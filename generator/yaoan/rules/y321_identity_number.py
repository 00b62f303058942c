"""出现了居民身份证号码 | A resident identity number

身份证号码是个人信息，公开就无法收回，任何条目里都不允许出现，全角数字也算。

A resident identity number is personal data that cannot be called back once published. It may
stand in no entry, full-width digits included.

Source: Personal Information Protection Law (2021), Art. 25, 28 [V]; check digit by GB 11643-1999
Bad: typical-cases
    facts: 当事人身份证号为110101199003070011。
Good: typical-cases
    facts: 当事人为自然人，身份信息不公开。
"""

import re
import unicodedata
from collections.abc import Iterator

from stdnum.cn import ric

from yaoan.bilingual import Bilingual

from .rule import Context, Finding, Record, rule

_NUMBER = re.compile(
    r"(?<![0-9A-Za-z])\d{6}(?:18|19|20)\d{2}[01]\d[0-3]\d{4}[0-9Xx](?![0-9A-Za-z])"
)
_MESSAGE = Bilingual("这里有一个身份证号码", "a resident identity number stands here")
_HELP = Bilingual(
    "整个删掉；需要区分人时用“张某甲”“张某乙”", "delete it; tell people apart as 张某甲, 张某乙"
)


@rule("Y321", looks_at="file")
def check(record: Record, context: Context) -> Iterator[Finding]:
    for leaf in record.leaves():
        for match in _NUMBER.finditer(unicodedata.normalize("NFKC", leaf.text)):
            if ric.calc_check_digit(match[0].upper()) == match[0][-1].upper():
                yield Finding(leaf.span.find(match[0]), _MESSAGE, _HELP)


RULE = check
