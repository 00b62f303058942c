"""出现了能找到个人的号码 | A number that leads to a person

车牌、电子邮箱、微信号、QQ 号都能找到具体的人，不公开。机关的联系方式写在单位信息里。

Number plates, e-mail addresses, WeChat and QQ accounts lead to a person and are not published. An
office's own contact belongs in `cases/office.yml`.

Source: Personal Information Protection Law (2021), Art. 4, 25 [V]
Bad: typical-cases
    facts: 当事人驾驶川A12345送货，微信号：wxid_abc123。
Good: typical-cases
    facts: 当事人驾车送货，用社交软件联系买家。
"""

import re
import unicodedata
from collections.abc import Iterator

from yaoan.bilingual import Bilingual

from .rule import Context, Finding, Record, rule

_KINDS = (
    (
        Bilingual("车牌号", "number plate"),
        re.compile(
            "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·-]?[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])"
        ),
    ),
    (
        Bilingual("电子邮箱", "e-mail address"),
        re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\.[A-Za-z0-9.-]*[A-Za-z]"),
    ),
    (
        Bilingual("微信号", "WeChat account"),
        re.compile(r"wxid_\w+|微信号?\s*[:：为是]?\s*[A-Za-z][A-Za-z0-9_-]{5,19}(?![A-Za-z0-9_-])"),
    ),
    (
        Bilingual("QQ 号", "QQ account"),
        re.compile(r"[Qq]{2}\s*号?码?\s*[:：为是]?\s*[1-9]\d{4,10}(?!\d)"),
    ),
)
_MESSAGE = Bilingual("这里有一个{what}", "this is a {what}")
_HELP = Bilingual("删掉，改写成不带号码的说法", "delete it and write it without the number")


@rule("Y324", looks_at="file")
def check(record: Record, context: Context) -> Iterator[Finding]:
    for leaf in record.leaves():
        text = unicodedata.normalize("NFKC", leaf.text)
        for what, pattern in _KINDS:
            for match in pattern.finditer(text):
                yield Finding(leaf.span.find(match[0]), _MESSAGE.fill(what=what), _HELP)


RULE = check
