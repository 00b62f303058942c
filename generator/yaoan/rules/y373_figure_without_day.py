"""数字没有截止时间 | A figure without a day

“截至目前”的数字过几个月就会误导人。每个数字写明截至哪天，或者条目写明统计期间。

A figure “so far” misleads after some months. Each figure gives its day, or the entry its period.

Source: observed in published news: “so far” without a date [O]
Bad: results
    period:
    figures:
      - label: 检查药店
        value: 12家次
Good: results
    period:
    figures:
      - label: 检查药店
        value: 12家次
        as_of: 2026-06-30
"""

from collections.abc import Iterator

from yaoan.bilingual import Bilingual
from yaoan.diagnostics import Severity

from .rule import Context, Entry, Finding, Record, rule

_MESSAGE = Bilingual("“{label}”没有写截至什么时候", "“{label}” does not say as of when")
_HELP = Bilingual(
    "加一行 as_of: 2026-06-30，或者写条目的 period", "add `as_of`, or give the entry a `period`"
)


@rule("Y373", looks_at="entry", severity=Severity.WARNING)
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    if record.part("period") is not None:
        return
    for index, figure in enumerate(record.part("figures", ())):
        if figure.as_of is None:
            yield Finding(
                record.at("figures", index, "label"), _MESSAGE.fill(label=figure.label), _HELP
            )


RULE = check
