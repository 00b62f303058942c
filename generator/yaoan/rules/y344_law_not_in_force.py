"""引用的条文当时没有施行 | An article not in force at the time

违法行为适用行为时有效的法律。条号会随修订改变：行为在前、修订在后的，要引用旧的版本，
写成“药品管理法（2015年修正） 第七十三条”。

The law in force at the time of the act applies. Article numbers change with a revision: for an act
before it, cite the older version by its year.

Source: Legislation in force at the time of the act governs, as compilations of cases say [S];
Administrative Penalty Law (2021), Art. 37 [M]
Bad: typical-cases
    found: 2018-05
    acts:
      - what: 销售假药
        period: 2018-05
        violates: [药品管理法 第九十八条]
    decisions: []
Good: typical-cases
    found: 2018-05
    acts:
      - what: 销售假药
        period: 2018-05
        violates: [药品管理法（2015年修正） 第四十八条]
    decisions: []
"""

import datetime as dt
from collections.abc import Iterator

from yaoan.bilingual import Bilingual
from yaoan.diagnostics import Severity
from yaoan.forms import Citation
from yaoan.reference import Law

from .rule import Context, Entry, Finding, Record, rule

_MESSAGE = Bilingual(
    "{day}时《{law}》施行的版本里没有收录{place}，可能是另一版本的条号",
    "the “{law}” in force on {day} has no {place} on file; it may be the number of another version",
)
_UNBORN = Bilingual(
    "{day}时《{law}》{version}还没有施行，或者已经失效",
    "the {version} of “{law}” was not in force on {day}",
)
_HELP = Bilingual(
    "核对行为时间和条号；引用旧版本写上年份，如（2015年修正）",
    "check the time of the act and the number; name an older version by its year",
)


@rule("Y344", looks_at="entry", severity=Severity.WARNING)
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    cites = record.holding(Citation)
    days = _days(record) if cites else []
    for found in cites if days else ():
        cited: Citation = found.value
        law = context.reference.law(cited.law)
        message = _fault(law, cited, days) if law and cited.key in law.articles else None
        if message:
            yield Finding(record.at(*found.path), message, _HELP)


def _days(record: Record) -> list[dt.date]:
    """The first and last days on which a law may have had to be in force."""
    whens = [record.part("found")]
    whens += [act.period for act in record.part("acts", ())]
    whens += [decision.on for decision in record.part("decisions", ())]
    days = [day for when in whens if when for day in (when.first, when.last) if day]
    return [min(days), max(days)] if days else []


def _fault(law: Law, cited: Citation, days: list[dt.date]) -> Bilingual | None:
    if cited.version:
        version = law.version(cited.version)
        if any(version.held_on(day) for day in days):
            return None
        return _UNBORN.fill(day=days[0], law=law.name, version=version.short_name)
    held = [each for each in law.versions if any(each.held_on(day) for day in days)]
    if any(cited.key in version.articles for version in held):
        return None
    place = Bilingual(cited.place("zh"), cited.place("en"))
    return _MESSAGE.fill(day=days[0], law=law.name, place=place)


RULE = check
