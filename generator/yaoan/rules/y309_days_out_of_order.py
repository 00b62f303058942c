"""日期先后不对 | Days out of order

先有行为，再被发现，然后作出决定；产品先生产，后到期。顺序反了，多半有一个日期抄错。
文书原样如此的，在说明里写一句。

The act comes first, then its discovery, then the decision; goods are made before they expire. If
the order is turned round, one of the days is probably mistyped. Where the document itself reads
so, say it in a note.

Source: this project; two different days of production for one batch observed in a published
decision [O]
Bad: typical-cases
    found: 2023-09-26
    decisions:
      - {status: decided, on: 2023-08-01}
Good: typical-cases
    found: 2022-09-26
    decisions:
      - {status: decided, on: 2022-12}
"""

from collections.abc import Iterator

from yaoan.bilingual import Bilingual
from yaoan.diagnostics import Severity
from yaoan.forms import When

from .rule import Context, Entry, Finding, Record, rule

_MESSAGE = Bilingual("{what}在{than}之后", "the {what} is after the {than}")
_HELP = Bilingual("对照文书核对这两个日期", "check both days against the document")
_ACT = Bilingual("行为开始的时间", "beginning of the act")
_FOUND = Bilingual("发现时间", "day it was found")
_DECIDED = Bilingual("决定日期", "day of the decision")
_MADE = Bilingual("生产日期", "day of production")
_EXPIRES = Bilingual("有效期", "day of expiry")
_LISTED = Bilingual("列入日期", "day of listing")
_ENDS = Bilingual("期满日期", "end of the term")

Steps = tuple[When | None, Bilingual, When | None, Bilingual, tuple[str | int, ...]]


@rule("Y309", looks_at="entry", severity=Severity.WARNING)
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    for earlier, what, later, than, path in _pairs(record):
        first, last = earlier.first if earlier else None, later.last if later else None
        if first and last and first > last:
            yield Finding(record.at(*path), _MESSAGE.fill(what=what, than=than), _HELP)


def _pairs(record: Record) -> Iterator[Steps]:
    """What must come first, what must come later, and where the later one stands."""
    found, acts = record.part("found"), record.part("acts", ())
    for index, decision in enumerate(record.part("decisions", ())):
        place: tuple[str | int, ...] = ("decisions", index, "on")
        yield found, _FOUND, decision.on, _DECIDED, place
        for act in acts:
            yield act.period, _ACT, decision.on, _DECIDED, place
    for number, act in enumerate(acts):
        yield act.period, _ACT, found, _FOUND, ("acts", number, "period")
        for index, one in enumerate(act.goods):
            place = ("acts", number, "goods", index, "expires")
            yield one.made, _MADE, one.expires, _EXPIRES, place
    ends: When | None = record.part("ends")
    yield record.part("listed"), _LISTED, ends, _ENDS, ("ends",)


RULE = check
