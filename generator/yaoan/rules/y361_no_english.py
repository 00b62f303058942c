"""没有英文标题或摘要 | No English title or summary

英文页面至少要有标题和一句话摘要，否则外文读者不知道这一条说的是什么。

The English page needs at least a title and a one-sentence summary, or its readers cannot tell
what the entry is about.

Source: this project
Bad: notices
    title: 没有英文的标题
    summary: 没有英文的摘要。
Good: notices
    body: 正文可以只有中文。
"""

from collections.abc import Iterator

from yaoan.bilingual import Bilingual
from yaoan.diagnostics import Severity

from .rule import Context, Entry, Finding, Record, rule

_MESSAGE = Bilingual("英文文件里没有{what}", "the English file has no {what}")
_HELP = Bilingual(
    "在旁边的 {id}.en.yml 里写上 title 和 summary 的英文",
    "write `title` and `summary` in {id}.en.yml beside it",
)


@rule("Y361", looks_at="entry", severity=Severity.WARNING)
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    for key, what in (
        ("title", Bilingual("标题", "title")),
        ("summary", Bilingual("一句话", "summary")),
    ):
        if not getattr(entry, key).en:
            yield Finding(record.at(key), _MESSAGE.fill(what=what), _HELP.fill(id=record.id))


RULE = check
