"""正文里的信用代码不对 | A credit code in a text that is not one

统一社会信用代码是 18 位，末位是校验位。遮成 911xxxxxxxxx 的没有用处；22 位、字母开头的是医疗机构
执业许可证登记号，要写在它自己的一栏。

A unified social credit code has 18 characters, the last a check digit. Masked as 911xxxxxxxxx it is
useless; 22 characters beginning with a letter are a medical institution's licence number, which has
its own field.

Source: GB 32100-2015 (check digit) [V]; over-masked codes and licence numbers in the field of the
code observed on public pages [O]
Bad: penalties
    facts: 当事人统一社会信用代码为911xxxxxxxxx。
Good: penalties
    facts: 当事人统一社会信用代码为91110000600037341L。
"""

import re
from collections.abc import Iterator

from stdnum.cn import uscc

from yaoan.bilingual import Bilingual
from yaoan.diagnostics import Severity

from .rule import Context, Finding, Record, rule

_CODE = re.compile(
    r"(?:信用代码|redit code|redit Code)(?:是|为|\s*is)?[\s:：（(]*([0-9A-Za-z*×●]{6,})"
)
_LENGTH, _LICENCE = 18, 22
_MASKED = Bilingual("信用代码遮掉了，没有用处", "the code is masked, which is of no use")
_IS_LICENCE = Bilingual(
    "这是 22 位的执业许可证登记号，不是信用代码",
    "this is a medical licence number, not a credit code",
)
_WRONG = Bilingual("信用代码的位数或校验位不对", "the length or check digit of the code is wrong")
_HELP = Bilingual(
    "对照文书；公开名称的写全，隐去名称的整个删掉",
    "compare it with the document; give it in full for a named party, else delete it",
)


@rule("Y317", looks_at="file", severity=Severity.WARNING)
def check(record: Record, context: Context) -> Iterator[Finding]:
    text = record.typed.text
    for match in _CODE.finditer(text) if "信用代码" in text or "redit " in text else ():
        code = match[1]
        masked = re.search(r"[*×●]|[xX]{2,}", code)
        if not masked and len(code) == _LENGTH and uscc.is_valid(code.upper()):
            continue
        licence = len(code) == _LICENCE and code[0].isalpha()
        said = _MASKED if masked else _IS_LICENCE if licence else _WRONG
        yield Finding(record.typed.span(*match.span(1)), said, _HELP)


RULE = check
