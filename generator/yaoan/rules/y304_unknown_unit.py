"""量词不在词表里 | A unit that cannot be translated

数量要同时显示中文和英文，量词从词表里取译名。

Quantities are shown in both languages; the unit is translated from its vocabulary.

Source: this project
Bad: results
    figures:
      - label: 检查药店
        value: 12伙
Good: results
    figures:
      - label: 检查药店
        value: 12家次
"""

from collections.abc import Iterator

from yaoan.bilingual import Bilingual
from yaoan.forms import Quantity

from .rule import Context, Entry, Finding, Record, rule

VOCABULARIES = ("goods_unit", "figure_unit")

_MESSAGE = Bilingual("量词“{unit}”不在词表里", "the unit “{unit}” is not in the vocabulary")
_HELP = Bilingual(
    "换成：{units}；或者在 cases/reference/terms/ 的 goods_unit.yml、figure_unit.yml 里加上",
    "use one of: {units}; or add it to goods_unit.yml or figure_unit.yml in cases/reference/terms/",
)


@rule("Y304", looks_at="values")
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    counted = record.holding(Quantity)
    known = [
        term.name.zh
        for name in VOCABULARIES
        for term in (context.reference.vocabularies[name].terms.values() if counted else ())
    ]
    for found in counted:
        if found.value.unit not in known:
            span = record.at(*found.path).find(found.value.unit)
            advice = _HELP.fill(units="、".join(known))
            yield Finding(span, _MESSAGE.fill(unit=found.value.unit), advice)


RULE = check
