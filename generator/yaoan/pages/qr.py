"""A page's address as a code that a telephone reads, drawn at build."""

from functools import lru_cache
from typing import NamedTuple
from xml.etree import ElementTree

import segno

_QUIET = 4
"""The free space that a reader needs around the code, in modules (ISO/IEC 18004)."""


class Drawing(NamedTuple):
    """A QR code for the shell to draw: its side in modules, and its dark ones as one stroke."""

    side: int
    path: str


@lru_cache(maxsize=4096)
def qr(address: str) -> Drawing:
    """The QR code of *address*, with the quiet zone around it."""
    code = segno.make(address, error="m", micro=False)
    drawn = ElementTree.fromstring(code.svg_inline(border=_QUIET))
    path = next(each.attrib["d"] for each in drawn.iter() if "d" in each.attrib)
    return Drawing(int(code.symbol_size(border=_QUIET)[0]), path)
