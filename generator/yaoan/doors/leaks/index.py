"""The index of the search: what it tells of a page that the page itself does not say.

A page is found by pieces of its texts, so a secret in the index stands nowhere as a whole: it is
there where one page has all its pieces. If that page's file has them too, the index tells no more
than the page, which is searched by itself; neighbours thus make no secret.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from json import loads
from pathlib import Path

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
        there = sorted((site / "find" / language / "words").glob("*"))
        if there:
            yield from _told(site, language, [each for each in there if each.is_file()], sought)


def _distinct(line: str) -> bool:
    return distinct(bare(line))


def _told(
    site: Path, language: Language, words: list[Path], sought: list[tuple[str, Secret]]
) -> Iterator[Told]:
    names = ((each.relative_to(site).as_posix(), each.read_bytes()) for each in words)
    try:
        about = loads((site / "find/index.json").read_bytes())
        index = find.Index.of(language, names, about["blocks"])
        run = int(about["run"])
    except find.Unreadable as odd:
        raise Shut(odd.name) from None
    except (OSError, ValueError, KeyError, TypeError):
        raise Shut("find/index.json") from None
    for line, secret in sought:
        for number in index.holding(line):
            page = _page(site, language, number, run)
            for key in index.beyond(line, _said(site, page))[:1]:
                file = index.files[key]
                offset = max((site / file).read_bytes().find(key.encode()), 0)
                yield Told(file, page, offset, secret)


def _page(site: Path, language: Language, number: int, run: int) -> str:
    """The address of the page of that *number*; empty where there is none."""
    try:
        rows = loads((site / f"find/{language}/pages/{number // run}.json").read_bytes())
        return _BELOW[language] + str(rows[number % run][0]) if number >= 0 else ""
    except (OSError, ValueError, LookupError, TypeError):
        return ""


def _said(site: Path, page: str) -> list[str]:
    """The page's file as it may be read; nothing where there is none."""
    path = site / page / "index.html"
    if not page or not path.is_file():
        return []
    return [reading for reading, _ in readings(path.read_text("utf-8", "replace"))]
