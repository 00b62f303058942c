"""Which pages hold which words: the index of the search, in files of even size.

For every key that text is cut into, the pages that have it in their title, in title or summary, and
anywhere, three lists of numbers divided by spaces. English words of one stem are one key, its forms
divided by spaces, and stand in the file of each form.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

import snowballstemmer

from yaoan.bilingual import LANGUAGES, Language

from .document import Document
from .grams import cut
from .numbers import written

LARGEST = 2048
"""The most files that the index of a language is divided into."""
_AIM = 6_000
"""How many characters a file should have at most, where the number of files allows."""

Lists = Mapping[str, "array[int]"]


def _lists() -> "dict[str, array[int]]":
    return defaultdict(lambda: array("I"))


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
        if language == "en" and not document.english:
            return
        title = cut(document.title.in_(language), language)
        summary = title | cut(document.summary.in_(language), language)
        further = document.zh if language == "zh" else document.en
        said = summary.union(*(cut(text, language) for text in further))
        for lists, keys in ((self.title, title), (self.summary, summary), (self.anywhere, said)):
            for key in keys:
                lists[key].append(number)


def index(documents: Iterable[Document]) -> dict[Language, dict[str, str]]:
    """For each language every key and its lists; *documents* are looked at once."""
    gathered = [Postings(language) for language in LANGUAGES]
    for number, document in enumerate(documents):
        for each in gathered:
            each.add(number, document)
    return {each.language: dict(_entries(each)) for each in gathered}


def _entries(postings: Postings) -> Iterator[tuple[str, str]]:
    stems: dict[str, list[str]] = defaultdict(list)
    for key in postings.anywhere:
        stems[_stem(key) if postings.language == "en" else key].append(key)
    for keys in stems.values():
        lists = (postings.title, postings.summary, postings.anywhere)
        yield " ".join(sorted(keys)), " ".join(_list(each, keys) for each in lists)


def _list(lists: Lists, keys: list[str]) -> str:
    if len(keys) == 1:
        return written(lists[keys[0]]) if keys[0] in lists else ""
    return written(sorted({number for key in keys if key in lists for number in lists[key]}))


@cache
def _stem(word: str) -> str:
    return _stemmer().stemWord(word) if word.isalpha() and word.isascii() else word


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


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
