"""The files that the browser looks things up in."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise
from json import dumps

from yaoan.bilingual import LANGUAGES, Language
from yaoan.site import Collection, Site

from ..file import File
from .document import Document
from .documents import columns, count, documents
from .fines import fines
from .index import Block, block, divided, joined, runs
from .numbers import written

_FEWEST, _RUNS = 16, 1024
"""The fewest pages that a file of pages tells of, and the most such files of a language."""


def files(site: Site, index: Callable[[Sequence[Document]], Block] = block) -> Iterator[File]:
    """Every file below `find/`. Who keeps blocks from one build to the next passes an *index* that
    gives a block it knows."""
    found = list(documents(site))
    parts = list(runs(found))
    blocks = [index(part) for part in parts]
    size = _run(len(found))
    words = {each: divided(joined(blocks, each)) for each in LANGUAGES}
    money = {each.kind.folder: fines(each, site.reference) for each in site.collections}
    about = {
        "pages": len(found),
        "run": size,
        "words": {language: len(parts) for language, parts in words.items()},
        "blocks": [0, *accumulate(map(len, parts[:-1]))],
        "columns": columns(site),
        "facets": {name: [each.key for each in facets] for name, facets in site.facets.items()},
        "fines": [name for name, sums in money.items() if any(sums)],
    }
    yield _json("index", about)
    yield _json("days", {each.kind.folder: _days(each, site.day) for each in site.collections})
    for language in LANGUAGES:
        for number, part in enumerate(words[language]):
            yield _json(f"{language}/words/{number}", part)
        for start in range(0, len(found), size):
            rows = [_row(each, language) for each in found[start : start + size]]
            yield _json(f"{language}/pages/{start // size}", rows)
    yield from _columns(site)
    yield from (_json(f"{name}/fines", sums) for name, sums in money.items() if any(sums))


def paths(site: Site) -> Iterator[str]:
    """Where these files stand, but those of words: how many there are hangs on what they hold."""
    yield from map(_path, ("index", "days"))
    found = count(site)
    for language in LANGUAGES:
        for number in range(-(-found // _run(found))):
            yield _path(f"{language}/pages/{number}")
    for each in site.collections:
        folder = each.kind.folder
        yield from (_path(f"{folder}/{facet.key}") for facet in site.facets[folder])
        if any(fines(each, site.reference)):
            yield _path(f"{folder}/fines")


def _run(found: int) -> int:
    """How many pages a file of pages tells of."""
    return max(_FEWEST, -(-found // _RUNS))


def _path(name: str) -> str:
    return f"find/{name}.json"


def _columns(site: Site) -> Iterator[File]:
    for collection in site.collections:
        folder = collection.kind.folder
        for facet in site.facets[folder]:
            lists = {value.key: written(value.places) for value in facet.values}
            yield _json(f"{folder}/{facet.key}", lists)


def _days(collection: Collection, newest: dt.date) -> list[int]:
    """How many days each entry is older than the one before it, the first than *newest*."""
    days = [newest, *(item.entry.published for item in collection.items)]
    return [(newer - older).days for newer, older in pairwise(days)]


def _row(document: Document, language: Language) -> list[object]:
    return [
        document.address,
        document.title.in_(language),
        document.summary.in_(language),
        document.label.in_(language),
        document.day.isoformat() if document.day else "",
        int(document.demonstration),
        document.until.isoformat() if document.until else "",
    ]


def _json(path: str, value: object) -> File:
    text = dumps(value, ensure_ascii=False, separators=(",", ":"))
    return File(_path(path), (text + "\n").encode())
