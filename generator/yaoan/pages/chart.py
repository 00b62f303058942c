"""A bar chart, drawn at build as an SVG that a screen reader can name and any screen can show.

It has no view box: its text has the size of the page's text, whatever the width, and bars take a
share of the width. Colours come from the style sheet, for the policy forbids styles in a page.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from yaoan.bilingual import Bilingual, Language
from yaoan.words import say

from . import marks
from .escape import escape

LINE = 13
"""How many Chinese characters a line of a label holds; what fits the narrowest phone."""
_WIDEST = 84
"""How much of the width the longest bar takes, in hundredths; its number stands behind it."""
_ODD = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold."""
_WORDS = re.compile(r"[^\s\u2e80-\uffef]+\s*|.[、，。；：？！）》」』”’]*\s*", re.DOTALL)
"""A word, or a Chinese character with the marks that may not begin a line."""


@dataclass(frozen=True)
class Bar:
    """One bar: what it counts, in the page's words, and how many."""

    label: str
    count: int


def chart(bars: Sequence[Bar], title: str, about: str, ident: str, kind: str = "") -> Markup:
    """*bars* below each other, each under its label and before its number.

    *ident* is an id that the page has nowhere else; *kind* is a class for the style sheet.
    """
    most = max((bar.count for bar in bars), default=0) or 1
    drawn, at = [], 0.0
    for bar in bars:
        piece, at = _bar(bar, at, most)
        drawn.append(piece)
    return Markup(
        '<figure class="chart{}"><svg xmlns="http://www.w3.org/2000/svg" role="img" '
        'aria-labelledby="{}-title {}-about" width="100%" height="{}em">'
        '<title id="{}-title">{}</title><desc id="{}-about">{}</desc>{}</svg></figure>'
    ).format(
        f" {kind}" if kind else "",
        *(ident, ident, _size(at), ident, _said(title), ident, _said(about)),
        Markup("").join(drawn),
    )


def counted(
    language: Language,
    title: Bilingual,
    counts: Sequence[tuple[Bilingual, int]],
    invented: bool,
) -> Markup:
    """A chart in *language* of how many there are of each; nothing where there are none."""
    bars = [Bar(name.in_(language), count) for name, count in counts]
    if not bars:
        return Markup("")
    most = max(bars, key=lambda bar: bar.count)
    named = say("invented_title", title=title) if invented else title
    about = say("chart_about", bars=len(bars), name=most.label, most=most.count)
    kind = "invented" if invented else ""
    ident = marks.same("chart")
    return marks.another("chart") + chart(
        bars, named.in_(language), about.in_(language), ident, kind
    )


def _bar(bar: Bar, at: float, most: int) -> tuple[Markup, float]:
    """The bar drawn from *at* downwards, in ems, and where it ends."""
    drawn = Markup("")
    for line in lines(bar.label):
        at += 1.4
        drawn += Markup('<text y="{}em">{}</text>').format(_size(at - 0.4), _said(line))
    share = bar.count * _WIDEST / most
    drawn += Markup(
        '<rect y="{}em" width="{}%" height="1em" rx="2"/>'
        '<text class="many" x="{}%" dx=".4em" y="{}em">{}</text>'
    ).format(_size(at), _size(share), _size(share), _size(at + 0.85), bar.count)
    return drawn, at + 1.7


def lines(label: str) -> Iterator[str]:
    """*label* in lines of about `LINE` Chinese characters; joined they are the label again."""
    line, wide = "", 0.0
    for word in _pieces(_ODD.sub("\ufffd", label)):
        width = sum(map(_width, word))
        if line and wide + width > LINE:
            yield line
            line, wide = "", 0.0
        line, wide = line + word, wide + width
    yield line


def _pieces(label: str) -> Iterator[str]:
    """Where a line may break: before a Chinese character, between words, in a word too long."""
    for word in _WORDS.findall(label):
        for start in range(0, len(word), LINE):
            yield word[start : start + LINE]


def _width(char: str) -> float:
    return 1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.5


def _said(text: str) -> Markup:
    return escape(_ODD.sub("\ufffd", text))


def _size(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
