"""Numbers written as text that is short, and shorter still compressed: the gaps between them.

Each gap is one printable character when it is below 46, else several, the last of which is from
the first half of the alphabet. `lookup.js` reads it.
"""

from collections.abc import Sequence
from functools import cache

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
    found, last, size, gap = [], -1, 1, 0
    for char in text:
        digit = _ALPHABET.index(char)
        gap += digit % _HALF * size
        size *= _HALF
        if digit < _HALF:
            last += gap + 1
            found.append(last)
            size, gap = 1, 0
    return found


def divided(text: str) -> tuple[int, str]:
    """The first number of *text*, and the text of those after it."""
    end = next((at for at, char in enumerate(text) if _ALPHABET.index(char) < _HALF), len(text))
    return (read(text[: end + 1]) or [0])[0], text[end + 1 :]


@cache
def _table() -> list[str]:
    return [_gap(number) for number in range(1 << 15)]


def _gap(number: int) -> str:
    out = ""
    while number >= _HALF:
        out += _ALPHABET[_HALF + number % _HALF]
        number //= _HALF
    return out + _ALPHABET[number]
