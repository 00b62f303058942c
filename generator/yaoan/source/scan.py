"""Characters that must not stand in an entry, found before the parser sees them."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain, islice

from yaoan.bilingual import Bilingual
from yaoan.diagnostics import Fix, Problem, Source, Span

from .faults import FAULTS

LONGEST_LINE = 8_000
"""The most characters that one line may have."""

MOST_ODD = 500
"""How many odd characters, indents and lines of one file are told."""

_BELOW = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2"
    "\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164"
    "\ud800-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb\ufffd-\uffff"
)
_PLANES = "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(1 << 16, 0xF0000, 1 << 16)
)
_ABOVE = (
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    f"{_PLANES}\U000e0000-\U000e0fff\U000f0000-\U0010ffff"
)
_FORBIDDEN = re.compile(f"[{_BELOW}{_ABOVE}]")
"""Control, format, bidirectional, invisible, line-separating, replacement and private-use
characters (Unicode 15.1: categories Cc, Cf, Cs, Co, Zl, Zp, Default_Ignorable_Code_Point, the
blank of Braille, noncharacters), but for U+FE0E and U+FE0F, which phones put after an emoji."""
_FORBIDDEN_BELOW = re.compile(f"[{_BELOW}]")
"""Those of the basic plane, which few texts leave: looked for many times as fast."""

_TAB = re.compile(r"(?<=\S)[^\S\n]*\t[^\S\n]*")
_INDENT = re.compile(r"^[ ]*([\t\u00a0\u3000][\t\u00a0\u3000 ]*)", re.MULTILINE)
_NAMELESS = {
    "Co": Bilingual("自造字，别的电脑上显示不出来", "private-use character"),
    "Cn": Bilingual("没有定义的字符", "unassigned character"),
}
_CONTROL = Bilingual("控制字符", "control character")


def scan(source: Source) -> Iterator[Problem]:
    """Forbidden characters, indents that are not of spaces, overlong lines; the first of them."""
    return islice(chain(_characters(source), _indents(source), _lines(source)), MOST_ODD)


def _characters(source: Source) -> Iterator[Problem]:
    if hidden(source.text):
        for match in _FORBIDDEN.finditer(source.text):
            span = Span(source, match.start(), match.end())
            yield forbidden(match[0], span, Fix(span, ""))
    for match in _TAB.finditer(source.text) if "\t" in source.text else ():
        span = Span(source, match.start(), match.end())
        yield forbidden("\t", span.find("\t"), Fix(span, " "))


def _indents(source: Source) -> Iterator[Problem]:
    if not any(each in source.text for each in "\t\u00a0\u3000"):
        return
    for match in _INDENT.finditer(source.text):
        span = Span(source, match.start(1), match.end(1))
        fault = FAULTS["tab" if "\t" in match[1] else "wide_indent"]
        deeper = match.start(1) > match.start() and "\t" not in match[1]
        indent = "" if deeper else "  " * len(match[1].replace(" ", ""))
        yield fault.at(span, fix=Fix(span, indent))


def _lines(source: Source) -> Iterator[Problem]:
    if len(source.text) <= LONGEST_LINE:
        return
    for number, line in enumerate(source.text.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            start = source.start(number)
            yield FAULTS["long_line"].at(
                Span(source, start, start + 1), limit=LONGEST_LINE, line=number
            )


def forbidden(char: str, span: Span, fix: Fix | None = None) -> Problem:
    """The problem with a character that must not stand in an entry."""
    name = "CHARACTER TABULATION" if char == "\t" else unicodedata.name(char, "")
    called = Bilingual(name, name) if name else _NAMELESS.get(unicodedata.category(char), _CONTROL)
    return FAULTS["forbidden_character"].at(span, fix=fix, point=f"U+{ord(char):04X}", name=called)


def hidden(text: str) -> str | None:
    """The first forbidden character that *text* holds, such as one written as an escape."""
    below = len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text)
    found = (_FORBIDDEN_BELOW if below else _FORBIDDEN).search(text)
    return found[0] if found else None
