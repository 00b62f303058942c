"""An entry that the public may see."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from yaoan.forms import Citation, Term
from yaoan.kinds import Entry, Kind, walk

ROLES = ("violated", "basis", "discretion", "explained")
"""The parts a citation may play, as a reader would ask for them."""

_ROLES = {"violates": "violated", "discretion": "discretion", "citations": "explained"}


@dataclass(frozen=True, eq=False)
class Item:
    """An entry as the public sees it, with its id and the file it was written in.

    *files* are the names of its pictures on disk, in the order of `entry.pictures`, which bears
    those under which they are published; *masked* says that the file gives a name in clear that
    the public does not see.
    """

    id: str
    kind: Kind
    entry: Entry
    file: str
    files: tuple[str, ...] = ()
    masked: bool = False

    @cached_property
    def terms(self) -> frozenset[tuple[str, str]]:
        """Every term that the entry is marked with: the vocabulary and the id."""
        return frozenset(
            (found.note.shape.vocabulary, str(found.value))
            for found in walk(self.entry, Term)
            if found.note.shape.vocabulary
        )

    @cached_property
    def citations(self) -> tuple[tuple[Citation, str], ...]:
        """Every citation with its role: violated, basis, discretion or explained."""
        return tuple(self._citations())

    def _citations(self) -> Iterator[tuple[Citation, str]]:
        for found in walk(self.entry, Citation):
            keys = [step for step in found.path if isinstance(step, str)]
            yield found.value, next((_ROLES[key] for key in keys if key in _ROLES), "basis")
