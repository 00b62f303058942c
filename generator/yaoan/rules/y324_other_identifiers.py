"""出现了能找到个人的号码 | A number that leads to a person

车牌、电子邮箱、微信号、QQ 号、支付宝账号、快递单号、执法证号、护照等证件号、病历号、定位坐标
都能找到具体的人，不公开；当事人的出生日期和平台账号也不写。机关的联系方式写在单位信息里。

Number plates, e-mail addresses, WeChat, QQ and Alipay accounts, waybills, officers' badge numbers,
passports and other papers, medical records and positions lead to a person and are not published;
nor are a party's date of birth and accounts on platforms. An office's own contact belongs in
`cases/office.yml`.

Source: Personal Information Protection Law (2021), Art. 4, 25, 28 [V]
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
        (
            "微信",
            "薇信",
            "威信",
            "V信",
            "WeChat",
            "Wechat",
            "wechat",
            "weixin",
            "VX",
            "vx",
            "WX",
        ),
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
        ("快递单", "运单", "物流单", "面单", "快件单", "快递编", "快递号", "aybill", "racking"),
        "编?" + _IS + r"[A-Z]{0,4}\d{8,}",
    ),
    (
        Bilingual("快递单号", "waybill number"),
        ("顺丰", "中通", "圆通", "申通", "韵达", "极兔", "邮政"),
        r"(?:快递|速递|快件|单|包裹)?" + _IS + r"[A-Z]{0,4}\d{10,}",
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
    (
        Bilingual("证件号码", "number of an identity document"),
        ("护照", "通行证", "军官证", "士兵证", "社保卡", "保障卡", "医保卡", "驾驶证", "assport"),
        _IS + r"(?:[\u4e00-\u9fff]字?第)?[A-Z]{0,3}\d{6,}",
    ),
    (
        Bilingual("病历号", "number of a medical record"),
        ("病历", "住院", "门诊", "就诊卡", "就诊"),
        r"(?:编号|号码?)[\s:：为是]*[A-Z]{0,3}\d{4,}",
    ),
    (
        Bilingual("车牌号", "number plate"),
        ("plate",),
        r"s?(?: number)?(?: is|:|,)? ?(?=[A-Z]*[a-z]? ?[A-Z-]*\d)[A-Z][a-z]? ?[A-Z][ -]?"
        r"[A-Z0-9]{4,6}(?![A-Za-z0-9])",
    ),
    (
        Bilingual("定位坐标", "position"),
        ("东经", "北纬", "经度", "纬度", "GPS", "定位", "坐标"),
        r"[\s:：为是]*[（(]?(?:北纬|东经)?\d{1,3}(?:\.\d{3,}|[°度]\d{1,2}[′'分])",
    ),
)
_OF_PARTIES = (
    (
        Bilingual("平台账号", "account of a platform"),
        re.compile(
            r"(?:抖音|快手|小红书|旺旺|闲鱼)(?:账号|帐号|号|名|ID)?[\s:：为是（(“\"]*[A-Za-z0-9_.-]{5,}"
        ),
    ),
    (
        Bilingual("出生日期", "date of birth"),
        re.compile(
            r"(?:19|20)\d{2}年\d{1,2}月\d{1,2}日(?:出生|生(?![产效成物活意鲜]))"
            r"|出生(?:日期|年月日|年月|于)?[\s:：为是于]*(?:19|20)\d{2}[年.-]\d{1,2}[月.-]\d{1,2}"
            r"|born on (?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2}),? (?:19|20)\d{2}"
        ),
    ),
)
"""What tells who it is where somebody's act is told; an office may name its own channel."""
_TOLD = re.compile("抖音|快手|小红书|旺旺|闲鱼|日生|出生|born on")
"""Each of these has one such word in it."""
_CUES = [cue for _, cues, _ in _KINDS for cue in cues]
_RARE = [cue for cue in _CUES if cue[0].islower()]
"""Cues that begin as many English words do."""
_CUE = re.compile("|".join(_CUES))
_OFTEN = re.compile("|".join(cue for cue in _CUES if cue not in _RARE))
_AFTER = {cue: (what, re.compile(after)) for what, cues, after in _KINDS for cue in cues}
_PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Za-hj-np-z]"
    r"[-·•. ]{0,2}(?=[A-Za-z]{0,2}\d)[A-HJ-NP-Za-hj-np-z0-9]{4,6}[挂学警港澳]?(?![A-Za-z0-9])"
)
_PLATE_NAME = Bilingual("车牌号", "number plate")
_AT = re.compile(r"[@(（\[](?:(?<=@)|[Aa][Tt][)）\]])")
_MAIL = re.compile(
    rf"[A-Za-z0-9._%+-]+ ?(?:{_AT.pattern}) ?[A-Za-z0-9-]+\.[A-Za-z0-9.-]*[A-Za-z]", re.IGNORECASE
)
_MAIL_NAME = Bilingual("电子邮箱", "e-mail address")
_MESSAGE = Bilingual("这里有一个{what}", "this is a {what}")
_HELP = Bilingual("删掉，改写成不带号码的说法", "delete it and write it without the number")


@rule("Y324", looks_at="file", anywhere=True)
def check(record: Record, context: Context) -> Iterator[Finding]:
    found = list(_found(record.seen.text, context.own_addresses))
    if record.about_parties:
        found += _of_parties(record.seen.text)
    for what, start, end in found:
        yield Finding(record.seen.span(start, end), _MESSAGE.fill(what=what), _HELP)


def _found(text: str, own: frozenset[str]) -> Iterator[tuple[Bilingual, int, int]]:
    told = 0
    for cue in (_CUE if any(each in text for each in _RARE) else _OFTEN).finditer(text):
        what, after = _AFTER[cue[0]]
        if cue.start() >= told and (match := after.match(text, cue.end())):
            told = match.end()
            yield what, cue.start(), told
    for plate in _PLATE.finditer(text):
        yield _PLATE_NAME, *plate.span()
    for mail in _MAIL.finditer(text) if _AT.search(text) else ():
        if mail[0].lower() not in own:
            yield _MAIL_NAME, *mail.span()


def _of_parties(text: str) -> Iterator[tuple[Bilingual, int, int]]:
    for what, shape in _OF_PARTIES if _TOLD.search(text) else ():
        yield from ((what, *each.span()) for each in shape.finditer(text))


RULE = check
