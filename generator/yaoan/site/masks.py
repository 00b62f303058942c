"""Names found in a text, wherever they stand, and something else put in their place."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from yaoan.bilingual import Bilingual, Language

_WIDE = {half: chr(ord(half) + 0xFEE0) for half in map(chr, range(0x21, 0x7F))}
_LETTER = "A-Za-z0-9"
_SENTENCE_OPENS = re.compile(r"(?:^|[.!?:;“\"(\n]\s*)$")


@dataclass(frozen=True)
class Masks:
    """Clear names with what is shown in their place; looked for all at once, the longest first."""

    names: tuple[tuple[str, Bilingual], ...] = ()

    def __or__(self, other: "Masks") -> "Masks":
        return Masks((*self.names, *other.names))

    def __bool__(self) -> bool:
        return bool(self.names)

    def without(self, clear: Iterable[str]) -> "Masks":
        """These but for the names *clear*."""
        free = {plain(each) for each in clear}
        return Masks(tuple(each for each in self.names if plain(each[0]) not in free))

    def found(self, text: str) -> bool:
        """Whether *text* holds any of the names."""
        return bool(self.names) and bool(self._pattern.search(text))

    def apply(self, text: str, language: Language) -> str:
        """*text* with every name masked as *language* says it."""
        return self.spread((text,), language)[0]

    def spread(self, runs: Sequence[str], language: Language) -> tuple[str, ...]:
        """*runs* of one text, each with its names masked; a name may begin in one and end in the
        next, and then its mask stands where it began."""
        whole = "".join(runs)
        if not self.found(whole):
            return tuple(runs)
        ends = [0]
        for run in runs:
            ends.append(ends[-1] + len(run))
        out = [""] * len(runs)
        at = 0
        for match in self._pattern.finditer(whole):
            _copy(whole, at, match.start(), ends, out)
            begun = next(i for i in range(len(runs)) if ends[i + 1] > match.start())
            mask = self._shown[plain(match[0])].in_(language)
            out[begun] += mask if _SENTENCE_OPENS.search(whole[: match.start()]) else _inside(mask)
            at = match.end()
        _copy(whole, at, len(whole), ends, out)
        return tuple(out)

    @cached_property
    def _shown(self) -> dict[str, Bilingual]:
        return {plain(name): mask for name, mask in reversed(self.names)}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest = sorted(self._shown, key=lambda name: (-len(name), name))
        return re.compile("|".join(map(_loose, longest)), re.IGNORECASE)


def plain(name: str) -> str:
    """A name as it is compared: half-width signs, small letters, no spaces."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", name)).casefold()


def _loose(name: str) -> str:
    """A pattern for *name*, whatever the width of its signs and the spaces between them."""
    signs = (f"[{re.escape(each)}{_WIDE[each]}]" if each in _WIDE else each for each in name)
    return _edge(name[0], "<!") + r"\s*".join(signs) + _edge(name[-1], "!")


def _edge(sign: str, look: str) -> str:
    """Letters do not stop inside a word: `Demo` is not found in `Demolition`."""
    return f"(?{look}[{_LETTER}])" if sign.isascii() and sign.isalnum() else ""


def _copy(whole: str, start: int, end: int, ends: Sequence[int], out: list[str]) -> None:
    """Give every run its part of what stands between *start* and *end*."""
    for index in range(len(out)):
        first, last = max(start, ends[index]), min(end, ends[index + 1])
        if first < last:
            out[index] += whole[first:last]


def _inside(mask: str) -> str:
    """The mask inside a sentence: `a pharmacy` for `A pharmacy`."""
    return mask[0].lower() + mask[1:] if re.match(r"An? [a-z]", mask) else mask
