"""出现了银行卡号或账号 | A bank card or account number

银行卡号、账号是敏感个人信息，任何条目里都不出现。缴款账户写在送达的决定书里，不必公开。

Bank card and account numbers are sensitive personal information and stand in no entry. The account
for paying a fine is in the decision served and need not be published.

Source: Personal Information Protection Law (2021), Art. 28 (financial accounts) [V]
Bad: typical-cases
    facts: 货款打入银行卡6222 0212 3456 7890 125。
Good: typical-cases
    facts: 货款打入当事人的银行卡。
"""

from collections.abc import Iterator

from yaoan.bilingual import Bilingual

from .rule import Context, Finding, Record, rule

_MESSAGE = Bilingual("这里有一个银行卡号或账号", "a bank card or account number stands here")
_HELP = Bilingual("删掉号码，写“银行卡”“账户”即可", "delete the number; “bank card” is enough")


@rule("Y326", looks_at="file", anywhere=True)
def check(record: Record, context: Context) -> Iterator[Finding]:
    for number in record.numbers:
        if number.what == "card":
            yield Finding(record.seen.span(number.start, number.end), _MESSAGE, _HELP)


RULE = check
