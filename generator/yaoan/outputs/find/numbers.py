"""Numbers written as text that is short, and shorter still compressed: the gaps between them.

Each gap is one printable character when it is below 46, else several, the last of which is from
the first half of the alphabet. `lookup.js` reads it.
"""

import re
from collections.abc import Sequence
from functools import cache, reduce
from itertools import accumulate

_ALPHABET = "".join(chr(code) for code in range(33, 125) if chr(code) not in '"\\')
_HALF = len(_ALPHABET) // 2


def written(numbers: Sequence[int]) -> str:
    """Rising *numbers*, the first of them 0 or more, as text."""
    table = _table()
    try:
        return "".join([table[b - a - 1] for a, b in zip((-1, *numbers), numbers, strict=False)])
    except IndexError:
        return "".join([_gap(b - a - 1) for a, b in zip((-1, *numbers), numbers, strict=False)])


def read(text: str) -> list[int]:
    """The numbers that *text* was written from."""
    steps = map(_STEPS.__getitem__, _ONE.findall(text))
    return list(accumulate(steps, initial=-1))[1:]


def divided(text: str) -> tuple[int, str]:
    """The first number of *text*, and the text of those after it."""
    first = _ONE.match(text)
    return (_STEPS[first[0]] - 1, text[first.end() :]) if first else (0, "")


class _Steps(dict[str, int]):
    """How far it is to the next number, for each way in which a gap is written."""

    def __missing__(self, gap: str) -> int:
        digits = (_ALPHABET.index(char) % _HALF for char in reversed(gap))
        self[gap] = made = reduce(lambda more, digit: more * _HALF + digit, digits) + 1
        return made


_STEPS = _Steps()
_ONE = re.compile(f"[{re.escape(_ALPHABET[_HALF:])}]*[{re.escape(_ALPHABET[:_HALF])}]")


@cache
def _table() -> list[str]:
    return [_gap(number) for number in range(1 << 15)]


def _gap(number: int) -> str:
    out = ""
    while number >= _HALF:
        out += _ALPHABET[_HALF + number % _HALF]
        number //= _HALF
    return out + _ALPHABET[number]
