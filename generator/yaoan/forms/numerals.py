"""Chinese numerals, as articles of law are counted: 一百四十二."""

import re

_DIGITS = "零一二三四五六七八九"
_UNITS = {"十": 10, "百": 100, "千": 1000}
NUMERAL = "[零一二三四五六七八九十百千两]+"


def to_number(text: str) -> int:
    """`一百四十二` → 142; also accepts `142`. Raises ValueError for anything else."""
    if re.fullmatch("[1-9][0-9]{0,3}", text):
        return int(text)
    if not re.fullmatch(NUMERAL, text):
        raise ValueError(text)
    total = digit = 0
    for char in text.replace("两", "二"):
        if char in _UNITS:
            total += (digit or 1) * _UNITS[char]
            digit = 0
        else:
            digit = _DIGITS.index(char)
    number = total + digit
    if text.replace("两", "二").removeprefix("一") != to_chinese(number).removeprefix("一"):
        raise ValueError(text)
    return number


def to_chinese(number: int) -> str:
    """142 → `一百四十二`, for 1 to 9999."""
    out, pending_zero = "", False
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // size % 10
        if digit:
            out += ("零" if pending_zero and out else "") + _DIGITS[digit] + unit
            pending_zero = False
        elif out:
            pending_zero = True
    return out.removeprefix("一") if out.startswith("一十") else out
