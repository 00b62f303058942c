"""A store of bytes by key, kept on disk from one run to the next; what is damaged is not there.

It is a memory and never a source: it may be deleted at any time, and whatever cannot be read of it
counts as missing. Nothing here raises for what lies on the disk. See decision record 0025.
"""

import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import islice
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

FOLDER = ".yaoan-cache"
"""Where an office's stores lie, in its folder; kept out of git and of what is published."""

_FORMAT = 1
_TABLE = "CREATE TABLE kept (key TEXT PRIMARY KEY, value BLOB, sum BLOB) WITHOUT ROWID"
_AT_ONCE = 500
_WAIT = 5.0
"""Seconds that one run waits for another that is writing."""


def key_of(*parts: str | bytes) -> str:
    """A key for everything in *parts*: other parts, or the same cut elsewhere, give another."""
    digest = blake2b(digest_size=20)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return digest.hexdigest()


@cache
def edition() -> str:
    """What the program is: a key for its own files, for Python and for every package installed."""
    installed = sorted(
        name
        for place in map(Path, sys.path)
        if place.is_dir()
        for name in (each.name for each in place.iterdir())
        if name.endswith(".dist-info")
    )
    own = (part for name, data in _sources(files(__package__), "") for part in (name, data))
    return key_of(sys.version, *installed, "", *own)


def _sources(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.is_dir() and each.name != "__pycache__":
            yield from _sources(each, f"{path}{each.name}/")
        elif each.is_file():
            yield f"{path}{each.name}", each.read_bytes()


@dataclass
class Store:
    """The bytes kept under one name; empty, and keeping nothing, where the disk does not let it."""

    path: Path | None = None
    used: set[str] = field(default_factory=set)
    """Every key asked for or put since the store was opened."""

    @classmethod
    def open(cls, folder: Path, name: str) -> "Store":
        """The store called *name* in *folder*, which is made; a link in its place is not used.

        Nobody else may look into the folder: what is kept may not be public yet.
        """
        path = folder / f"{name}.sqlite"
        if folder.is_symlink() or path.is_symlink():
            return cls()
        try:
            folder.mkdir(0o700, exist_ok=True)
            (folder / ".gitignore").write_text("*\n", "utf-8")
        except OSError:
            return cls()
        _prepare(path)
        return cls(path)

    def get_many(self, keys: Iterable[str]) -> dict[str, bytes]:
        """What is kept under *keys*; a key with nothing sound under it is left out."""
        wanted = list(dict.fromkeys(keys))
        self.used.update(wanted)
        return self._done(lambda base: dict(_sound(base, wanted))) or {}

    def put_many(self, values: Mapping[str, bytes]) -> None:
        """Keep *values*, all of them or none."""
        self.used.update(values)
        rows = [(key, value, _sum(key, value)) for key, value in values.items()]
        if rows:
            self._done(lambda base: base.executemany("REPLACE INTO kept VALUES (?, ?, ?)", rows))

    def forget_unused(self) -> None:
        """Let go of what was not used since the store was opened, once that is most of it."""

        def forget(base: sqlite3.Connection) -> None:
            kept = [key for (key,) in base.execute("SELECT key FROM kept")]
            old = [(key,) for key in kept if key not in self.used]
            if 2 * len(old) > len(kept):
                base.executemany("DELETE FROM kept WHERE key = ?", old)

        self._done(forget)

    def _done(self, work: Callable[[sqlite3.Connection], T]) -> T | None:
        """What *work* makes of the store; None, and nothing changed, when that cannot be done."""
        if self.path is None:
            return None
        try:
            with closing(_opened(self.path)) as base, base:
                return work(base)
        except (sqlite3.Error, OSError, ValueError, OverflowError) as error:
            if _damaged(error):
                _remove(self.path)
                _prepare(self.path)
            return None


def _sound(base: sqlite3.Connection, wanted: list[str]) -> Iterator[tuple[str, bytes]]:
    """The keys under which something stands that is what was put there."""
    waiting = iter(wanted)
    while some := list(islice(waiting, _AT_ONCE)):
        asked = f"SELECT key, value, sum FROM kept WHERE key IN ({','.join('?' * len(some))})"
        for key, value, total in base.execute(asked, some):
            if isinstance(value, bytes) and total == _sum(key, value):
                yield key, value


def _sum(key: str, value: bytes) -> bytes:
    return blake2b(value, digest_size=16, key=key.encode()[:64]).digest()


def _opened(path: Path) -> sqlite3.Connection:
    base = sqlite3.connect(path, timeout=_WAIT)
    for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "synchronous=NORMAL"):
        base.execute(f"PRAGMA {pragma}")
    return base


def _prepare(path: Path) -> None:
    """Make the store at *path* if there is none that we can read."""
    if not _ours(path):
        _remove(path)
        _ours(path)


def _ours(path: Path) -> bool:
    """Whether what stands at *path* is a store of this format; an empty one is made of nothing."""
    try:
        with closing(_opened(path)) as base, base:
            found = [sql for (sql,) in base.execute("SELECT sql FROM sqlite_master")]
            (version,) = base.execute("PRAGMA user_version").fetchone()
            if not found and not version:
                base.execute("PRAGMA journal_mode=WAL")
                base.execute(_TABLE)
                base.execute(f"PRAGMA user_version={_FORMAT}")
                return True
            return found == [_TABLE] and version == _FORMAT
    except (sqlite3.Error, OSError, ValueError, OverflowError) as error:
        return not _damaged(error)


def _damaged(error: Exception) -> bool:
    """Whether a store is no store any more, not merely out of reach or in use by another run."""
    return type(error) in (sqlite3.DatabaseError, UnicodeDecodeError)


def _remove(path: Path) -> None:
    for end in ("-wal", "-shm", ""):
        with suppress(OSError):
            path.with_name(path.name + end).unlink(missing_ok=True)
