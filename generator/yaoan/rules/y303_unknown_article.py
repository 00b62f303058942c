"""引用的条文没有收录 | An article that is not on file

法律库里有这部法，但没有这一条的说明。页面仍会列出引用它的案例，只是没有条文大意。
也可能是条号抄错了。

The law is on file but this article is not described. Its page still lists the cases, without a
summary of the article. The number may also be mistyped.

Source: this project
Bad: law-explainers
    citations:
      - 药品管理法 第九百条
Good: law-explainers
    citations:
      - 药品管理法 第九十八条
"""

from collections.abc import Iterator

from yaoan.bilingual import Bilingual
from yaoan.diagnostics import Severity
from yaoan.forms import Citation

from .rule import Context, Entry, Finding, Record, rule

_MESSAGE = Bilingual("《{law}》里没有收录{place}", "{place} of “{law}” is not on file")
_HELP = Bilingual(
    "核对条号；无误的，在法律文件里补一句条文大意",
    "check the number; if it is right, add a line about the article to the law's file",
)


@rule("Y303", looks_at="values", severity=Severity.WARNING)
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    for found in record.holding(Citation):
        cited: Citation = found.value
        law = context.reference.law(cited.law)
        if law is None or not cited.key or cited.key in law.articles:
            continue
        place = Bilingual(cited.place("zh"), cited.place("en"))
        yield Finding(record.at(*found.path), _MESSAGE.fill(law=law.name, place=place), _HELP)


RULE = check
