"""Where something stands in a file that a person wrote."""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate


@dataclass(frozen=True, eq=False)
class Source:
    """A file that a person wrote: its name as they know it, and its text with `\\n` line ends."""

    name: str
    text: str = field(repr=False)

    @cached_property
    def _starts(self) -> list[int]:
        lines = self.text.split("\n")
        return list(accumulate((len(line) + 1 for line in lines[:-1]), initial=0))

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column of *offset*, in characters, both counted from one."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of line *number*, without its end; empty past the last one."""
        if number > len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start:] if end < 0 else self.text[start:end]

    def start(self, number: int) -> int:
        """The offset at which line *number* begins; the end of the text past the last line."""
        return self._starts[number - 1] if number <= len(self._starts) else len(self.text)


@dataclass(frozen=True)
class Span:
    """A stretch of a source, from one offset up to another."""

    source: Source = field(repr=False)
    start: int
    end: int

    @property
    def line(self) -> int:
        return self.source.place(self.start)[0]

    @property
    def column(self) -> int:
        return self.source.place(self.start)[1]

    @property
    def last(self) -> tuple[int, int]:
        """The line and column just after the last character."""
        return self.source.place(max(self.start, self.end))

    @property
    def text(self) -> str:
        return self.source.text[self.start : self.end]

    def find(self, words: str) -> "Span":
        """The first place inside this span where *words* stand; the span itself if nowhere."""
        at = self.source.text.find(words, self.start, self.end) if words else -1
        return self if at < 0 else Span(self.source, at, at + len(words))

    @property
    def head(self) -> "Span":
        """The first line of this span."""
        end = self.source.text.find("\n", self.start, self.end)
        return self if end < 0 else Span(self.source, self.start, end)
