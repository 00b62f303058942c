"""两个条目标题相同 | Two entries with the same title

标题相同的条目在列表和搜索结果里分不清，也可能是同一件事写了两遍。

Entries of the same title cannot be told apart in lists and search results; perhaps one thing was
written twice.

Source: this project
Bad: notices
    summary: 标题与示例条目相同。
Good: notices
    title: 另一个标题
"""

from collections.abc import Iterator

from yaoan.bilingual import Bilingual
from yaoan.diagnostics import Severity

from .rule import Context, Finding, rule

_MESSAGE = Bilingual("标题与 {other} 相同", "the same title as {other}")
_HELP = Bilingual(
    "在标题里加上能区别的字，如产品、地点或批次",
    "add what tells them apart: the product, place or batch",
)


@rule("Y311", looks_at="corpus", severity=Severity.WARNING)
def check(context: Context) -> Iterator[Finding]:
    seen: dict[tuple[str, str], str] = {}
    for record, brief in context.corpus.briefs:
        key = (record.kind.folder, brief.title)
        if key in seen:
            yield Finding(record.at("title"), _MESSAGE.fill(other=seen[key]), _HELP)
        seen.setdefault(key, record.id)


RULE = check
