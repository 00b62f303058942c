"""Everything that a site is made from, as one key: the same key, the same site."""

import datetime as dt
import os
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from yaoan.store import edition, key_of

from .grounds import HAND_WRITTEN, LOOKS

_FOLDERS = ("cases", HAND_WRITTEN, LOOKS)
_CONFIG = "mkdocs.yml"


def made_from(office: Path, day: dt.date) -> str:
    """The key for the site of the *office* on *day*: for every file, the program, its packages and
    the day. Where the office lies, when and by whom its files were written is not part of it."""
    digest = blake2b(digest_size=20)
    for name in _files(office):
        digest.update(key_of(name, (office / name).read_bytes()).encode())
    return key_of(edition(), day.isoformat(), digest.digest())


def tree(folder: Path) -> str:
    """A key for every file in *folder*, its name and its bytes; links are not followed."""
    digest = blake2b(digest_size=20)
    for top, folders, files in os.walk(folder):
        folders.sort()
        for path in (Path(top, file) for file in sorted(files)):
            data = str(path.readlink()).encode() if path.is_symlink() else path.read_bytes()
            digest.update(key_of(path.relative_to(folder).as_posix(), data).encode())
    return digest.hexdigest()


def _files(office: Path) -> Iterator[str]:
    """The names of all files that may matter, in order; links as what they lead to."""
    if (office / _CONFIG).is_file():
        yield _CONFIG
    for folder in _FOLDERS:
        for top, folders, files in os.walk(office / folder):
            folders.sort()
            for file in sorted(files):
                path = Path(top, file)
                if path.is_file():
                    yield path.relative_to(office).as_posix()
