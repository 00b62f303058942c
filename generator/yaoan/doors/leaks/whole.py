"""Prove of a built site that nothing in it may not be public on its day."""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

from yaoan.outputs import find
from yaoan.site import Secret

from .index import told
from .leak import Leak, Leaked
from .packed import Shut
from .search import Search

_ENOUGH = 100
"""How many leaks are found: what leaks more often leaks through one template."""


def search(
    site: Path, sought: Search | Iterable[Secret], looked: Collection[str] = frozenset()
) -> None:
    """Look through every byte of the *site* for every one of the secrets *sought*.

    The files whose names are *looked* are passed over, but for the index: whoever wrote them
    looked into their bytes. Raises Leaked with the first leaks, by the names of the files.
    """
    sought = sought if isinstance(sought, Search) else Search.of(sought)
    found = tuple(
        islice(chain(_everywhere(sought, site, looked), _in_index(site, sought.secrets)), _ENOUGH)
    )
    if found:
        raise Leaked(found)


def _everywhere(sought: Search, site: Path, looked: Collection[str]) -> Iterator[Leak]:
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if name not in looked and not find.WORDS.fullmatch(name):
            yield from sought.look(name, b"" if path.is_dir() else path.read_bytes())


def _in_index(site: Path, secrets: Iterable[Secret]) -> Iterator[Leak]:
    try:
        for each in told(site, secrets):
            yield Leak(each.file, each.page, each.offset, each.secret)
    except Shut as shut:
        yield Leak(str(shut))
