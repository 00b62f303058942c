"""Which pages hold which words: the index of the search, in files of even size.

The pages are taken in blocks, each indexed by itself, so that who keeps the blocks of the last
build makes only those anew in which a page changed. For every key that text is cut into stand the
pages that have it in their title, in title or summary, and anywhere: three lists divided by spaces.
A list is, for each block, `~`, the block's number, and the pages counted from the block's first.
English words of one stem are one key, its forms divided by spaces, in the file of each form.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from zlib import crc32

import snowballstemmer

from yaoan.bilingual import LANGUAGES, Language

from .document import Document
from .grams import cut
from .numbers import written

LARGEST = 2048
"""The most files that the index of a language is divided into."""
_AIM = 6_000
"""How many characters a file should have at most, where the number of files allows."""
_BLOCK = 512
"""How many pages a block has on average."""

Keys = Mapping[str, tuple[frozenset[str], tuple[str, str, str]]]
"""For every key, or stem, of a block: its forms, and its three lists."""
Block = Mapping[Language, Keys]


def runs(documents: Iterable[Document]) -> Iterator[Sequence[Document]]:
    """The documents in blocks. Where one ends hangs on its last page alone, so that a page more or
    less changes one block only."""
    run: list[Document] = []
    for each in documents:
        run.append(each)
        if crc32(each.address.encode()) % _BLOCK == 0:
            yield run
            run = []
    if run:
        yield run


def block(documents: Sequence[Document]) -> Block:
    """The index of one block; the same for the same documents."""
    gathered = [Postings(language) for language in LANGUAGES]
    for number, document in enumerate(documents):
        for each in gathered:
            each.add(number, document)
    return {each.language: each.keys() for each in gathered}


def _lists() -> "dict[str, array[int]]":
    return defaultdict(lambda: array("H"))


@dataclass
class Postings:
    """The pages of each key, gathered page by page; numbers only ever rise."""

    language: Language
    title: "dict[str, array[int]]" = field(default_factory=_lists)
    summary: "dict[str, array[int]]" = field(default_factory=_lists)
    anywhere: "dict[str, array[int]]" = field(default_factory=_lists)

    def add(self, number: int, document: Document) -> None:
        """Take in *document* as page *number*."""
        language = self.language
        if language not in document.languages:
            return
        title = cut(document.title.in_(language), language)
        summary = title | cut(document.summary.in_(language), language)
        further = document.zh if language == "zh" else document.en
        said = summary.union(*(cut(text, language) for text in further))
        for lists, keys in ((self.title, title), (self.summary, summary), (self.anywhere, said)):
            for key in keys:
                lists[key].append(number)

    def keys(self) -> Keys:
        """Every key with its lists; English words by their stems."""
        stems: dict[str, list[str]] = defaultdict(list)
        for key in sorted(self.anywhere):
            stems[_stem(key) if self.language == "en" else key].append(key)
        found = {}
        for stem, forms in stems.items():
            title, summary, anywhere = (
                _list(each, forms) for each in (self.title, self.summary, self.anywhere)
            )
            found[stem] = (frozenset(forms), (title, summary, anywhere))
        return found


def _list(lists: "Mapping[str, array[int]]", keys: list[str]) -> str:
    if len(keys) == 1:
        return written(lists[keys[0]]) if keys[0] in lists else ""
    return written(sorted({number for key in keys if key in lists for number in lists[key]}))


@cache
def _stem(word: str) -> str:
    return _stemmer().stemWord(word) if word.isalpha() and word.isascii() else word


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


def joined(blocks: Sequence[Block], language: Language) -> dict[str, str]:
    """The whole index of *language*: each key, its forms divided by spaces, and its lists."""
    forms: dict[str, frozenset[str]] = {}
    lists: dict[str, tuple[list[str], list[str], list[str]]] = {}
    for number, each in enumerate(blocks):
        place = f"~{written([number])}"
        for stem, (said, levels) in each[language].items():
            if stem not in lists:
                forms[stem], lists[stem] = said, ([], [], [])
            elif not said <= forms[stem]:
                forms[stem] |= said
            for level, text in zip(lists[stem], levels, strict=True):
                if text:
                    level.append(place + text)
    return {
        " ".join(sorted(forms[stem])): " ".join(map("".join, levels))
        for stem, levels in lists.items()
    }


def divided(entries: Mapping[str, str]) -> list[dict[str, str]]:
    """The entries in files: a power of two of them, each key in the file of its beginning."""
    size = sum(len(key) + len(lists) for key, lists in entries.items())
    count = 1
    while count < LARGEST and size > count * _AIM:
        count *= 2
    files: list[dict[str, str]] = [{} for _ in range(count)]
    for key in sorted(entries):
        for place in sorted({place_of(form, count) for form in key.split(" ")}):
            files[place][key] = entries[key]
    return files


def place_of(key: str, count: int) -> int:
    """In which of *count* files *key* stands: FNV-1a of its first four characters."""
    number = 2166136261
    for char in key[:4]:
        number = (number ^ ord(char)) * 16777619 & 0xFFFFFFFF
    return (number ^ number >> 16) % count
