"""Everything typed in a record as one text, so that one search reads it all."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from yaoan.corpus import Record
from yaoan.diagnostics import Span
from yaoan.source import Leaf, Path, leaves

APART = "\0"
"""What stands between two values in `Typed.text`; no file can hold it."""

_HALF = {
    **{code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)},
    **{code: code - 0xFEE0 for code in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))},
    **{0x1D7CE + n: 0x30 + n % 10 for n in range(50)},
    **dict.fromkeys((0x3000, 0xA0, *range(0x2000, 0x2010), 0x2060, 0xFEFF), 0x20),
    **{ord(wide): ord(half) for wide, half in zip("＠＊－．＿＋", "@*-._+", strict=True)},
}
_WIDE = re.compile("[\uff10-\uff19\uff21-\uff5a]")
_OTHERS = "".join(chr(code) for code in _HALF if not _WIDE.match(chr(code)))


@dataclass(frozen=True)
class Typed:
    """Everything typed in a record as one text, so that one search reads it all.

    Full-width digits and letters are half-width here, character for character, so that a place
    in this text is a place in what was typed.
    """

    text: str
    starts: tuple[int, ...]
    leaves: tuple[tuple[Path, Leaf], ...]
    chinese: int
    """How many of the leaves stand in the Chinese file; the others are English."""

    @classmethod
    def of(cls, record: Record) -> "Typed":
        zh = list(leaves(record.tree))
        every = zh + (list(leaves(record.english)) if record.english is not None else [])
        text = APART.join(leaf.text for _, leaf in every)
        starts, at = [], 0
        for _, leaf in every:
            starts.append(at)
            at += len(leaf.text) + 1
        if _WIDE.search(text) or any(each in text for each in _OTHERS):
            text = text.translate(_HALF)
        return cls(text, tuple(starts), tuple(every), len(zh))

    def index(self, at: int) -> int:
        """Which leaf the offset *at* stands in."""
        return bisect_right(self.starts, at) - 1

    def path(self, at: int) -> Path:
        """The path to the value at the offset *at*."""
        return self.leaves[self.index(at)][0]

    def english(self, at: int) -> bool:
        """Whether the offset *at* stands in the English file."""
        return self.index(at) >= self.chinese

    def span(self, start: int, end: int) -> Span:
        """Where that stretch was typed; the value's first line if it runs over lines."""
        index = self.index(start)
        leaf, first = self.leaves[index][1], self.starts[index]
        words = leaf.text[start - first : end - first].strip()
        found = leaf.span.find(words)
        return found.head if found == leaf.span else found

    def before(self, at: int, count: int = 12) -> str:
        """Up to *count* characters before the offset *at*, of the same value only."""
        return self.text[max(at - count, 0) : at].rpartition(APART)[2]
