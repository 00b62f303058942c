"""A page's address as a code that a telephone reads, drawn at build."""

from functools import lru_cache

import segno
from markupsafe import Markup

_QUIET = 4
"""The free space that a reader needs around the code, in modules (ISO/IEC 18004)."""


@lru_cache(maxsize=4096)
def qr(address: str) -> Markup:
    """The QR code of *address* as an SVG of one path, without a size of its own."""
    code = segno.make(address, error="m", micro=False)
    drawn = code.svg_inline(
        border=_QUIET, omitsize=True, svgclass=None, lineclass=None, dark="#000", light=None
    )
    return Markup(drawn)
