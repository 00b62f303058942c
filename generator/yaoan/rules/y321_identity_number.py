"""出现了居民身份证号码 | A resident identity number

身份证号码是个人信息，公开就无法收回，任何条目里都不允许出现。旧的十五位号码、全角数字、
汉字数字、中间加了空格或横线的都算。

A resident identity number is personal data that cannot be called back once published. It may
stand in no entry, whether of 15 or 18 digits, full-width, in Chinese numerals or set apart.

Source: Personal Information Protection Law (2021), Art. 25, 28 [V]; check digit by GB 11643-1999
Bad: typical-cases
    facts: 当事人身份证号为110101199003070011。
Good: typical-cases
    facts: 当事人为自然人，身份信息不公开。
"""

from collections.abc import Iterator

from yaoan.bilingual import Bilingual

from .rule import Context, Finding, Record, rule

_MESSAGE = Bilingual("这里有一个身份证号码", "a resident identity number stands here")
_HELP = Bilingual(
    "整个删掉；需要区分人时用“张某甲”“张某乙”", "delete it; tell people apart as 张某甲, 张某乙"
)


@rule("Y321", looks_at="file", anywhere=True)
def check(record: Record, context: Context) -> Iterator[Finding]:
    for number in record.numbers:
        if number.what == "identity":
            yield Finding(record.seen.span(number.start, number.end), _MESSAGE, _HELP)


RULE = check
