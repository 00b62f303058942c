"""罚款在法定幅度以外 | A fine outside the range of the law

按货值和所用条款算出的法定幅度，与罚款数额对不上。减轻处罚是合法的，也很常见，
但要写明裁量情形和依据。这只是提醒：金额以决定书为准。

The fine does not lie in the range that the article gives for this value of goods. Mitigation is
lawful and common, but the discretion used and its basis are to be stated. This is a reminder: the
decision's own figures prevail.

Source: Administrative Penalty Law (2021), Art. 5: the penalty fits the facts [V]; Art. 32, 34
(mitigation, discretion standards) [M]; the ranges stand with the articles of each law
Bad: penalties
    sources: []
    decisions:
      - status: decided
        authority: 示例区市场监督管理局
        penalties:
          - {kind: fine, amount: 2000}
        applied: [医疗器械监督管理条例 第八十六条第一款第三项]
Good: penalties
    sources: []
    decisions:
      - status: decided
        authority: 示例区市场监督管理局
        penalties:
          - {kind: fine, amount: 2000}
        discretion: {kind: mitigated, reasons: 货值较小, basis: [行政处罚法 第五条第二款]}
        applied: [医疗器械监督管理条例 第八十六条第一款第三项]
"""

from collections.abc import Iterator
from decimal import Decimal

from yaoan.bilingual import Bilingual
from yaoan.diagnostics import Severity
from yaoan.kinds import Decision

from .bands import Band, band_of
from .own import own_decisions
from .rule import Context, Entry, Finding, Record, rule

_MESSAGE = Bilingual(
    "按{place}和货值，法定幅度是 {low} 元至 {high} 元，罚款是 {fine} 元",
    "by {place} and the value of the goods the range is {low} to {high} yuan; the fine is {fine}",
)
_HELP = Bilingual(
    "核对货值和条款；从轻、减轻、从重的，写上 discretion 的种类、理由和依据",
    "check value and article; if mitigated or heavier, fill in `discretion` with reasons and basis",
)
_EXPLAINED = ("mitigated", "heavier", "exempt")


@rule("Y340", looks_at="entry", severity=Severity.WARNING)
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    for index, decision in own_decisions(record, entry, context):
        how = decision.discretion
        if how and how.basis and how.kind in _EXPLAINED:
            continue
        value, band, fine = _value(record), _band(decision, record, context), _fine(decision)
        if band is None or fine is None or value is None:
            continue
        low, high = band.range(value)
        if not low <= fine <= high:
            message = _MESSAGE.fill(place=band.place, low=low, high=high, fine=fine)
            yield Finding(record.at("decisions", index, "penalties"), message, _HELP)


def _value(record: Record) -> Decimal | None:
    """The value of all goods, when every act gives exactly one exact sum."""
    acts, total = record.part("acts", ()), Decimal(0)
    for act in acts:
        sums = [each.amount for each in act.amounts if each.basis == "goods_value"]
        if len(sums) != 1 or sums[0].sum is None or sums[0].approx != "exact":
            return None
        total += sums[0].sum
    return total if acts else None


def _fine(decision: Decision) -> Decimal | None:
    """The one fine of the decision; None when there is none or several."""
    fines = [each.amount for each in decision.penalties if each.kind == "fine"]
    one = fines[0] if len(fines) == 1 else None
    return one.sum if one and one.approx == "exact" else None


def _band(decision: Decision, record: Record, context: Context) -> Band | None:
    """The one range that the articles applied give; None when none or several do."""
    basis = [each for penalty in decision.penalties for each in penalty.basis]
    stages = {act.stage for act in record.part("acts", ())}
    day = decision.on.last if decision.on else None
    found = {band_of(each, stages, day, context) for each in (*basis, *decision.applied)} - {None}
    return found.pop() if len(found) == 1 else None


RULE = check
