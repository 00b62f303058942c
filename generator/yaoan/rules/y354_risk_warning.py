"""自行发布风险警示 | A risk warning of the office's own

药品安全风险警示信息由国家药监局统一公布，影响限于一个省的由省级药监部门公布，未经授权不得发布。
市、县转发的，类型写 warning_forward，来源写明原发布机关。

Drug-safety risk warnings are published by NMPA, or by the provincial administration for its region;
nobody may publish them without authority. A city or county passes one on as `warning_forward` and
names the authority that issued it.

Source: Drug Administration Law (2019), Art. 107 [V]
Bad: notices
    title: 关于某注射液的药品安全风险警示
    type: arrangement
Good: notices
    title: 转发省药监局药品安全风险警示
    type: warning_forward
    sources:
      - {publisher: 示例省药品监督管理局, title: 药品安全风险警示}
"""

import re
from collections.abc import Iterator

from yaoan.bilingual import Bilingual

from .rule import Context, Entry, Finding, Record, rule

_WARNING = re.compile(
    "风险警示|风险提示|风险预警|安全警示|警示信息|[Rr]isk [Ww]arning|[Ss]afety [Ww]arning"
)
_FORWARD = "warning_forward"
_MESSAGE = Bilingual(
    "本单位（{level}）不得自行发布药品安全风险警示",
    "an office of this level ({level}) issues no risk warnings",
)
_NO_SOURCE = Bilingual("转发的警示没有写来源", "a warning passed on without its source")
_HELP = Bilingual(
    "转发的写 type: warning_forward，并在 sources 写明国家或省级发布机关；不是风险警示的，改标题",
    "write `type: warning_forward` and name the authority under `sources`; or reword the title",
)


@rule("Y354", looks_at="entry")
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    office, kind = context.office, record.part("type")
    level = context.reference.term("level", office.level) if office else None
    if level is None or level.attributes.get("risk_warning") in ("true", True) or kind is None:
        return
    if kind == _FORWARD and not entry.sources and not entry.demonstration:
        yield Finding(record.at("type"), _NO_SOURCE, _HELP)
    elif kind != _FORWARD and _WARNING.search(f"{entry.title.zh}\n{entry.title.en}"):
        yield Finding(record.at("title"), _MESSAGE.fill(level=level.name), _HELP)


RULE = check
