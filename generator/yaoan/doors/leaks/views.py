"""The ways in which a text may be read: as it stands, its escapes undone, its tags taken out."""

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from .bare import SEAM
from .replaced import Kept, replaced

_ESCAPE = re.compile(
    r"[%&\\](?:"
    r"(?<=%)(?P<percent>[0-9a-f]{2}(?:%[0-9a-f]{2})*)"
    r"|(?<=&)(?P<entity>#x[0-9a-f]{1,6};?|#[0-9]{1,7};?|[a-z][a-z0-9]{1,31};)"
    r"|(?<=\\)\\*(?:(?P<units>u[0-9a-f]{4}(?:\\+u[0-9a-f]{4})*)"
    r"|u\{(?P<brace>[0-9a-f]{1,6})\}|x(?P<byte>[0-9a-f]{2})|(?P<css>[0-9a-f]{2,6})\s?)"
    r"|(?<=\\)(?:(?P<space>[nrtfv])|(?P<same>[^\w\s])))",
    re.IGNORECASE,
)
INLINE = (
    "a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|rb|rp|rt|ruby|s|samp|small|"
    "span|strong|sub|sup|time|tspan|u|var|wbr"
)
"""The tags, as an expression, that do not part what stands on their two sides."""
_INLINE = re.compile(
    r"[<\]](?:(?<=<)(?:!\[CDATA\[|!--.*?-->|[!?][^<>]*>"
    rf"|/?(?:{INLINE})(?![\w:-])[^<>]*>)|(?<=\])\]>)",
    re.IGNORECASE | re.DOTALL,
)
"""Those tags, comments, and the ends of CDATA."""
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_ROUNDS = 3
"""Text escaped in text escaped in text: no deeper is anything that we or our tools write."""


@dataclass(frozen=True)
class View:
    """A text as read in one way, and where each part of it stands in the text as written."""

    text: str
    origin: Callable[[int], int] = lambda at: at


@dataclass(frozen=True)
class Step:
    """A way of reading: what *pattern* matches is put otherwise; it matches nothing in a text
    without any of the characters *marks*."""

    pattern: re.Pattern[str]
    put: Callable[[re.Match[str]], str] | str
    marks: str

    def read(self, text: str) -> str:
        if not any(mark in text for mark in self.marks):
            return text
        if isinstance(self.put, str):
            return self.pattern.sub(self.put, text)
        return replaced(*self._fast, text)

    @cached_property
    def _fast(self) -> tuple[re.Pattern[str], Kept]:
        """The pattern as one group, and what each thing that it finds becomes."""
        whole = re.sub(r"\(\?P<\w+>", "(?:", self.pattern.pattern)
        one = re.compile(f"({whole})", self.pattern.flags)
        return one, Kept(lambda thing: self.pattern.sub(self.put, thing))

    def traced(self, view: View) -> View:
        """As `read`, every place of the new text traced to the one it came from."""
        parts, starts, came, end, size = [""], [0], [(0, 1)], 0, 0
        for match in self.pattern.finditer(view.text):
            kept = view.text[end : match.start()]
            made = self.put if isinstance(self.put, str) else self.put(match)
            end = match.end()
            parts += [kept, made]
            starts += [size + len(kept), size + len(kept) + len(made)]
            came += [(match.start(), 0), (end, 1)]
            size = starts[-1]

        def origin(at: int) -> int:
            index = bisect_right(starts, at) - 1
            place, moves = came[index]
            return view.origin(place + moves * (at - starts[index]))

        return View("".join([*parts, view.text[end:]]), origin)


def _unescaped(match: re.Match[str]) -> str:
    kind, text = match.lastgroup, match[0]
    if kind == "percent":
        return unquote(text, errors="surrogateescape")
    if kind == "entity":
        return html.unescape(text)
    if kind == "units":
        units = bytes.fromhex("".join(re.findall(r"u(....)", text)))
        return units.decode("utf-16-be", "surrogatepass")
    if kind == "space":
        return " "
    if kind == "same":
        return match["same"]
    code = int(match[kind or 0], 16)
    return chr(code) if code <= 0x10FFFF else SEAM


_UNESCAPE = Step(_ESCAPE, _unescaped, "%&\\")
_UNTAG = (Step(_INLINE, "", "<]"), Step(_TAG, SEAM, "<"))
_MARKUP, _ODD = re.compile(r"(<[^<>]*>)"), ("<!--", "<![", "]]>")
_LEFT = Kept(lambda tag: _TAG.sub(SEAM, _INLINE.sub("", tag)))
"""What is left of each tag."""


def unescaped(text: str) -> Iterator[str]:
    """*text* as it stands, then with its escapes undone once, twice, …, each once."""
    for _ in range(_ROUNDS + 1):
        yield text
        if (read := _UNESCAPE.read(text)) == text:
            return
        text = read


def readings(text: str) -> Iterator[tuple[str, tuple[Step, ...]]]:
    """*text* as in `unescaped`, last without tags too; and the steps that made each."""
    read, steps = text, tuple[Step, ...]()
    for rounds, read in enumerate(unescaped(text)):
        steps = (_UNESCAPE,) * rounds
        yield read, steps
    untagged = _untagged(read)
    if untagged != read:
        yield untagged, (*steps, *_UNTAG)


def _untagged(text: str) -> str:
    """*text* without its tags: all at once where each `<` begins one, else step by step."""
    parts = _MARKUP.split(text)
    if any(odd in text for odd in _ODD) or any("<" in part for part in parts[::2]):
        for step in _UNTAG:
            text = step.read(text)
        return text
    parts[1::2] = map(_LEFT.__getitem__, parts[1::2])
    return "".join(parts)


def traced(text: str, steps: tuple[Step, ...]) -> View:
    """The view of *text* that *steps* make, with the origin of each place."""
    view = View(text)
    for step in steps:
        view = step.traced(view)
    return view
