"""An entry that the public may see."""

from dataclasses import dataclass
from functools import cached_property

from yaoan.forms import Citation
from yaoan.kinds import Entry, Kind, walk

from .timeline import Moment, timeline

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

    @property
    def terms(self) -> frozenset[tuple[str, str]]:
        """Every term that the entry is marked with: the vocabulary and the id."""
        return self._marks[0]

    @cached_property
    def timeline(self) -> tuple[Moment, ...]:
        """The steps that it tells of, earliest first."""
        return timeline(self.entry)

    @property
    def citations(self) -> tuple[tuple[Citation, str], ...]:
        """Every citation with its role: violated, basis, discretion or explained."""
        return self._marks[1]

    @cached_property
    def _marks(self) -> tuple[frozenset[tuple[str, str]], tuple[tuple[Citation, str], ...]]:
        """The terms and the citations, found on one walk."""
        terms, citations = set(), []
        for path, note, value in walk(self.entry):
            if note.shape.vocabulary:
                terms.add((note.shape.vocabulary, str(value)))
            elif isinstance(value, Citation):
                roles = (_ROLES[step] for step in path if step in _ROLES)
                citations.append((value, next(roles, "basis")))
        return frozenset(terms), tuple(citations)
