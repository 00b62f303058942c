"""Which entries belong together: one names another, or both tell of one decision."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from yaoan.corpus import Corpus
from yaoan.forms import DecisionNumber, EntryId, Prose
from yaoan.kinds import Entry, walk


def linked(corpus: Corpus) -> Mapping[str, frozenset[str]]:
    """For each filled entry the ids of those it belongs with, whichever of them says so."""
    found: dict[str, set[str]] = defaultdict(set)
    by_number: dict[str, list[str]] = defaultdict(list)
    for record, entry in corpus.filled:
        for other in _named(entry):
            found[record.id].add(other)
            found[other].add(record.id)
        for number in _numbers(entry):
            by_number[number].append(record.id)
    for together in by_number.values():
        for each in together:
            found[each].update(together)
    return {each: frozenset(others - {each}) for each, others in found.items()}


def _named(entry: Entry) -> Iterator[str]:
    for found in walk(entry, EntryId, Prose):
        if isinstance(found.value, EntryId):
            yield found.value
        elif isinstance(found.value, Prose):
            yield from (link.entry for link in found.value.links() if link.entry)


def _numbers(entry: Entry) -> Iterator[str]:
    values = (each.value for each in walk(entry, DecisionNumber))
    return (each.key for each in values if each.key)
