"""Read the small, safe part of Markdown that prose may hold into plain values.

Nothing of the typed markup reaches a page, for the pages room writes these values anew with every
character escaped. Markup outside the subset is refused with its place, never stripped.
"""

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from yaoan.bilingual import Bilingual

from .blocks import ENTRY_LINK, Block, Bullets, Emphasis, Figure, Inline, Link, Paragraph, Words
from .simple import simple
from .stars import chinese_emphasis
from .value import misread

_OUTSIDE = re.compile(
    r"(?:https?://[^\s<>\"'`\\/?#@]+(?:[/?#][^\s<>\"'`\\]*)?"
    r"|mailto:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|tel:\+?[\d-]+)",
    re.ASCII,
)
"""Addresses outside; none with a user name, by which `https://office.gov.cn@evil` deceives."""
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]")

_PARSER = MarkdownIt("commonmark", {"html": True}).enable("table")
_PARSER.disable(["reference", "autolink", "entity", "text_join"])
_PARSER.validateLink = lambda url: True  # type: ignore[method-assign]
_DEEPEST = 3
"""How many lists may stand in one another, or strong texts and links."""
chinese_emphasis(_PARSER)

_TOO_DEEP = Bilingual("超过三层的列表", "a list nested more than three deep")
_TOO_STRESSED = Bilingual(
    "超过三层的加粗和链接", "strong text or links nested more than three deep"
)
_REFUSED = {
    "heading_open": Bilingual("标题", "a heading"),
    "blockquote_open": Bilingual("引用块", "a block quotation"),
    "code_block": Bilingual("代码", "code"),
    "fence": Bilingual("代码", "code"),
    "code_inline": Bilingual("代码", "code"),
    "hr": Bilingual("分隔线", "a dividing line"),
    "html_block": Bilingual("网页代码", "HTML"),
    "html_inline": Bilingual("网页代码", "HTML"),
    "table_open": Bilingual("表格", "a table"),
    "image": Bilingual(
        "这样写的图片（先把图片写进 pictures；要放在正文里，自己占一段写 ![](1)，1 是第几张）",
        "a picture written so (list it under `pictures`; to place it, write ![](1) as a paragraph "
        "of its own, 1 being its number in the list)",
    ),
}


def parse(text: str) -> tuple[Block, ...]:
    """The blocks of *text*; raises `misread("markup" | "bad_link")` at what is not allowed."""
    if not text:
        return ()
    found = simple(text, _between)
    return found if found is not None else parsed(text)


def parsed(text: str) -> tuple[Block, ...]:
    """The same by the parser of Markdown, which knows all that may be written."""
    return _blocks(_PARSER.parse(text), text.split("\n"), 0)


def _blocks(tokens: Sequence[Token], lines: list[str], depth: int) -> tuple[Block, ...]:
    blocks: list[Block] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.type in _REFUSED:
            line = lines[token.map[0]].strip() if token.map else ""
            raise misread("markup", where=line, what=_REFUSED[token.type])
        if token.type in ("bullet_list_open", "ordered_list_open"):
            close = _close(tokens, index)
            _allow_list(token, lines, depth)
            items = _items(tokens[index + 1 : close], lines, depth + 1)
            blocks.append(Bullets(items, token.type.startswith("ordered")))
            index = close
        elif token.type == "inline":
            figure = None if depth else _figure(token.children or [])
            blocks.append(figure or Paragraph(_inlines(token.children or [])))
        index += 1
    return tuple(blocks)


def _figure(tokens: Sequence[Token]) -> Figure | None:
    """A picture that stands alone in its paragraph, by its number and without words of its own."""
    if len(tokens) != 1 or tokens[0].type != "image":
        return None
    number = str(tokens[0].attrGet("src"))
    bare = not tokens[0].content and not tokens[0].attrGet("title")
    return Figure(int(number)) if bare and re.fullmatch("[1-9][0-9]?", number) else None


def _allow_list(token: Token, lines: list[str], depth: int) -> None:
    where = lines[token.map[0]].strip() if token.map else ""
    if depth >= _DEEPEST:
        raise misread("markup", where=where, what=_TOO_DEEP)
    if token.attrGet("start") not in (None, 1):
        raise misread("list_start", where=where, number=token.attrGet("start"))


def _items(tokens: Sequence[Token], lines: list[str], depth: int) -> tuple[tuple[Block, ...], ...]:
    items = []
    index = 0
    while index < len(tokens):
        close = _close(tokens, index)
        items.append(_blocks(tokens[index + 1 : close], lines, depth))
        index = close + 1
    return tuple(items)


def _close(tokens: Sequence[Token], start: int) -> int:
    level = tokens[start].level
    return next(
        i
        for i in range(start + 1, len(tokens))
        if tokens[i].level == level and tokens[i].nesting < 0
    )


def _inlines(tokens: Sequence[Token], depth: int = 0) -> tuple[Inline, ...]:
    if depth > _DEEPEST:
        where = next((each.content for each in tokens if each.content), "")
        raise misread("markup", where=where, what=_TOO_STRESSED)
    found: list[Inline] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.type in _REFUSED:
            where = token.content
            if token.type == "code_inline":
                where = f"{token.markup}{where}\0{where}"
            if token.type == "image":
                where = f"![{where}]"
            raise misread("markup", where=where, what=_REFUSED[token.type])
        if token.nesting == 1:
            close = _close(tokens, index)
            found.append(_nested(token, _inlines(tokens[index + 1 : close], depth + 1)))
            index = close
        elif token.type in ("softbreak", "hardbreak"):
            following = tokens[index + 1].content if index + 1 < len(tokens) else ""
            found.append(Words(_joint(found, following)))
        elif token.content:
            if token.type == "text" and "**" in token.content:
                raise misread("loose_stars", where=f"{token.content.strip()}\0**")
            found.append(Words(token.content))
        index += 1
    return tuple(found)


def _nested(token: Token, inner: tuple[Inline, ...]) -> Inline:
    if token.type != "link_open":
        return Emphasis(inner, strong=token.type == "strong_open")
    target = str(token.attrGet("href") or "")
    if token.attrGet("title") or not (ENTRY_LINK.fullmatch(target) or _OUTSIDE.fullmatch(target)):
        raise misread("bad_link", where=target, target=target)
    return Link(target, inner)


def _joint(before: list[Inline], following: str) -> str:
    """What joins two lines of a paragraph: nothing between Chinese characters, else a space."""
    last = before[-1].text[-1:] if before and isinstance(before[-1], Words) else ""
    return _between(last, following[:1])


def _between(last: str, first: str) -> str:
    return "" if _WIDE.match(last) or _WIDE.match(first) else " "
