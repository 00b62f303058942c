"""批准文号格式不对 | An approval number of the wrong form

药品批准文号、医疗器械注册证号、化妆品注册备案号各有格式，位数不对的查不到。
真假要到国家药监局网站核对，这里只看格式。

Approval numbers of drugs, registrations of devices and numbers of cosmetics each have their form;
of the wrong length they cannot be looked up. Whether one is genuine is for the NMPA database to
say; this looks at the form only.

Source: forms observed in published cases [O], the letters and lengths of some from practice [M];
they stand in the vocabulary `approval_form`
Bad: typical-cases
    facts: 盒上印着国药准字H2001341，查不到这个文号。
Good: typical-cases
    facts: 盒上印着国药准字H20013413。
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from yaoan.bilingual import Bilingual
from yaoan.diagnostics import Severity

from .rule import Context, Finding, Record, rule

_WRITTEN = re.compile(r"[（(字号准进许特备A-Za-z]{0,6}[0-9A-Za-z]{3,}")
_MESSAGE = Bilingual("批准文号格式不对，应当是{form}", "not the form of such a number: {form}")
_HELP = Bilingual(
    "对照包装或国家药监局数据库，例如 {example}；案情就是文号不对的，不用改",
    "compare it with the pack or the NMPA database ({example}); keep it if that is the point",
)


@rule("Y319", looks_at="file", severity=Severity.WARNING)
def check(record: Record, context: Context) -> Iterator[Finding]:
    forms = context.reference.vocabularies.get("approval_form")
    text = record.typed.text
    for term in forms.terms.values() if forms else ():
        begins, pattern = str(term.attributes["begins"]), _form(str(term.attributes["pattern"]))
        at = text.find(begins)
        while at >= 0:
            end = at + len(begins)
            written = _WRITTEN.match(text, end)
            if written and not pattern.search(record.typed.before(at, 8) + text[at : end + 24]):
                advice = _HELP.fill(example=term.attributes["example"])
                span = record.typed.span(at, written.end())
                yield Finding(span, _MESSAGE.fill(form=term.name), advice)
            at = text.find(begins, end)


@lru_cache
def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern + r"(?![0-9])")


RULE = check
