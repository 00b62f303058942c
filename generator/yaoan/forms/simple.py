"""Prose of the simplest kind, read without the parser of Markdown, which takes ten times as long.

Paragraphs and plain lists that begin at the margin, with no markup in them but `**` and everyday
links, mean what they say. All else is left to the parser; a text that both read they read alike.
"""

import re
from collections.abc import Callable
from unicodedata import category

from .blocks import Block, Bullets, Emphasis, Inline, Link, Paragraph, Words
from .stars import WIDE

_ODD = ("`", "<", "\\", "\t", "![", "***")
"""Signs of markup that is not for us."""
_LINE = r"(?![#>+=~|:_\-]|\*(?!\*[^\s*])|\d+[.)])\S(?:.*\S)?"
_PARAGRAPH = re.compile(rf"{_LINE}(?:\n{_LINE})*")
_BULLETS = re.compile(rf"- {_LINE}(?:\n- {_LINE})*")
_NUMBERED = re.compile(rf"1\. {_LINE}(?:\n\d{{1,9}}\. {_LINE})*")
_MARKER = re.compile(r"^(?:-|\d+\.) ", re.MULTILINE)
_APART = re.compile(r"\n{2,}")
_LINK = r"\[[^\[\]*\n]+\]\((?:[a-z]+-[0-9]{4}-[0-9]{4,}|https?://[a-z0-9.-]+\.[a-z]+(?:/[a-zA-Z0-9./-]*)?)\)"
_SIGNS = re.compile(rf"(\*\*|\n|{_LINK})")
_PUNCTUATION = re.compile(r"[^\w\s]|_")

Joint = Callable[[str, str], str]
"""What stands between two lines: the last sign of one, the first of the next."""


class _NotSimpleError(Exception):
    """The text takes the parser."""


def simple(text: str, joint: Joint) -> tuple[Block, ...] | None:
    """The blocks of *text*; None when it is not simple enough."""
    if any(each in text for each in _ODD):
        return None
    blocks: list[Block] = []
    try:
        for part in _APART.split(text):
            block, last = _block(part, joint), blocks[-1] if blocks else None
            match block, last:
                case Bullets(more, ordered), Bullets(items, same) if ordered is same:
                    blocks[-1] = Bullets(items + more, ordered)
                case _:
                    blocks.append(block)
    except _NotSimpleError:
        return None
    return tuple(blocks)


def _block(part: str, joint: Joint) -> Block:
    if _PARAGRAPH.fullmatch(part):
        return Paragraph(_inlines(part, joint))
    ordered = part[:1] == "1"
    if not (_NUMBERED if ordered else _BULLETS).fullmatch(part):
        raise _NotSimpleError
    items = _MARKER.sub("", part).split("\n")
    return Bullets(tuple((Paragraph(_inlines(item, joint)),) for item in items), ordered)


def _inlines(text: str, joint: Joint) -> tuple[Inline, ...]:
    """The words, and the strong words between two pairs of stars."""
    parts = _SIGNS.split(text)
    if len(parts) == 1 and "](" not in text:
        return (Words(text),)
    if text.count("](") != sum(sign[0] == "[" for sign in parts[1::2]):
        raise _NotSimpleError
    whole: list[Inline] = []
    strong: list[Inline] | None = None
    at = 0
    for index, part in enumerate(parts):
        found = whole if strong is None else strong
        if not index % 2:
            found += [Words(part)] if part else []
        elif part == "\n":
            last = found[-1].text[-1:] if found and isinstance(found[-1], Words) else ""
            found.append(Words(joint(last, parts[index + 1][:1])))
        elif part == "**":
            _allow(text, at, opening=strong is None)
            if strong is None:
                strong = []
            else:
                whole.append(Emphasis(tuple(strong), strong=True))
                strong = None
        else:
            said, _, target = part[1:-1].partition("](")
            found.append(Link(target, (Words(said),)))
        at += len(part)
    if strong is not None:
        raise _NotSimpleError
    return tuple(whole)


def _allow(text: str, at: int, *, opening: bool) -> None:
    """Whether the stars at the offset *at* are what they seem to be, beyond any doubt."""
    before, after = text[max(at - 1, 0) : at] or " ", text[at + 2 : at + 3] or " "
    inside, outside = (after, before) if opening else (before, after)
    wide = bool(WIDE.match(before) or WIDE.match(after))
    plain = not _PUNCTUATION.match(inside) or outside.isspace() or _PUNCTUATION.match(outside)
    unassigned = "Cn" in (category(before), category(after))
    if inside.isspace() or unassigned or not (wide or plain):
        raise _NotSimpleError
