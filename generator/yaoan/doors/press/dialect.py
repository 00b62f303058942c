"""The Markdown that our templates write, turned into the HTML that Python-Markdown makes of it.

Every character that a person typed stands in a page as itself or as a number (`&#42;`), so what
has a meaning in Markdown was written by a template, and templates write little: headings, lists,
facts, paragraphs, boxes, a few tags. This module knows these and nothing else. It raises Unknown
for all others, and Python-Markdown converts the page. That both make the same is tested on every
page of the sample and on texts made up from the dialect.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from .inline import TAG, Unknown, attributes, inline, marks

_BLOCKS = re.compile(r"\n{2,}")
_OPEN = re.compile(r'<(div|section|nav)((?: [a-z-]+="[^"<>&]*")*) markdown="1">')
_CLOSE = re.compile(r"</(div|section|nav)>")
_GIVEN = re.compile(r' ([a-z-]+)="([^"]*)"')
_HEADING = re.compile(r"(#{1,6}) ([^\n]*[^\n# ]) (\{:[^{}\n]*\})")
_RAW_TAG = re.compile(
    rf'{TAG}|<(/?)(p|div|details|summary)(?: (?:class|id|lang|data-[a-z-]+)="[^"<>]*")*>'
)
_ITEM = re.compile(r"(?:(-)   |\d+\.  )(?=\S)")
_START = re.compile(r"[#:>|~`=+\s-]|\*(?!\*[^*])|\d+[.)](?:\s|$)|\[[^\]]*\]:|<(?!/?(?:span|strong|em|b|a|time|small|abbr)[ >])")
"""How a line of text does not begin: it would be something else."""

_COMMENT = "<!-- -->"
"""Keeps two lists apart. No comment is published."""
_OTHER = re.compile(r"\n(?=#|</?(?:p|div|section|nav|details)[ >])")
"""Where a line of a block begins something of its own."""


class Heading(NamedTuple):
    """A heading of a page: 1 for the title and so on, its id, its words as HTML."""

    level: int
    id: str
    words: str


class Text(NamedTuple):
    """What the Markdown of a page says, as HTML, and its headings in their order."""

    html: str
    headings: tuple[Heading, ...]


@dataclass
class _Box:
    """An element being written: what opens and closes it, and what was put into it."""

    opens: str = ""
    closes: str = ""
    inner: list[str] = field(default_factory=list)
    kind: str = ""
    """The list that stands last in it and may go on: `ul`, `ol`, `dl`; empty for anything else."""
    items: list[str] = field(default_factory=list)

    def end_list(self) -> None:
        """Put the list that was being written into the box."""
        if self.kind:
            self.inner.append("\n".join([f"<{self.kind}>", *self.items, f"</{self.kind}>"]))
            self.kind, self.items = "", []

    def put(self, html: str) -> None:
        self.end_list()
        self.inner.append(html)

    def whole(self) -> str:
        self.end_list()
        return "\n".join([self.opens, *self.inner, self.closes]) if self.inner else self.opens + self.closes


def convert(markdown: str, depth: int) -> Text:
    """The HTML of a page whose address lies *depth* folders below the folder of its Markdown.

    Raises Unknown when the page has anything that this dialect does not know.
    """
    page = _Page(depth)
    for block in _BLOCKS.split(markdown.strip("\n")):
        page.block(block)
    if len(page.boxes) > 1:
        raise Unknown("a box that does not end")
    top = page.boxes[0]
    top.end_list()
    return Text("\n".join(top.inner).strip(), tuple(page.headings))


class _Page:
    """A page being converted, block by block."""

    def __init__(self, depth: int) -> None:
        self.depth = depth
        self.boxes = [_Box()]
        self.headings: list[Heading] = []

    def block(self, block: str) -> None:
        first = block[:1]
        if block == _COMMENT:
            self.boxes[-1].put("" if len(self.boxes) > 1 else "\n")
        elif first not in "<#" and (other := _OTHER.search(block)):
            self.block(block[: other.start()])
            self.block(block[other.start() + 1 :])
        elif first == "<" and not _inline_tag(block):
            self._tags(block)
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
        raw: list[str] = []
        open_tags = 0
        lines = block.split("\n")
        for number, line in enumerate(lines):
            if not open_tags and (line[:1] != "<" or _inline_tag(line)):
                self._raw(raw)
                return self.block("\n".join(lines[number:]))
            if not open_tags and (opens := _OPEN.fullmatch(line)):
                self._raw(raw)
                self.boxes[-1].end_list()
                self.boxes.append(_Box(_opening(*opens.groups()), f"</{opens[1]}>"))
            elif not open_tags and _CLOSE.fullmatch(line):
                self._raw(raw)
                self._close(line)
            else:
                open_tags += _balance(line)
                raw.append(line)
        if open_tags:
            raise Unknown(block)
        self._raw(raw)

    def _raw(self, lines: list[str]) -> None:
        """HTML as it stands. Below no box Python-Markdown leaves an empty line after it."""
        if lines:
            self.boxes[-1].put("\n".join(lines) + ("" if len(self.boxes) > 1 else "\n"))
            lines.clear()

    def _close(self, line: str) -> None:
        box = self.boxes.pop()
        if box.closes != line:
            raise Unknown(line)
        self.boxes[-1].put(box.whole())

    def _heading(self, block: str) -> None:
        line, _, rest = block.partition("\n")
        found = _HEADING.fullmatch(line)
        given = marks(found[3]) if found else {}
        if not found or "id" not in given:
            raise Unknown(block)
        level, words = len(found[1]), self._inline(found[2])
        self.boxes[-1].put(f"<h{level}{attributes(given)}>{words}</h{level}>")
        self.headings.append(Heading(level, given["id"], words))
        if rest:
            self.block(rest)

    def _facts(self, block: str) -> None:
        """Terms, a line each, and what is said of them, each on a line after a colon."""
        box, lines = self.boxes[-1], block.split("\n")
        said = next(n for n, line in enumerate(lines) if line[:4] == ":   ")
        if box.kind != "dl":
            if not said:
                raise Unknown(block)
            box.end_list()
            box.kind = "dl"
        box.items += [f"<dt>{self._text(line)}</dt>" for line in lines[:said]]
        for line in lines[said:]:
            if line[:4] != ":   ":
                raise Unknown(line)
            box.items.append(f"<dd>{self._text(line[4:])}</dd>")

    def _list(self, block: str) -> None:
        """Items of a list, a line each; those after an empty line are paragraphs in it."""
        box = self.boxes[-1]
        items = []
        for line in block.split("\n"):
            sign = _ITEM.match(line)
            if not sign:
                raise Unknown(line)
            items.append(("ul" if sign[1] else "ol", self._text(line[sign.end() :])))
        kind = items[0][0]
        if any(each != kind for each, _ in items) or (box.kind in ("ul", "ol") and box.kind != kind):
            raise Unknown(block)
        goes_on = box.kind == kind
        if goes_on:
            box.items[-1] = _loose(box.items[-1])
        else:
            box.end_list()
            box.kind = kind
        made = [f"<li>{text}</li>" for _, text in items]
        box.items += [_loose(made[0]), *made[1:]] if goes_on else made

    def _paragraph(self, block: str) -> None:
        text, _, last = block.rpartition("\n")
        given = ""
        if last[:2] == "{:" and text:
            block, given = text, attributes(marks(last))
        for line in block.split("\n"):
            _check(line)
        self.boxes[-1].put(f"<p{given}>{self._inline(block)}</p>")

    def _text(self, line: str) -> str:
        if line[-1:] == " ":
            raise Unknown(line)
        _check(line)
        return self._inline(line)

    def _inline(self, text: str) -> str:
        return inline(text, self.depth)


def _check(line: str) -> None:
    """Raise Unknown for a line that does not begin or end as text does."""
    if not line or _START.match(line) or line[-2:] == "  ":
        raise Unknown(line)


def _loose(item: str) -> str:
    """An item of a list whose text is a paragraph."""
    return item if item[4] == "\n" else f"<li>\n<p>{item[4:-5]}</p>\n</li>"


@lru_cache(maxsize=1000)
def _opening(tag: str, given: str) -> str:
    """The tag that opens a box, its attributes by name, as Python-Markdown writes them."""
    return f"<{tag}{attributes(dict(_GIVEN.findall(given)))}>"


_FIRST_TAG = re.compile(TAG)


def _inline_tag(block: str) -> bool:
    return bool(_FIRST_TAG.match(block))


@lru_cache(maxsize=20_000)
def _balance(line: str) -> int:
    """How many more elements *line* of plain HTML opens than it closes. Raises Unknown."""
    rest = _RAW_TAG.sub("", line)
    if "<" in rest or ">" in rest or "\\" in rest:
        raise Unknown(line)
    found = [closes for closes, name in _RAW_TAG.findall(line) if name]
    return len(found) - 2 * sum(1 for closes in found if closes)
