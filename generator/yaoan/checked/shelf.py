"""The entries of an office, fetched all together when somebody asks for the first."""

import errno
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from yaoan.corpus import Taken, Written, both, record
from yaoan.kinds import Entry, all_kinds
from yaoan.store import Store, edition, key_of

from . import entries

T = TypeVar("T")
_AT_ONCE = 1000


class Place(NamedTuple):
    """Where an entry in order is to be had: its file, and the key of what that held."""

    file: Written
    key: str


@dataclass
class Shelf:
    """The entries of one office by their ids."""

    store: Store
    held: dict[str, Entry] = field(default_factory=dict)
    """Those at hand, by the keys of what their files held."""
    packed: dict[str, bytes] = field(default_factory=dict)
    """Those that another process gave in bytes."""
    places: dict[str, Place] = field(default_factory=dict)
    """Every entry whose form is in order, by its id."""
    _fetched: bool = False

    def entry(self, ident: str) -> Entry | None:
        """The entry of that id; None for one that is not in order.

        Raises OSError when its file was changed or taken away since it was checked.
        """
        place = self.places.get(ident)
        if place and not self._fetched:
            self._fetch()
        return self.held[place.key] if place else None

    def _fetch(self) -> None:
        new = {key: each for key, each in self.held.items() if key not in self.store.used}
        for some in in_turn(list(new)):
            self._keep({key: new[key] for key in some})
        missing = [each for each in self.places.values() if each.key not in self.held]
        for few in in_turn(missing):
            self._fetch_some(few)
        self._fetched = True
        self.store.forget_unused()

    def _fetch_some(self, some: Sequence[Place]) -> None:
        packed = {each.key: self.packed.pop(each.key) for each in some if each.key in self.packed}
        kept = packed | self.store.get_many(each.key for each in some if each.key not in packed)
        read: dict[str, Entry] = {}
        for file, key in some:
            data = kept.get(key)
            found = entries.from_bytes(data, all_kinds()[file.folder]) if data else None
            if found is None:
                found = read[key] = _read(file, key)
            self.held[key] = found
        self.store.put_many(packed)
        self._keep(read)

    def _keep(self, new: dict[str, Entry]) -> None:
        if self.store.path:
            self.store.put_many({key: entries.to_bytes(each) for key, each in new.items()})


def _read(file: Written, key: str) -> Entry:
    """The entry in *file*, which must still be what it was."""
    zh, en = both(file)
    found = record(file, zh, en)[0]
    if key_of_content(file, zh, en) != key or found is None or found.entry is None:
        raise OSError(errno.ESTALE, "changed while it was being read", file.name)
    return found.entry


def key_of_content(file: Written, zh: Taken, en: Taken) -> str:
    """A key for what the two files of an entry hold; empty when one could not be read."""
    if not isinstance(zh, bytes) or isinstance(en, OSError):
        return ""
    return key_of(edition(), file.folder, zh, *(() if en is None else (en,)))


def in_turn(items: Sequence[T]) -> Iterator[Sequence[T]]:
    """The items, so many at once."""
    for start in range(0, len(items), _AT_ONCE):
        yield items[start : start + _AT_ONCE]
