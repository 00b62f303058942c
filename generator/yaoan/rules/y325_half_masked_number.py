"""号码只遮了一半 | A number masked by half

身份证号留下前六位和后四位，手机号只遮三四位，都还能认出人来。这不叫匿名，只叫去标识。
要么整个删掉，要么不写。

An identity number that keeps its place and last four digits, or a telephone number that hides
three, still leads to the person. That is de-identified, not anonymous. Leave the number out.

Source: Personal Information Protection Law (2021), Art. 25, 73 [V]; masks that keep too much
observed in published decisions [O]
Bad: typical-cases
    facts: 当事人身份证号为110101XXXXXXXXXX0011，电话1323XXXX761。
Good: typical-cases
    facts: 当事人的身份证号码和电话不公开。
"""

from collections.abc import Iterator

from yaoan.bilingual import Bilingual

from .rule import Context, Finding, Record, rule

_MESSAGE = Bilingual(
    "这个号码遮得不够，还能认出人", "this number keeps so many digits that it leads to a person"
)
_HELP = Bilingual("整个删掉，不要只遮几位", "delete it all; masking a few digits is not enough")


@rule("Y325", looks_at="file", anywhere=True)
def check(record: Record, context: Context) -> Iterator[Finding]:
    for number in record.numbers:
        if number.what == "half_masked":
            yield Finding(record.seen.span(number.start, number.end), _MESSAGE, _HELP)


RULE = check
