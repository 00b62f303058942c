"""Emphasis as a Chinese writer types it.

CommonMark does not close `**` between a Chinese full stop and a Chinese letter, since it takes the
letter for the start of a word. Chinese has no spaces between words, so beside Chinese characters a
run of stars may open before anything that is not a space and close after anything that is not one.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

_STRONG = 2
"""Two stars make words strong. One is a sign of its own: 0.3g*10粒*2板 is a pack size."""

WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u2014-\u2026]")


def chinese_emphasis(parser: MarkdownIt) -> None:
    """Make *parser* read stars so; underscores are only underscores."""
    parser.inline.ruler.at("emphasis", _stars)


def _stars(state: StateInline, silent: bool) -> bool:
    if silent or state.src[state.pos] != "*":
        return False
    found = state.scanDelims(state.pos, True)
    if found.length != _STRONG:
        state.pending += "*" * found.length
        state.pos += found.length
        return True
    end = state.pos + found.length
    before, after = state.src[max(state.pos - 1, 0) : state.pos], state.src[end : end + 1]
    wide = bool(WIDE.match(before) or WIDE.match(after))
    opens = found.can_open or (wide and bool(after.strip()))
    closes = found.can_close or (wide and bool(before.strip()))
    for _ in range(found.length):
        state.push("text", "", 0).content = "*"
        token = len(state.tokens) - 1
        state.delimiters.append(Delimiter(ord("*"), found.length, token, -1, opens, closes))
    state.pos = end
    return True
