"""系统导出留下的乱码 | What an export left behind

程序出错会留下“undefined”“null”“NaN”，它们不是内容。多半是从别的系统复制来的，
要找到原文补上。

“undefined”, “null” and “NaN” are what a failing program leaves behind, not content. They come
from copying out of another system; find the original words.

Source: this project; “undefined” as the legal basis of a penalty observed on a public platform [O]
Bad: typical-cases
    facts: 处罚依据为undefined，罚款5万元。
Good: typical-cases
    facts: 处罚依据为药品管理法，罚款5万元。
"""

import re
from collections.abc import Iterator

from yaoan.bilingual import Bilingual

from .rule import Context, Finding, Record, rule

_RESIDUE = re.compile(
    r"undefined|null|NaN|\[object Object\]|#REF!|#N/A|#NAME\?|#VALUE!|锟斤拷|烫烫烫"
)
_WORDS = ("undefined", "null", "NaN")
_CHINESE = re.compile(r"[\u3000-\u9fff\uff00-\uffef\0]")
_MESSAGE = Bilingual("“{what}”是系统留下的，不是内容", "“{what}” is left over from a program")
_HELP = Bilingual("找到原文补上；没有的就删掉", "put the original words, or delete it")


@rule("Y313", looks_at="file")
def check(record: Record, context: Context) -> Iterator[Finding]:
    text = record.typed.text
    for match in _RESIDUE.finditer(text):
        start, end = match.span()
        beside = text[start - 1 : start] or "\0", text[end : end + 1] or "\0"
        if match[0] not in _WORDS or all(_CHINESE.match(each) for each in beside):
            yield Finding(record.typed.span(start, end), _MESSAGE.fill(what=match[0]), _HELP)


RULE = check
