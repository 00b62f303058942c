"""简易程序的处罚不公示 | A simple-procedure penalty is not disclosed

只有适用普通程序作出的处罚决定才记入公示系统。当场处罚不在这一栏公示。

Only decisions under the ordinary procedure are publicised. On-the-spot penalties do not belong in
this column.

Source: SAMR Order 45 (2021), Art. 2 [V]
Bad: penalties
    decisions:
      - {status: decided, procedure: simple}
Good: penalties
    decisions:
      - {status: decided, procedure: ordinary}
"""

from collections.abc import Iterator

from yaoan.bilingual import Bilingual

from .rule import Context, Entry, Finding, Record, rule

_MESSAGE = Bilingual(
    "简易程序的处罚不应公示", "a penalty under the simple procedure is not disclosed"
)
_HELP = Bilingual(
    "移出行政处罚信息公示；程序写错的改成 ordinary",
    "take it out of this column; or write `ordinary` if the procedure is mistyped",
)


@rule("Y332", looks_at="entry")
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    if not record.kind.discloses:
        return
    for index, decision in enumerate(record.part("decisions", ())):
        if decision.procedure == "simple":
            yield Finding(record.at("decisions", index, "procedure"), _MESSAGE, _HELP)


RULE = check
