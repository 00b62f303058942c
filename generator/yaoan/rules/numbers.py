"""Numbers in a text that lead to a person: found in one pass, told apart by their shape."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from stdnum import luhn
from stdnum.cn import ric

from .typed import Typed

What = Literal["identity", "mobile", "card", "landline", "half_masked"]


@dataclass(frozen=True)
class Number:
    """A number and where it stands in the text of its record."""

    what: What
    start: int
    end: int


_DIGIT = "0-9〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖"
_SIGN = rf"{_DIGIT}Xx*×●•"
_APART = r"[ \-–—.·)）]"
_RUN = re.compile(
    rf"[{_DIGIT}](?<![0-9A-Za-z].)[{_SIGN}]*+(?:{_APART}{{1,2}}[{_SIGN}]++)*+(?![A-WYZa-wyz])"
)
_PLAIN = str.maketrans(
    "〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖×●•", "0001234567891123456789***"
)
_DAY = re.compile(r"(?:19|20)\d{2}[-.](?:0?[1-9]|1[0-2])(?:[-.](?:0?[1-9]|[12]\d|3[01]))?")

_S = rf"{_APART}{{0,2}}"
_SHAPES: tuple[tuple[What, re.Pattern[str]], ...] = (
    ("identity", re.compile(rf"(?<!\d)[1-9](?:{_S}\d){{16}}{_S}[\dXx](?![\d*Xx])")),
    ("identity", re.compile(rf"(?<!\d)[1-9](?:{_S}\d){{14}}(?![\d*Xx])")),
    ("card", re.compile(rf"(?<!\d)\d(?:{_S}\d){{14,18}}(?![\d*])")),
    ("mobile", re.compile(rf"(?<!\d)(?:(?:00)?86{_S}|0)?1{_S}[3-9](?:{_S}\d){{9}}(?![\d*])")),
    ("card", re.compile(rf"(?<!\d)[1-9](?:{_S}\d){{8,13}}(?![\d*])")),
    (
        "landline",
        re.compile(
            rf"(?<!\d)(?<!\d[ -])(?:86{_S})?0\d{{2,3}}{_S}[2-8]\d{{2,3}}{_S}\d{{4}}(?![\d*])"
        ),
    ),
    ("half_masked", re.compile(r"\d[\d -]*[*Xx]{2,}(?:[* Xx-]|\d)*")),
)
_OTHER = re.compile(
    "(?:批号|批次|文号|编号|编码|条码|条形码|代码|订单号?|备案号?|注册证号?|注册号|登记号|许可证号?|证书号"
    "|准字|械[注备][准进许]?|序列号|索引号|追溯码|流水号|执法证[件书]?编?号?码?|发票号码?|案号|文书号|[Nn]o\\.?|[Bb]atch"
    "|[Ll]ot|[Cc]ode|[Ll]icen[cs]e|number of the [a-z ]+)[^\\d，。；,;]{0,6}$"
)
_IDENTITY = re.compile("(?:身份|证件|公民|ID|[Ii]dentity|[Ii]dentification)[^，。；,;]{0,12}$")
_ACCOUNT = re.compile(
    "(?:卡号|银行|[建工农中交]行|账[号户]|帐[号户]|收款|转账|储蓄|[Aa]ccount|[Cc]ard)[^，。；,;]{0,12}$"
)
_CARD = re.compile(r"62\d{14,17}|4\d{15}|5[1-5]\d{14}|(?:60|65|35)\d{14}|9[05-9]\d{14,17}")
_BLANK = re.compile(r"[\s\0\u3000-\u9fff\uff00-\uffef]")
_MARKS = re.compile(_APART)
_OTHERS = re.compile(
    r"\d(?:(?<![\dA-Za-z].)(?P<parted>\d+(?:[^\w\0]{1,6}\d{2,}|_\d{2,}){1,8}[Xx]?)"
    r"|(?<=[A-Za-z][1-9])(?:\d{16}[\dXx]|(?<=(?i:tel|one|ile|all)1)[3-9]\d{9}))(?![\dA-Za-z])"
)
"""Digits in groups, whatever signs part them; or right after letters, where only what its check
digit, or a word such as `tel`, gives away is a number."""
_OTHERWISE = re.compile(r"[^\dXx \-–—.·)）]|   ")
_MOBILE = {(3, 4, 4), (3, 8), (7, 4)}


def numbers(typed: Typed) -> Iterator[Number]:
    """Every number of the text that leads to a person.

    Full-width digits, Chinese numerals and digits set apart by spaces or strokes count as digits.
    """
    for run in _RUN.finditer(typed.text):
        start, end = run.span()
        if end - start < 7 or _DAY.fullmatch(run[0]):
            continue
        told = _told_apart(run[0].translate(_PLAIN), start, typed)
        if _in_address(typed.text, start):
            told = (each for each in told if _certain(typed.text[each.start : each.end]))
        yield from told
    for other in _OTHERS.finditer(typed.text):
        yield from _parted(other, typed) if other["parted"] else _glued(other)


def _certain(number: str) -> bool:
    """Whether it is an identity number by itself, wherever it stands."""
    digits = _MARKS.sub("", number.translate(_PLAIN)).upper()
    return len(digits) == 18 and _is_identity(digits)


def _glued(run: re.Match[str]) -> Iterator[Number]:
    """A number right after letters: tel13812345678."""
    if len(run[0]) == 11 or _is_identity(run[0].upper()):
        yield Number("mobile" if len(run[0]) == 11 else "identity", *run.span())


def _parted(run: re.Match[str], typed: Typed) -> Iterator[Number]:
    """A number whose groups are parted by other signs than spaces and strokes: 138/1234/5678."""
    if len(run[0]) < 12 or not _OTHERWISE.search(run[0]):
        return
    groups = re.findall(r"\d+[Xx]?", run[0])
    digits = "".join(groups).upper()
    if len(digits) < 11 or _OTHER.search(typed.before(run.start(), 24)):
        return
    if len(digits) == 18 and _is_identity(digits):
        yield Number("identity", *run.span())
    elif _CARD.fullmatch(digits) and luhn.is_valid(digits) and set(map(len, groups[:4])) == {4}:
        yield Number("card", *run.span())
    elif re.match("1[3-9]", digits) and tuple(map(len, groups)) in _MOBILE:
        yield Number("mobile", *run.span())


def _in_address(text: str, at: int) -> bool:
    """Whether the offset *at* stands inside a web address."""
    begun = text.rfind("://", max(at - 200, 0), at)
    return begun >= 0 and not _BLANK.search(text, begun, at)


def _told_apart(run: str, at: int, typed: Typed) -> Iterator[Number]:
    taken: list[tuple[int, int]] = []
    for what, shape in _SHAPES:
        for match in shape.finditer(run):
            start, end = match.span()
            if any(start < last and first < end for first, last in taken):
                continue
            before = typed.before(at + start, 24)
            if what == "identity" and typed.text.startswith("身份证", at + end):
                before = "身份证"
            if what == "mobile" and _is_series(match[0]):
                continue
            if _holds(what, _MARKS.sub("", match[0]).upper(), before):
                taken.append((start, end))
                yield Number(what, at + start, at + end)


def _is_series(typed: str) -> bool:
    """Whether these are several small numbers in a row, as 1 3 9 27 19 26, not one in groups."""
    sizes = {len(group) for group in _MARKS.split(typed) if group}
    return len(sizes) > 1 and max(sizes) < 3


def _holds(what: What, digits: str, before: str) -> bool:
    """Whether what has the shape is the thing, by its check digit and the words before it."""
    other = _OTHER.search(before) and not _IDENTITY.search(before)
    match what:
        case "identity":
            return bool(_IDENTITY.search(before)) or (not other and _is_identity(digits))
        case "card":
            account = bool(_ACCOUNT.search(before))
            return account or bool(not other and _CARD.fullmatch(digits) and luhn.is_valid(digits))
        case "half_masked":
            return not other and _tells_too_much(digits)
    return not other


def _is_identity(digits: str) -> bool:
    """By GB 11643-1999; the older form of 15 digits has no check digit, only a place and a day."""
    if len(digits) == 18:
        return _is_day(digits[6:14]) and ric.calc_check_digit(digits) == digits[-1]
    return "11" <= digits[:2] <= "65" and _is_day("19" + digits[6:12])


def _is_day(digits: str) -> bool:
    return (
        digits[:2] in ("18", "19", "20")
        and "01" <= digits[4:6] <= "12"
        and "01" <= digits[6:8] <= "31"
    )


def _tells_too_much(digits: str) -> bool:
    """Whether six digits or more of a number of nine or more are left: the place and the last four
    of an identity number, all but a few of a telephone number."""
    shown = sum(each.isdigit() for each in digits)
    return len(digits) >= 9 and shown >= 6 and len(digits) - shown >= 3
