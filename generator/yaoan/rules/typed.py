"""Everything typed in a record as one text, so that one search reads it all."""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from unicodedata import digit
from urllib.parse import unquote

from yaoan.corpus import Record
from yaoan.diagnostics import Span
from yaoan.source import Branch, Leaf, Path, Row, leaves

APART = "\0"
"""What stands between two values in `Typed.text`; no file can hold it."""

_HALF = {
    **{code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)},
    **{code: code - 0xFEE0 for code in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))},
    **{0x1D7CE + n: 0x30 + n % 10 for n in range(50)},
    **dict.fromkeys((0x3000, 0xA0, *range(0x2000, 0x2010), 0x2060, 0xFEFF), 0x20),
    **{ord(wide): ord(half) for wide, half in zip("＠＊－．＿＋", "@*-._+", strict=True)},
}
_WIDE = re.compile(
    f"[{re.escape(''.join(chr(code) for code in _HALF if code < 0x10000))}\U0001d7ce-\U0001d7ff]"
)
_ODD = {
    code: str(digit(chr(code)))
    for code in (0xB2, 0xB3, 0xB9, *range(0x660, 0x970), *range(0x2070, 0x2800))
    if digit(chr(code), -1) >= 0
}
_ODD_RUN = re.compile("[{0}][{0}]{{5,}}".format("".join(map(chr, _ODD))))
"""Small, ringed and foreign digits, so many that they are no notes: ①③⑧①②③④⑤⑥⑦⑧."""
_SPACED = re.compile(r" (?<=[\u4e00-\u9fff] ) *(?=[\u4e00-\u9fff])")


@dataclass(frozen=True)
class Typed:
    """Everything typed in a record as one text, so that one search reads it all.

    Full-width digits and letters are half-width here, character for character, so that a place
    in this text is a place in what was typed.
    """

    text: str
    starts: tuple[int, ...]
    leaves: tuple[Leaf, ...]
    chinese: int
    """How many of the leaves stand in the Chinese file; the others are English."""
    trees: tuple[Branch, ...]

    @classmethod
    def of(cls, record: Record) -> "Typed":
        trees = tuple(each for each in (record.tree, record.english) if each is not None)
        every: list[Leaf] = []
        chinese = _gather(trees[0], every)
        for tree in trees[1:]:
            _gather(tree, every)
        texts = [leaf.text for leaf in every]
        text = APART.join(texts)
        return cls(_half(text), _starts(texts), tuple(every), chinese, trees)

    def plainly(self, said: Mapping[int, str], simplified: Callable[[str], str]) -> "Typed":
        """The same as a reader takes it in, for rules that look for people.

        Prose stands as it is *said*, which is given by the id of its leaf, addresses without
        escapes, and Chinese characters without spaces between them. Traditional characters are
        *simplified*, character for character, and ringed or small digits become digits.
        """
        text = self.text
        if said:
            pairs = zip(map(id, self.leaves), text.split(APART), strict=True)
            text = APART.join([_half(said[k]) if k in said else each for k, each in pairs])
        if "%" in text:
            text = APART.join(map(unquote, text.split(APART)))
        text = _SPACED.sub("", text)
        starts = self.starts if len(text) == len(self.text) else _starts(text.split(APART))
        text = _ODD_RUN.sub(lambda run: run[0].translate(_ODD), text)
        text = simplified(text)
        return Typed(text, starts, self.leaves, self.chinese, self.trees)

    def index(self, at: int) -> int:
        """Which leaf the offset *at* stands in."""
        return bisect_right(self.starts, at) - 1

    def path(self, at: int) -> Path:
        """The path to the value at the offset *at*."""
        leaf = self.leaves[self.index(at)]
        return next(path for path, each in self._paths if each is leaf)

    @cached_property
    def _paths(self) -> list[tuple[Path, Leaf]]:
        return [each for tree in self.trees for each in leaves(tree)]

    @property
    def english_at(self) -> int | None:
        """Where the English begins in the text; None when there is none."""
        return self.starts[self.chinese] if self.chinese < len(self.leaves) else None

    def span(self, start: int, end: int) -> Span:
        """Where that stretch was typed; the value's first line if it runs over lines."""
        index = self.index(start)
        leaf, first = self.leaves[index], self.starts[index]
        words = leaf.text[start - first : end - first].strip()
        if self._looks_otherwise(index):
            words = self.text[start:end].strip()
        found = leaf.span.find(words)
        return found.head if found == leaf.span else found

    def _looks_otherwise(self, index: int) -> bool:
        """Whether the text at *index* is not as long as its leaf: a look of it, not itself."""
        end = self.starts[index + 1] - 1 if index + 1 < len(self.starts) else len(self.text)
        return end - self.starts[index] != len(self.leaves[index].text)

    def before(self, at: int, count: int = 12) -> str:
        """Up to *count* characters before the offset *at*, of the same value only."""
        return self.text[max(at - count, 0) : at].rpartition(APART)[2]


def _half(text: str) -> str:
    return text.translate(_HALF) if _WIDE.search(text) else text


def _starts(texts: list[str]) -> tuple[int, ...]:
    return tuple(accumulate((len(each) + 1 for each in texts[:-1]), initial=0))


def _gather(node: Branch | Row, found: list[Leaf]) -> int:
    """Every leaf of *node*, in the order typed; how many were found by then."""
    for value in node.items if isinstance(node, Row) else [each for _, each in node.entries]:
        if isinstance(value, Leaf):
            found.append(value)
        else:
            _gather(value, found)
    return len(found)
