"""科普没有注明审核 | A science item without review

已发布的科普互相矛盾、过期失效的不少见。写明谁审核、什么时候审核、什么时候再审，
读者才知道能不能信，单位才知道什么时候该更新。

Published items contradict each other and go out of date. Who reviewed it, when, and when it will
be reviewed again tell readers whether to trust it and the office when to renew it.

Source: Drug Administration Law (2019), Art. 13: publicity must be comprehensive, scientific,
objective and fair [V]; contradictions between published items observed [O]
Bad: popular-science
    reviewer:
    reviewed:
    review_by:
Good: popular-science
    reviewer: 主管药师
    reviewed: 2026-09-01
    review_by: 2027-09-01
"""

from collections.abc import Iterator

from yaoan.bilingual import Bilingual
from yaoan.diagnostics import Severity

from .rule import Context, Entry, Finding, Record, rule

_NOT_ASKED = object()
_WANTED = ("reviewer", "reviewed", "review_by")
_MESSAGE = Bilingual("没有注明审核：缺 {keys}", "the review is not stated: {keys} missing")
_HELP = Bilingual(
    "请药师或医师审核后补上 reviewer、reviewed、review_by；没补之前页面会注明“未经专业审核”",
    "have it reviewed and add reviewer, reviewed, review_by; until then the page says so",
)


@rule("Y351", looks_at="entry", severity=Severity.WARNING)
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    missing = [key for key in _WANTED if record.part(key, _NOT_ASKED) is None]
    if missing:
        yield Finding(record.at("title"), _MESSAGE.fill(keys="、".join(missing)), _HELP)


RULE = check
