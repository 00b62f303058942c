"""只有警告的处罚不公示 | A warning alone is not disclosed

仅受警告处罚的，不予公示，法律、行政法规另有规定的除外。

A penalty of a warning only is not publicised, unless a law or administrative regulation says
otherwise.

Source: SAMR Order 45 (2021), Art. 2 [V]
Bad: penalties
    decisions:
      - status: decided
        penalties:
          - {kind: warning}
Good: penalties
    decisions:
      - status: decided
        penalties:
          - {kind: warning}
          - {kind: fine, amount: 100000}
"""

from collections.abc import Iterator

from yaoan.bilingual import Bilingual

from .rule import Context, Entry, Finding, Record, rule

_MESSAGE = Bilingual(
    "处罚只有警告，不应公示", "the only penalty is a warning, which is not disclosed"
)
_HELP = Bilingual(
    "移出行政处罚信息公示；用于教育可改写成不点名的典型案例",
    "take it out of this column; as a lesson it may become a typical case without names",
)


@rule("Y331", looks_at="entry")
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    if not record.kind.discloses:
        return
    decisions = record.part("decisions", ())
    kinds = {penalty.kind for decision in decisions for penalty in decision.penalties}
    if kinds == {"warning"}:
        yield Finding(record.at("decisions"), _MESSAGE, _HELP)


RULE = check
