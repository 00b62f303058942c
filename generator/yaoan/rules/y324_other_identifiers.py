"""出现了能找到个人的号码 | A number that leads to a person

车牌、电子邮箱、微信号、QQ 号、支付宝账号、快递单号、执法证号都能找到具体的人，不公开。
机关的联系方式写在单位信息里。

Number plates, e-mail addresses, WeChat, QQ and Alipay accounts, waybills and officers' badge
numbers lead to a person and are not published. An office's own contact belongs in
`cases/office.yml`.

Source: Personal Information Protection Law (2021), Art. 4, 25 [V]
Bad: typical-cases
    facts: 当事人驾驶川A12345送货，微信号：wxid_abc123。
Good: typical-cases
    facts: 当事人驾车送货，用社交软件联系买家。
"""

import re
from collections.abc import Iterator

from yaoan.bilingual import Bilingual

from .rule import Context, Finding, Record, rule

_IS = r"\s*(?:号码|号|账号|帐号|账户|群|ID|id|number|account|no\.)?\s*(?:is)?[\s:：为是（(“\"]*"
_KINDS = (
    (
        Bilingual("微信号", "WeChat account"),
        ("微信", "薇信", "威信", "V信", "WeChat", "Wechat", "wechat", "VX", "vx", "Vx"),
        _IS + r"(?=[A-Za-z_-]*\d|[A-Za-z]+[_-])[A-Za-z][A-Za-z0-9_-]{5,19}(?![A-Za-z0-9_-])",
    ),
    (Bilingual("微信号", "WeChat account"), ("wxid",), r"_\w+"),
    (
        Bilingual("QQ 号", "QQ account"),
        ("QQ", "qq", "Qq", "扣扣"),
        _IS + r"[1-9]\d{4,10}(?!\d)",
    ),
    (
        Bilingual("支付宝账号", "Alipay account"),
        ("支付宝", "Alipay", "alipay"),
        _IS + r"(?=[\w.-]*\d)[A-Za-z0-9][\w.-]{5,}",
    ),
    (
        Bilingual("快递单号", "waybill number"),
        ("快递单", "运单", "物流单", "面单", "快件单", "快递编", "aybill", "racking"),
        "编?" + _IS + r"[A-Z]{0,4}\d{8,}",
    ),
    (
        Bilingual("快递单号", "waybill number"),
        ("SF", "JD", "YT", "ZTO", "STO", "EMS"),
        r"[A-Z]{0,2}(?<![A-Z]{6})\d{10,15}(?!\d)",
    ),
    (
        Bilingual("执法证号", "enforcement badge number"),
        ("执法证", "badge", "Badge"),
        "[件书]?编?" + _IS + r"[\u4e00-\u9fff]{0,4}[0-9A-Z][0-9A-Z-]{4,}",
    ),
)
_CUE = re.compile("|".join(cue for _, cues, _ in _KINDS for cue in cues))
_AFTER = {cue: (what, re.compile(after)) for what, cues, after in _KINDS for cue in cues}
_PLATE = re.compile(
    r"[A-HJ-NP-Z](?<=[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼].)[-·•. ]?"
    r"(?=[A-Z]{0,2}\d)[A-HJ-NP-Z0-9]{4,6}[挂学警港澳]?(?![A-Za-z0-9])"
)
_PLATE_NAME = Bilingual("车牌号", "number plate")
_MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\.[A-Za-z0-9.-]*[A-Za-z]")
_MAIL_NAME = Bilingual("电子邮箱", "e-mail address")
_MESSAGE = Bilingual("这里有一个{what}", "this is a {what}")
_HELP = Bilingual("删掉，改写成不带号码的说法", "delete it and write it without the number")


@rule("Y324", looks_at="file")
def check(record: Record, context: Context) -> Iterator[Finding]:
    for what, start, end in _found(record.seen.text, context.own_addresses):
        yield Finding(record.seen.span(start, end), _MESSAGE.fill(what=what), _HELP)


def _found(text: str, own: frozenset[str]) -> Iterator[tuple[Bilingual, int, int]]:
    told = 0
    for cue in _CUE.finditer(text):
        what, after = _AFTER[cue[0]]
        if cue.start() >= told and (match := after.match(text, cue.end())):
            told = match.end()
            yield what, cue.start(), told
    for plate in _PLATE.finditer(text):
        yield _PLATE_NAME, plate.start() - 1, plate.end()
    for mail in _MAIL.finditer(text) if "@" in text else ():
        if mail[0].lower() not in own:
            yield _MAIL_NAME, *mail.span()


RULE = check
