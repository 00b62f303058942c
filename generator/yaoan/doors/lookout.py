"""Look a site over while it is rendered and once it is there: sound, and nothing told."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from . import leaks
from .expected import Expected, address
from .glance import Glance, Glancing
from .leaks import Leak, Leaked, Search
from .staged import Staged
from .verify import glancing, verify
from .workshop import Workshop


class Seen(NamedTuple):
    """What was seen of one file: what it tells by itself, and the leaks in it."""

    glance: Glance
    leaks: tuple[Leak, ...]


@dataclass
class Lookout:
    """Looks at single files in whichever process has their bytes, then at the whole site."""

    search: Search
    glancing: Glancing
    _staged: Staged = field(default_factory=Staged)
    _leaks: list[Leak] = field(default_factory=list)
    _looked: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, workshop: Workshop) -> "Lookout":
        """One who knows what must not be public on the workshop's day."""
        return cls(Search.of(leaks.sought(workshop)), glancing(address(workshop)))

    def look(self, name: str, data: bytes) -> Seen:
        """Look at the file *name*, whose bytes are *data*."""
        return Seen(self.glancing.glance(name, data), tuple(self.search.look(name, data)))

    def take(self, seen: Iterable[Seen]) -> None:
        """Take in what was seen of files, which are then not read again."""
        for each in seen:
            self._staged.take(each.glance)
            self._leaks += each.leaks
            self._looked.add(each.glance.name)

    def whole(self, folder: Path, expected: Expected) -> int:
        """Look over the site in *folder*; how many pages it has. Raises Leaked and Unsound."""
        if self._leaks:
            raise Leaked(tuple(self._leaks[:100]))
        leaks.search(folder, self.search, self._looked)
        return verify(folder, expected, self._staged)
