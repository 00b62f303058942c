"""A built site read once, file by file: what it holds, where its links lead."""

import os
import stat
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from .glance import Flaw, Glance, Glancing, Look, Target

__all__ = ["Flaw", "Look", "Staged", "Target", "read"]


@dataclass
class Staged:
    """What the folder of a built site holds. Names are relative to it, with slashes.

    *sizes* in bytes; *odd* is what is neither a file nor a folder; *anchors* are the places in each
    page; *leads* gives for every target, but places in the page itself, one page that links to it;
    *flaws* are those of files by themselves.
    """

    sizes: dict[str, int] = field(default_factory=dict)
    odd: list[str] = field(default_factory=list)
    anchors: dict[str, frozenset[str]] = field(default_factory=dict)
    leads: dict[Target, str] = field(default_factory=dict)
    flaws: list[Flaw] = field(default_factory=list)
    _shared: dict[frozenset[str], frozenset[str]] = field(default_factory=dict, repr=False)

    @property
    def pages(self) -> Collection[str]:
        return self.anchors.keys()

    def whole(self, file: str) -> str:
        """The file that the address *file* gives: the page of a folder, where it is one."""
        page = f"{file}/index.html" if file else "index.html"
        return file if file in self.sizes or page not in self.sizes else page

    def take(self, glance: Glance) -> None:
        """Take in what a file tells; what many pages tell alike is kept once."""
        self.sizes[glance.name] = glance.size
        self.flaws += glance.flaws
        if glance.anchors is not None:
            self.anchors[glance.name] = self._shared.setdefault(glance.anchors, glance.anchors)
        for target in glance.leads:
            self.leads.setdefault(target, glance.name)

    def keep(self, names: Collection[str]) -> None:
        """Forget all files but those of these names, which are still there."""
        for name in self.sizes.keys() - names:
            del self.sizes[name]
            self.anchors.pop(name, None)


def read(
    folder: Path, address: str, looks: Sequence[Look], staged: Staged | None = None
) -> tuple[Staged, list[Flaw]]:
    """Everything in *folder*, each file read once, and what *looks* find in each by itself.

    *address* is where the site will stand on the web, empty if not known. A file that was taken
    into *staged* while it was written, and has that size, is not read again.
    """
    staged, glancing = staged or Staged(), Glancing(address, looks)
    names = set[str]()
    for path, name in _files(folder):
        names.add(name)
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode):
            staged.odd.append(name)
        elif staged.sizes.get(name) != found.st_size:
            staged.take(glancing.glance(name, path.read_bytes()))
    staged.keep(names)
    return staged, staged.flaws


def _files(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every file in *folder*, in order, links to folders among them, and its name."""
    for top, folders, files in os.walk(folder):
        folders.sort()
        inside = Path(top).relative_to(folder)
        links = [name for name in folders if Path(top, name).is_symlink()]
        for each in sorted([*files, *links]):
            yield Path(top, each), (inside / each).as_posix()
