"""The index read back from its files, for those who look over what a site gives away.

A file of words that holds anything but what `index.py` writes cannot be read, so that nothing can
hide in it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from json import dumps, loads

from yaoan.bilingual import Language

from .grams import cut, having
from .numbers import divided, read

WORDS = re.compile(r"find/(zh|en)/words/\d+\.json")
"""The names of the files that hold words and the pages that have them."""
_LISTS = re.compile(r"[!#-\[\]-|~]* [!#-\[\]-|~]* [!#-\[\]-|~]*")

_MOST, _LARGEST = 1 << 13, 1 << 20
"""How many keys' pages are kept at hand; the number from which on there is no page in a block."""


class Unreadable(ValueError):  # noqa: N818 - it says what was found
    """A file of words is not as the index writes it; the name tells which."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@dataclass(frozen=True)
class Index:
    """The index of one language: of each key its file, the forms that share its lists, these."""

    language: Language
    blocks: tuple[int, ...]
    files: Mapping[str, str]
    forms: Mapping[str, frozenset[str]]
    lists: Mapping[str, str]
    _known: dict[str, int] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(
        cls, language: Language, files: Iterable[tuple[str, bytes]], blocks: Iterable[int]
    ) -> "Index":
        """The index in *files*, each a name and its bytes; *blocks* are the first pages of the
        blocks. Raises Unreadable."""
        names, shared, lists = dict[str, str](), dict[str, frozenset[str]](), dict[str, str]()
        for name, data in files:
            for key, text in _entries(name, data, language):
                forms = frozenset(key.split(" "))
                for form in forms:
                    names[form], shared[form], lists[form] = name, forms, text
        return cls(language, tuple(blocks), names, shared, lists)

    def keys(self, text: str) -> tuple[str, ...]:
        """The keys of *text*, those that few pages have first; none if the index lacks one."""
        keys = cut(text, self.language)
        if not keys <= self.lists.keys():
            return ()
        return tuple(sorted(keys, key=lambda each: (len(self.lists[each]), each)))

    def holding(self, keys: Iterable[str]) -> list[int]:
        """The numbers of the pages that, as the index has it, have all the *keys*; -1 stands for
        those that are no page's."""
        found = None
        for key in keys:
            there = self._pages(key)
            found = there if found is None else found & there
            if not found:
                break
        return list(_places(found or 0))

    def beyond(self, keys: Iterable[str], texts: Iterable[str]) -> set[str]:
        """Those *keys* of which no form stands in the *texts*, read only as far as needed."""
        left = set(keys)
        for text in texts:
            has = having(text, self.language)
            left = {key for key in left if not any(map(has, self.forms.get(key, {key})))}
            if not left:
                break
        return left

    def _pages(self, key: str) -> int:
        """The pages that have *key* as the bits of a number, the first for what is no page's."""
        if (known := self._known.get(key)) is not None:
            return known
        if len(self._known) > _MOST:
            self._known.clear()
        numbers = {
            start + each + 1 if start >= 0 and each < _LARGEST else 0
            for start, rest in self._runs(key)
            for each in read(rest)
        }
        bits = bytearray(max(numbers, default=0) // 8 + 1)
        for number in numbers:
            bits[number // 8] |= 1 << number % 8
        self._known[key] = made = int.from_bytes(bits, "little")
        return made

    def _runs(self, key: str) -> Iterator[tuple[int, str]]:
        """The lists of *key*, each with the first page of its block, -1 if there is no such."""
        for part in self.lists[key].replace(" ", "").split("~")[1:]:
            number, rest = divided(part)
            yield self.blocks[number] if number < len(self.blocks) else -1, rest


def _places(bits: int) -> Iterator[int]:
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 2
        bits ^= lowest


def _entries(name: str, data: bytes, language: Language) -> Iterator[tuple[str, str]]:
    """The keys and lists of a file. Raises Unreadable where anything else is in it."""
    try:
        held = loads(data)
        plain = dumps(held, ensure_ascii=False, separators=(",", ":")).encode() + b"\n" == data
    except (ValueError, RecursionError):
        raise Unreadable(name) from None
    if not plain or not isinstance(held, dict):
        raise Unreadable(name)
    for forms, text in held.items():
        keys = all(form in cut(form, language) for form in forms.split(" "))
        if not keys or not isinstance(text, str) or not _LISTS.fullmatch(text):
            raise Unreadable(name)
        yield forms, text
