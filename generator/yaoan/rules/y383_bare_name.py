"""像是人名的字 | What looks like a person's name

案件里出现了像姓名的字，前面没有写这是谁。可能是漏了隐名，也可能是药名、店名。
请看一眼；依法公开姓名的，写进当事人一栏。

Words in a case look like a name, though nothing says whose. It may be a person who was not masked,
or a product or shop. Have a look; a name published by law stands in the list of parties.

Source: Personal Information Protection Law (2021), Art. 25 [V]; names left in the facts while the
table masks them, observed in published decisions [O]
Bad: typical-cases
    facts: 检查当天，王建国在店里卖药。
Good: typical-cases
    facts: 检查当天，当事人在店里卖药，店里有石膏、何首乌。
"""

import re
from collections.abc import Iterator

from yaoan.bilingual import Bilingual
from yaoan.diagnostics import Severity

from .rule import Context, Finding, Record, rule
from .typed import Typed

_MESSAGE = Bilingual("“{name}”像是人名", "“{name}” looks like a person's name")
_HELP = Bilingual(
    "是人名的，写“当事人”或者姓氏加“某”；不是的，不用改",
    "if it is one, write “the party” or mask it; if not, leave it",
)


_LONGER, _IN_LONGER = re.compile("[”’]| [A-Z]"), re.compile("[A-Z][A-Za-z]* $|[“‘]$")
"""What stands beside two words that are part of a longer name: of a product, a firm, a place."""


@rule("Y383", looks_at="file", severity=Severity.WARNING)
def check(record: Record, context: Context) -> Iterator[Finding]:
    if not record.about_parties:
        return
    typed = record.seen
    end = len(typed.text) if typed.english_at is None else typed.english_at
    english = (at for at in record.english_names if at[0] >= end and _alone(typed, *at))
    for start, stop in (*record.names.bare_in(typed.text, end), *english):
        name = typed.text[start:stop]
        if name not in record.named:
            yield Finding(typed.span(start, stop), _MESSAGE.fill(name=name), _HELP)


def _alone(typed: Typed, start: int, end: int) -> bool:
    before = typed.before(start, 20)
    return not _LONGER.match(typed.text, end) and not _IN_LONGER.search(before)


RULE = check
