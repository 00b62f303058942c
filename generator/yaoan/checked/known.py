"""What came of an office, kept while the process lives, so that a preview need not look again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from yaoan.corpus import Written
from yaoan.kinds import Entry

from .desk import Done

Touched = tuple[int, int, int]
Stamp = tuple[str, Written, Touched, Touched]
"""On what ground an entry was checked, its file, and when that and the English were touched."""


@dataclass
class Known:
    """What came of each entry, and the entries by the keys of what their files held."""

    done: dict[Stamp, Done] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return True

    def unchanged(self, ground: str, files: Iterable[Written]) -> Iterator[Done]:
        """What came of those *files* that were not touched since."""
        for file in files:
            if known := self.done.get(_stamp(ground, file)):
                yield known

    def keep(self, ground: str, done: Iterable[Done]) -> None:
        """Keep what was *done* and nothing else."""
        self.done = {_stamp(ground, each.file): each for each in done}
        contents = {each.content for each in self.done.values()}
        for key in self.entries.keys() - contents:
            del self.entries[key]


def _stamp(ground: str, file: Written) -> Stamp:
    return (
        ground,
        file,
        _touched(file.path),
        _touched(file.english_path) if file.english else _NEVER,
    )


_NEVER = 0, 0, 0


def _touched(path: str) -> Touched:
    try:
        found = Path(path).stat()
    except OSError:
        return _NEVER
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size
