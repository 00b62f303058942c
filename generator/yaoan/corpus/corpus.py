"""Everything an office has written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from yaoan.diagnostics import Span
from yaoan.forms import draft
from yaoan.kinds import Entry, Kind, all_kinds
from yaoan.source import Branch, Leaf, at, leaves

from .brief import Brief
from .ledger import Ledger
from .office import Office


@dataclass(frozen=True)
class Record:
    """One entry as written: its id, what was typed and, if the form is in order, the entry.

    *tree* stays even when *entry* is None, so that a leaked number cannot hide behind a bad date.
    """

    id: str
    kind: Kind
    file: str
    tree: Branch
    english: Branch | None
    entry: Entry | None

    def at(self, *path: str | int) -> Span:
        """Where the value at *path* stands in the file."""
        return at(self.tree, path).span.head

    def leaves(self) -> Iterator[Leaf]:
        """Everything typed, in the Chinese file and in the English one."""
        for tree in (self.tree, self.english):
            if tree is not None:
                yield from (leaf for _, leaf in leaves(tree))

    @cached_property
    def draft(self) -> Entry | None:
        """The entry, or what of it is in order when not all of it is."""
        return self.entry or draft(all_kinds()[self.kind.folder], self.tree)

    @property
    def year(self) -> str:
        return self.file.split("/")[-2]


@dataclass(frozen=True)
class Corpus:
    """The office and its records, in the order of their files."""

    office: Office | None
    records: tuple[Record, ...]
    pictures: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()
    """The ids of entries whose files could not be read."""
    office_tree: Branch | None = None
    """The office's file as typed, to point at a line of it."""
    ledger: Ledger = field(default_factory=Ledger)
    """Every address that was public."""
    known: Mapping[str, Brief] | None = field(default=None, repr=False, compare=False)
    """The entries in brief by their ids, where that is known without reading them."""

    @property
    def filled(self) -> Iterator[tuple[Record, Entry]]:
        """The records whose form is in order, with their entries."""
        return ((each, each.entry) for each in self.records if each.entry is not None)

    @cached_property
    def briefs(self) -> tuple[tuple[Record, Brief], ...]:
        """The records whose form is in order, with their entries in brief."""
        if self.known is not None:
            return tuple((self.by_id[ident], brief) for ident, brief in self.known.items())
        return tuple((record, Brief.of(entry, self.office)) for record, entry in self.filled)

    @cached_property
    def by_id(self) -> dict[str, Record]:
        return {each.id: each for each in self.records}

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of all entries, those that could not be read included."""
        return frozenset(self.by_id) | self.unread
