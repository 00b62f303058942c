"""用 2099-12-31 一类的日期代替“长期” | A date that stands for “never”

有的系统把“长期”存成 2099-12-31，把“没有填”存成 1900-01-01。照搬过来，公众会当真。
长期有效的写“长期”，不知道的写“未披露”或者不填。

Some systems keep “for ever” as 2099-12-31 and “not given” as 1900-01-01. Readers take such days at
their word. Say that it has no end, or that the day is not disclosed, or leave it out.

Source: 2099-12-31 as the end of effect observed in published penalty tables [O]
Bad: penalties
    valid_until: 2099-12-31
Good: penalties
    valid_until: 未披露
"""

import re
from collections.abc import Iterator

from yaoan.bilingual import Bilingual
from yaoan.diagnostics import Severity

from .rule import Context, Finding, Record, rule

_DAY = re.compile(
    r"(?:2099|2199|2999|9999)[-/.年]12[-/.月]31(?!\d)|(?:1900|1970)[-/.年]0?1[-/.月]0?1(?!\d)|0000-00-00"
)
_SIGNS = ("99", "1900", "1970", "0000")
_MESSAGE = Bilingual("{day} 多半不是真的日期", "{day} is probably not a real day")
_HELP = Bilingual(
    "长期的写“长期”，不知道的写“未披露”，或者删掉这一行",
    "write 长期 for no end, 未披露 for not disclosed, or delete the line",
)


@rule("Y310", looks_at="file", severity=Severity.WARNING)
def check(record: Record, context: Context) -> Iterator[Finding]:
    text = record.typed.text
    for match in _DAY.finditer(text) if any(each in text for each in _SIGNS) else ():
        yield Finding(record.typed.span(*match.span()), _MESSAGE.fill(day=match[0]), _HELP)


RULE = check
