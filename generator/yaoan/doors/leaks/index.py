"""The index of the search: what it tells of a page that the page itself does not say.

A page is found by pieces of its texts, so a secret in the index stands nowhere as a whole: it is
there where one page has all its pieces. If that page's file has them too, the index tells no more
than the page, which is searched by itself; neighbours thus make no secret.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from json import loads
from pathlib import Path
from typing import Any

from yaoan.bilingual import LANGUAGES, Language
from yaoan.outputs import find
from yaoan.site import Secret

from .bare import bare
from .net import distinct
from .packed import Shut
from .views import readings

_BELOW: dict[Language, str] = {"zh": "", "en": "en/"}


@dataclass(frozen=True)
class Told:
    """A secret that the index tells: the file and the offset in bytes of one of its pieces, and
    the address of the page that is found by it."""

    file: str
    page: str
    offset: int
    secret: Secret


def told(site: Path, secrets: Iterable[Secret]) -> Iterator[Told]:
    """Every one of the *secrets* that the index of the *site* tells. Raises Shut with the name of
    a file that is not as we write it."""
    sought = [(line, one) for one in secrets for line in one.value.splitlines() if _distinct(line)]
    for language in LANGUAGES:
        words = sorted((site / "find" / language / "words").glob("*"))
        if words:
            yield from _told(_Read.of(site, language, filter(Path.is_file, words)), sought)


def _distinct(line: str) -> bool:
    return distinct(bare(line))


@dataclass(frozen=True)
class _Read:
    """The index of a language as it is read, *run* pages to a file."""

    site: Path
    index: find.Index
    run: int

    @classmethod
    def of(cls, site: Path, language: Language, words: Iterable[Path]) -> "_Read":
        names = ((each.relative_to(site).as_posix(), each.read_bytes()) for each in words)
        try:
            about = loads((site / "find/index.json").read_bytes())
            return cls(site, find.Index.of(language, names, about["blocks"]), int(about["run"]))
        except find.Unreadable as odd:
            raise Shut(odd.name) from None
        except (OSError, ValueError, KeyError, TypeError):
            raise Shut("find/index.json") from None

    def pages(self, numbers: Iterable[int]) -> Iterator[tuple[int, str]]:
        """The *numbers* in order, each with the page's address; empty where there is none."""
        language = self.index.language
        for place, run in groupby(sorted(numbers), lambda number: number // self.run):
            rows = _rows(self.site / f"find/{language}/pages/{place}.json")
            for number in run:
                try:
                    yield number, _BELOW[language] + str(rows[number % self.run][0])
                except (LookupError, TypeError):
                    yield number, ""

    def offset(self, key: str) -> int:
        """Where *key* stands in its file, in bytes."""
        return max((self.site / self.index.files[key]).read_bytes().find(key.encode()), 0)


def _rows(path: Path) -> list[Any]:
    """What a file of pages holds; nothing where there is none."""
    try:
        rows = loads(path.read_bytes())
    except (OSError, ValueError):
        return []
    return rows if isinstance(rows, list) else []


def _told(read: _Read, sought: list[tuple[str, Secret]]) -> Iterator[Told]:
    """What *read* tells: page by page, so that each is read once, whoever may be told there."""
    index, same = read.index, dict[str, str]()
    told: dict[int, list[tuple[Secret, tuple[str, ...]]]] = defaultdict(list)
    for line, secret in sought:
        keys = tuple(same.setdefault(key, key) for key in index.keys(line))
        for number in index.holding(keys):
            told[number].append((secret, keys))
    for number, page in read.pages(told):
        left = index.beyond({key for _, keys in told[number] for key in keys}, _said(read, page))
        for secret, keys in told[number] if left else ():
            for key in sorted(left.intersection(keys))[:1]:
                yield Told(index.files[key], page, read.offset(key), secret)


def _said(read: _Read, page: str) -> Iterator[str]:
    """The page's file as it may be read, what most likely says all first; nothing where there is
    none."""
    path = read.site / page / "index.html"
    if not page or not path.is_file():
        return
    text = path.read_text("utf-8", "replace")
    _, main, rest = text.partition("<main")
    for part in (main + rest.partition("</main>")[0], text) if main else (text,):
        yield from reversed([reading for reading, _ in readings(part)])
