"""Characters that must not stand in an entry, found before the parser sees them."""

import re
import unicodedata
from collections.abc import Iterator

from yaoan.bilingual import Bilingual
from yaoan.diagnostics import Fix, Problem, Source, Span

from .faults import FAULTS

LONGEST_LINE = 8_000
"""The most characters that one line may have."""

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069"
    "\ufeff\ufff9-\ufffb\ufffd-\uffff\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
"""Control, bidirectional, zero-width, line-separating, replacement and private-use characters."""

_INDENT = re.compile(r"^[ ]*([\t\u00a0\u3000][\t\u00a0\u3000 ]*)", re.MULTILINE)
_NAMELESS = Bilingual("控制字符", "control character")


def scan(source: Source) -> Iterator[Problem]:
    """Every forbidden character, every indent that is not of spaces, every overlong line."""
    for match in _FORBIDDEN.finditer(source.text):
        span = Span(source, match.start(), match.end())
        name = unicodedata.name(match[0], "")
        yield FAULTS["forbidden_character"].at(
            span,
            fix=Fix(span, ""),
            point=f"U+{ord(match[0]):04X}",
            name=Bilingual(name, name) if name else _NAMELESS,
        )
    for match in _INDENT.finditer(source.text):
        span = Span(source, match.start(1), match.end(1))
        fault = FAULTS["tab" if "\t" in match[1] else "wide_indent"]
        yield fault.at(span, fix=Fix(span, "  " * len(match[1].replace(" ", ""))))
    for number, line in enumerate(source.text.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            start = source.text.find(line)
            yield FAULTS["long_line"].at(
                Span(source, start, start + 1), limit=LONGEST_LINE, line=number
            )
