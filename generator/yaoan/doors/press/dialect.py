"""The Markdown that our templates write, turned into the HTML that Python-Markdown makes of it.

Every character that a person typed stands in a page as itself or as a number (`&#42;`), so what
has a meaning in Markdown was written by a template, and templates write little: headings, lists,
facts, paragraphs, boxes, a few tags. This module knows these and nothing else. It raises Unknown
for all others, and Python-Markdown converts the page. That both make the same is tested on every
page of the sample and on texts made up from the dialect.
"""

import re
from functools import lru_cache
from typing import Any

from .inline import inline
from .tags import BLOCK, INLINE, Unknown, attributes, balance, begins_text, marks, opening
from .text import Box, Heading, Text, loose

_BLOCKS = re.compile(r"\n{2,}")
_OPEN = re.compile(r'<(div|section|nav)((?: [a-z-]+="[^"<>&]*")*) markdown="1">')
_CLOSE = re.compile(r"</(div|section|nav)>")
_HEADING = re.compile(r"(#{1,6}) ([^\n]*[^\n# ]) (\{:[^{}\n]*\})")
_ITEM = re.compile(r"(?:(-)   |\d+\.  )(?=\S)")
_START = re.compile(
    r"[#:>|~`=+\s-]|\*(?!\*[^*])|\d+[.)](?:\s|$)|\[[^\]]*\]:" + rf"|<(?!/?{INLINE}[ >])"
)
"""How a line of text does not begin: it would be something else."""
_COMMENT = "<!-- -->"
"""Keeps two lists apart. No comment is published."""
_SHORT = 300
"""A text of fewer characters is worth remembering: it may be a summary that many pages show."""
_OTHER = re.compile(rf"\n(?=#|</?{BLOCK}[ >])")
"""Where a line of a block begins something of its own."""


def convert(markdown: str, depth: int) -> Text:
    """The HTML of a page whose address lies *depth* folders below the folder of its Markdown.

    Raises Unknown when the page has anything that this dialect does not know.
    """
    page = _Page(depth)
    for block in _BLOCKS.split(markdown.strip("\n")):
        page.block(block)
    return page.whole


class _Page:
    """A page being converted, block by block."""

    def __init__(self, depth: int) -> None:
        self.depth = depth
        self.boxes = [Box()]
        self.headings: list[Heading] = []

    @property
    def whole(self) -> Text:
        if len(self.boxes) > 1:
            raise Unknown("a box that does not end")
        self.boxes[0].end_list()
        return Text("\n".join(self.boxes[0].inner).strip(), tuple(self.headings))

    def block(self, block: str) -> None:
        first = block[:1]
        if first == "<" and not begins_text(block):
            self._tags(block)
        elif first != "#" and (other := _OTHER.search(block)):
            self.block(block[: other.start()])
            self.block(block[other.start() + 1 :])
        elif first == "#":
            self._heading(block)
        elif "\n:   " in block or first == ":":
            self._facts(block)
        elif _ITEM.match(block):
            self._list(block)
        else:
            self._paragraph(block)

    def _tags(self, block: str) -> None:
        """Lines that open and close boxes, and lines of HTML that stand as they are."""
        if block == _COMMENT:
            return self._raw([""])
        raw: list[str] = []
        within = 0
        lines = block.split("\n")
        for number, line in enumerate(lines):
            if within:
                within += balance(line)
                raw.append(line)
                continue
            kind, *told = _kind(line)
            if kind == "raw":
                within += told[0]
                raw.append(line)
                continue
            self._raw(raw)
            if kind == "text":
                return self.block("\n".join(lines[number:]))
            if kind == "open":
                self.boxes[-1].end_list()
                self.boxes.append(Box(*told))
            else:
                self._close(line)
        if within:
            raise Unknown(block)
        return self._raw(raw)

    def _raw(self, lines: list[str]) -> None:
        """HTML as it stands. Outside every box Python-Markdown leaves an empty line after it."""
        if lines:
            self.boxes[-1].put("\n".join(lines) + ("" if len(self.boxes) > 1 else "\n"))
            lines.clear()

    def _close(self, line: str) -> None:
        box = self.boxes.pop()
        if box.closes != line:
            raise Unknown(line)
        self.boxes[-1].put(box.whole)

    def _heading(self, block: str) -> None:
        line, _, rest = block.partition("\n")
        found = _HEADING.fullmatch(line)
        given = marks(found[3]) if found else {}
        if not found or "id" not in given:
            raise Unknown(block)
        level, words = len(found[1]), inline(found[2], self.depth)
        self.boxes[-1].put(f"<h{level}{attributes(given)}>{words}</h{level}>")
        self.headings.append(Heading(level, given["id"], words))
        if rest:
            self.block(rest)

    def _facts(self, block: str) -> None:
        """Terms, a line each, and what is said of them, each on a line after a colon."""
        box, lines = self.boxes[-1], block.split("\n")
        said = next(n for n, line in enumerate(lines) if line[:1] == ":")
        if not box.goes_on("dl") and not said:
            raise Unknown(block)
        box.items += [f"<dt>{_text(line, self.depth)}</dt>" for line in lines[:said]]
        for line in lines[said:]:
            if line[:4] != ":   ":
                raise Unknown(line)
            box.items.append(f"<dd>{_text(line[4:], self.depth)}</dd>")

    def _list(self, block: str) -> None:
        """Items of a list, a line each; those after an empty line are paragraphs in it."""
        made, kinds = [], set()
        for line in block.split("\n"):
            sign = _ITEM.match(line)
            if not sign:
                raise Unknown(line)
            kinds.add("ul" if sign[1] else "ol")
            made.append(f"<li>{_text(line[sign.end() :], self.depth)}</li>")
        box, kind = self.boxes[-1], kinds.pop()
        if kinds or {box.kind, kind} == {"ul", "ol"}:
            raise Unknown(block)
        if box.goes_on(kind):
            box.items[-1], made[0] = loose(box.items[-1]), loose(made[0])
        box.items += made

    def _paragraph(self, block: str) -> None:
        text, _, last = block.rpartition("\n")
        given = ""
        if last[:2] == "{:" and text:
            block, given = text, attributes(marks(last))
        for line in block.split("\n"):
            _check(line)
        words = (
            _text(block, self.depth)
            if len(block) < _SHORT and block[-1] != " "
            else inline(block, self.depth)
        )
        self.boxes[-1].put(f"<p{given}>{words}</p>")


@lru_cache(maxsize=30_000)
def _kind(line: str) -> tuple[Any, ...]:
    """What a line is where no HTML is open: `text`, `close`, `open` with the two tags of the box,
    or `raw` with how many elements it leaves open. Raises Unknown."""
    if line[:1] != "<" or begins_text(line):
        return ("text",)
    if opens := _OPEN.fullmatch(line):
        return "open", opening(*opens.groups()), f"</{opens[1]}>"
    if _CLOSE.fullmatch(line):
        return ("close",)
    left = balance(line)
    if left < 0:
        raise Unknown(line)
    return "raw", left


@lru_cache(maxsize=30_000)
def _text(line: str, depth: int) -> str:
    """The text of a line by itself: a fact, an item of a list."""
    if line[-1:] == " ":
        raise Unknown(line)
    _check(line)
    return inline(line, depth)


def _check(line: str) -> None:
    """Raise Unknown for a line that does not begin or end as text does."""
    if not line or _START.match(line) or line[-2:] == "  ":
        raise Unknown(line)
