"""Which entries tell of the same case, and whom they name."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from yaoan.corpus import Corpus
from yaoan.kinds import Entry, Party


@dataclass(frozen=True)
class Links:
    """The links between the entries of a corpus, read both ways."""

    corpus: Corpus

    def names_of(self, ident: str) -> Iterator[str]:
        """The names in clear of the parties of every entry linked with that one."""
        for other in sorted(self._linked.get(ident, ())):
            record = self.corpus.by_id.get(other)
            if record is not None and record.entry is not None:
                yield from named(record.entry)

    @cached_property
    def _linked(self) -> dict[str, set[str]]:
        linked: dict[str, set[str]] = defaultdict(set)
        numbers: dict[str, str] = {}
        for record, entry in self.corpus.filled:
            told = {*entry.related, *filter(None, (getattr(entry, "penalty", None),))}
            for decision in getattr(entry, "decisions", ()):
                key = decision.number.key if decision.number else ""
                if key:
                    told.add(numbers.setdefault(key, record.id))
            for other in told - {record.id}:
                linked[record.id].add(str(other))
                linked[str(other)].add(record.id)
        return linked


def named(entry: Entry | None) -> Iterator[str]:
    """The names of the parties that the entry names in clear, in both languages."""
    one = getattr(entry, "party", None)
    parties: tuple[Party, ...] = getattr(entry, "parties", None) or ((one,) if one else ())
    for party in parties:
        if party.naming == "named":
            for said in (party.name, party.legal_representative):
                yield from (word for word in (said.zh, said.en) if len(word) > 1) if said else ()
