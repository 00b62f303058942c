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
_NAMELESS = {
    "Co": Bilingual("自造字，别的电脑上显示不出来", "private-use character"),
    "Cn": Bilingual("没有定义的字符", "unassigned character"),
}
_CONTROL = Bilingual("控制字符", "control character")


def scan(source: Source) -> Iterator[Problem]:
    """Every forbidden character, every indent that is not of spaces, every overlong line."""
    for match in _FORBIDDEN.finditer(source.text):
        span = Span(source, match.start(), match.end())
        yield forbidden(match[0], span, Fix(span, ""))
    for match in _INDENT.finditer(source.text):
        span = Span(source, match.start(1), match.end(1))
        fault = FAULTS["tab" if "\t" in match[1] else "wide_indent"]
        deeper = match.start(1) > match.start() and "\t" not in match[1]
        indent = "" if deeper else "  " * len(match[1].replace(" ", ""))
        yield fault.at(span, fix=Fix(span, indent))
    for number, line in enumerate(source.text.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            start = source.start(number)
            yield FAULTS["long_line"].at(
                Span(source, start, start + 1), limit=LONGEST_LINE, line=number
            )


def forbidden(char: str, span: Span, fix: Fix | None = None) -> Problem:
    """The problem with a character that must not stand in an entry."""
    name = unicodedata.name(char, "")
    called = Bilingual(name, name) if name else _NAMELESS.get(unicodedata.category(char), _CONTROL)
    return FAULTS["forbidden_character"].at(span, fix=fix, point=f"U+{ord(char):04X}", name=called)


def hidden(text: str) -> str | None:
    """The first forbidden character that *text* holds, such as one written as an escape."""
    found = _FORBIDDEN.search(text)
    return found[0] if found else None
