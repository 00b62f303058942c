"""The index read back from its files, for those who look over what a site gives away.

A file of words that holds anything but what `index.py` writes cannot be read, so that nothing can
hide in it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from json import dumps, loads

from yaoan.bilingual import Language

from .grams import cut
from .numbers import divided, read

WORDS = re.compile(r"find/(zh|en)/words/\d+\.json")
"""The names of the files that hold words and the pages that have them."""
_LISTS = re.compile(r"[!#-\[\]-|~]* [!#-\[\]-|~]* [!#-\[\]-|~]*")


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

    def holding(self, text: str) -> list[int]:
        """The numbers of the pages that, as the index has it, may say *text*."""
        keys = cut(text, self.language)
        if not keys <= self.lists.keys():
            return []
        found: set[int] | None = None
        for key in sorted(keys, key=lambda each: len(self.lists[each])):
            there = self._pages(key)
            found = there if found is None else found & there
            if not found:
                return []
        return sorted(found or ())

    def beyond(self, text: str, said: Iterable[str]) -> list[str]:
        """The keys of *text* of which the texts *said* have no form."""
        there = set[str]().union(*(cut(each, self.language) for each in said))
        keys = cut(text, self.language)
        return sorted(key for key in keys if there.isdisjoint(self.forms.get(key, {key})))

    def _pages(self, key: str) -> set[int]:
        found: set[int] = set()
        for part in self.lists[key].replace(" ", "").split("~")[1:]:
            number, rest = divided(part)
            start = self.blocks[number] if number < len(self.blocks) else -1
            found.update(start + each if start >= 0 else -1 for each in read(rest))
        return found


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
