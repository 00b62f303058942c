"""引用了没有收录的法律 | A law that is not on file

引用的法律要能链接到它的页面，并按条汇总案例。名称写错一个字就找不到。

Every citation links to the page of its law, where the cases under each article are collected. A
name that is one character off finds nothing.

Source: this project; a decision states its legal basis (Administrative Penalty Law 2021, Art. 59)
[M]
Bad: law-explainers
    citations:
      - 药品管埋法 第九十八条
Good: law-explainers
    citations:
      - 药品管理法 第九十八条
"""

from collections.abc import Iterator

from yaoan.bilingual import Bilingual
from yaoan.diagnostics import Fix, nearest
from yaoan.forms import Citation

from .rule import Context, Entry, Finding, Record, rule

_MESSAGE = Bilingual("法律库里没有《{law}》", "there is no law “{law}” on file")
_MEANT = Bilingual("是不是《{law}》？", "did you mean “{law}”?")
_ADD = Bilingual(
    "核对名称；确实有这部法的，在 cases/reference/laws/ 里加一个文件",
    "check the name; if the law exists, add a file to cases/reference/laws/",
)


@rule("Y302", looks_at="values")
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    for found in record.holding(Citation):
        cited: Citation = found.value
        if context.reference.law(cited.law):
            continue
        span = record.at(*found.path).find(cited.law)
        close = nearest(cited.law, context.reference.law_names, 0.6)
        advice = _MEANT.fill(law=close) if close else _ADD
        yield Finding(
            span, _MESSAGE.fill(law=cited.law), advice, Fix(span, close) if close else None
        )


RULE = check
