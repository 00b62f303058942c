"""词中间的问号 | A question mark inside a word

文字识别或者编码转换丢字的地方，常常变成半角问号，例如“市?监督管理局”。

Where character recognition or a change of encoding lost a sign, a question mark of half width is
often left in its place.

Source: this project; question marks for lost characters observed in published files [O]
Bad: notices
    body: 请到市?监督管理局办理。
Good: notices
    body: 请到市场监督管理局办理。还有问题吗？
"""

import re
from collections.abc import Iterator

from yaoan.bilingual import Bilingual
from yaoan.diagnostics import Severity

from .rule import Context, Finding, Record, rule

_STRAY = re.compile(r"\?+(?<=[\u4e00-\u9fff]\?)(?=[\u4e00-\u9fff])")
_ASKED = re.compile("[吗呢么谁哪几怎何啥]|多少|是否|能否|可否|[是能会要有]不")
_MESSAGE = Bilingual(
    "问号夹在词中间，是不是丢了字？", "a question mark in mid-word: is a sign lost?"
)
_HELP = Bilingual(
    "对照原文补上丢的字；确实是提问的，用全角“？”", "put the lost sign; in a question write ？"
)


@rule("Y314", looks_at="file", severity=Severity.WARNING)
def check(record: Record, context: Context) -> Iterator[Finding]:
    typed = record.typed
    for match in _STRAY.finditer(typed.text) if "?" in typed.text else ():
        if not _ASKED.search(typed.before(match.start(), 16)):
            yield Finding(typed.span(match.start() - 1, match.end() + 1), _MESSAGE, _HELP)


RULE = check
