"""括号、引号不成对 | A bracket or quotation mark without its partner

文号里的〔〕、书名号《》、引号“”要成对。左边【右边〕，或者只有一半，多半是抄错了。
文书上确实如此的文号照抄，这只是提醒。

Brackets, title marks and quotation marks come in pairs of one shape. A number served with an odd
pair is copied as it is; this is a reminder.

Source: mismatched brackets such as [2024〕 observed in published decision numbers [O]
Bad: typical-cases
    facts: 依据《药品管理法作出决定，文号为示市监罚【2024〕9号。
Good: typical-cases
    facts: 依据《药品管理法》作出决定，文号为示市监罚〔2024〕9号。
"""

import re
from collections.abc import Iterator

from yaoan.bilingual import Bilingual
from yaoan.diagnostics import Severity

from .rule import Context, Finding, Record, rule

_PAIRS = {
    "〕": "〔",
    "】": "【",
    "》": "《",
    "”": "“",
    "」": "「",
    "』": "『",
    "）": "（",
    "]": "[",
}
_MARKS = re.compile(f"[{re.escape(''.join([*_PAIRS, *_PAIRS.values()]))}()]")
_ROUND = str.maketrans("()", "（）")
_ITEM = re.compile(r"(?:^|[\s，。；：:、])[（(]?[0-9一二三四五六七八九十a-zA-Z]{1,3}$")
_MESSAGE = Bilingual("“{mark}”没有和它成对的另一半", "“{mark}” has no partner")
_HELP = Bilingual("补上或改成同一种括号", "add its partner, or make both of one shape")


@rule("Y315", looks_at="file", severity=Severity.WARNING)
def check(record: Record, context: Context) -> Iterator[Finding]:
    typed = record.typed
    count = typed.text.count
    rounds = count("（") + count("(") == count("）") + count(")")
    if rounds and all(
        count(left) == count(right) for right, left in _PAIRS.items() if left != "（"
    ):
        return
    for leaf, start in zip(typed.leaves, typed.starts, strict=True):
        for at in _alone(leaf.text):
            message = _MESSAGE.fill(mark=leaf.text[at])
            yield Finding(typed.span(start + at, start + at + 1), message, _HELP)


def _alone(text: str) -> Iterator[int]:
    """Where marks without a partner stand."""
    opened: list[int] = []
    for match in _MARKS.finditer(text):
        mark = match[0].translate(_ROUND)
        if mark not in _PAIRS:
            opened.append(match.start())
        elif opened and text[opened[-1]].translate(_ROUND) == _PAIRS[mark]:
            opened.pop()
        elif not (mark == "）" and _ITEM.search(text[: match.start()])):
            yield match.start()
    yield from opened


RULE = check
