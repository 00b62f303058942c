"""A page's address as a code that a telephone reads, drawn at build."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

import segno

_QUIET = 4
"""The free space that a reader needs around the code, in modules (ISO/IEC 18004)."""
_MASK = 3
"""One of the eight patterns that keep a code from looking like its own marks; a reader is told
which. To try all for the most even code takes five times as long."""


class Drawing(NamedTuple):
    """A QR code for the shell to draw: its side in modules, and its dark ones as one stroke."""

    side: int
    path: str


@lru_cache(maxsize=64)
def qr(address: str) -> Drawing:
    """The QR code of *address*, with the quiet zone around it."""
    code = segno.make(address, error="m", micro=False, mask=_MASK)
    path = "".join(_row(row, y) for y, row in enumerate(code.matrix, _QUIET))
    return Drawing(len(code.matrix) + 2 * _QUIET, path)


def _row(modules: Iterable[int], y: int) -> str:
    """The dark modules of a row, from the left, as strokes along its middle."""
    return f"M{_QUIET} {y}.5" + "".join(_strokes(modules))


def _strokes(modules: Iterable[int]) -> Iterator[str]:
    for dark, run in groupby(modules):
        yield f"{'h' if dark else 'm'}{sum(1 for _ in run)}{'' if dark else ' 0'}"
