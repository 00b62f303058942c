"""文号遮掉了或者样式不完整 | A decision number that is masked or incomplete

文号是公开信息，遮成“〔2025〕xxx号”就查不到原件。少了括号、年份或者“号”字的，多半是复制时丢了。
文号必须与送达的文书一致，这里只提醒，不改动。

A decision number is public; with its serial masked it leads nowhere. Missing brackets, year or
ending were probably lost in copying. The number must equal that of the document served, so this
only warns and changes nothing.

Source: SAMR Order 45 (2021), Art. 7: what is published equals what was served [V]; masked numbers
and lost brackets observed on public pages [O]
Bad: penalties
    decisions:
      - {status: decided, number: 示市监处罚〔2025〕xxx号}
Good: penalties
    decisions:
      - {status: decided, number: 示市监处罚〔2025〕95号}
"""

import re
import unicodedata
from collections.abc import Iterator

from yaoan.bilingual import Bilingual
from yaoan.diagnostics import Severity
from yaoan.forms import DecisionNumber

from .rule import Context, Entry, Finding, Record, rule

_MASKED = re.compile(r"[xX×*＊某]{2,}|[*＊×某]号")
_PAIRS = r"〔\d{4}〕|【\d{4}】|\[\d{4}\]|\(\d{4}\)|〈\d{4}〉"
_STYLE = re.compile(
    rf"(?:\(\w+\))?[\u4e00-\u9fffA-Za-z·]+(?:{_PAIRS})\s*第?[0-9A-Za-z][0-9A-Za-z-]*号"
)
_MASKED_SAID = Bilingual(
    "文号遮掉了一部分，公众查不到原件", "the number is masked and leads nowhere"
)
_STYLE_SAID = Bilingual(
    "文号缺了括号、年份、序号或“号”字，或者括号不成对",
    "the number lacks its brackets, year, serial or 号, or its brackets do not match",
)
_HELP = Bilingual(
    "对照送达的文书；文书上就是这样的，照抄不改",
    "compare it with the document served; if so there, keep it",
)


@rule("Y316", looks_at="entry", severity=Severity.WARNING)
def check(record: Record, entry: Entry, context: Context) -> Iterator[Finding]:
    for found in record.holding(DecisionNumber):
        number: DecisionNumber = found.value
        if number.unknown:
            continue
        if _MASKED.search(number.text):
            yield Finding(record.at(*found.path), _MASKED_SAID, _HELP)
        elif not _STYLE.fullmatch(unicodedata.normalize("NFKC", number.text)):
            yield Finding(record.at(*found.path), _STYLE_SAID, _HELP)


RULE = check
