"""The lives of all entries: what the law, the reference data and the entries say of their days.

Credit information (penalties, listings) goes when its period ends or credit is restored. Entries
of other kinds stay, as teaching material, but lose the name. Anything is withdrawn when its
decision no longer stands (Administrative Penalty Law, Art. 48; SAMR Order 45 of 2021, Art. 11-13).
"""

import datetime as dt
from collections.abc import Iterator, Mapping

from yaoan.corpus import Corpus
from yaoan.kinds import Correction, Credit, Entry, Reply, Turn, walk
from yaoan.reference import Reference

from .identity import named, numbered, parties
from .life import Life
from .period import end, repairable
from .state import GONE, Gone, What

Step = tuple[dt.date, What]


def lives(corpus: Corpus, reference: Reference) -> Mapping[str, Life]:
    """The life of every filled entry by its id.

    Credit information comes first, for only on that another entry may rest, as a named case rests
    on its penalty.
    """
    entries = {record.id: entry for record, entry in corpus.filled}
    credit = {
        ident: life(entry, reference, {}) for ident, entry in entries.items() if entry.kind.ends
    }
    return {
        ident: credit.get(ident) or life(entry, reference, credit)
        for ident, entry in entries.items()
    }


def life(entry: Entry, reference: Reference, known: Mapping[str, Life]) -> Life:
    """The life of *entry*; *known* are the lives of the entries that it may rest on."""
    return Life.of(entry.published, _steps(entry, reference, known))


def rests_on(entry: Entry) -> str | None:
    """The entry whose being public lets *entry* name the party, if it names one by such."""
    return entry.credit.rests_on if entry.credit else None


def _steps(entry: Entry, reference: Reference, known: Mapping[str, Life]) -> Iterator[Step]:
    for found in walk(entry, Correction, Reply):
        if isinstance(found.value, Correction):
            yield found.value.on, "corrected"
        elif isinstance(found.value, Reply):
            yield found.value.on, "replied"
    if entry.credit is None:
        return
    names = any(named(party, reference) for party in parties(entry))
    ends = entry.kind.ends and (names or numbered(entry) or not entry.sources)
    leaving = [*_leaving(entry, entry.credit, reference), *_with_what_it_rests_on(entry, known)]
    yield from (step for step in leaving if ends or step[1] == "withdrawn")
    if ends:
        yield from _period(entry, entry.credit, reference)
    elif names:
        yield from _naming(entry, entry.credit, reference, known)


def _leaving(entry: Entry, credit: Credit, reference: Reference) -> Iterator[Step]:
    """What a person wrote that takes the entry down: a status of its decision, a repair."""
    if credit.repaired:
        yield credit.repaired, "repaired"
    for turn in credit.turns:
        if what := leaves(turn, reference):
            yield turn.on or entry.published, what


def _with_what_it_rests_on(entry: Entry, known: Mapping[str, Life]) -> Iterator[Step]:
    """A case told of a penalty is withdrawn with it, for its facts are those of the decision."""
    behind = known.get(rests_on(entry) or "")
    if behind and behind.steps[-1][1] == "withdrawn":
        yield behind.steps[-1]


def leaves(turn: Turn, reference: Reference) -> Gone | None:
    """Whether a status takes its entry down, and as what; the vocabulary of the status says so."""
    term = reference.term(turn.vocabulary, turn.term)
    said = (term.attributes.get("leaves") if term else None) or turn.otherwise
    return next((what for what in GONE if what == said), None)


def _period(entry: Entry, credit: Credit, reference: Reference) -> Iterator[Step]:
    """What the display tables say of credit information."""
    tables = reference.display.values()
    ends = end(credit, entry.published, tables)
    asked = repairable(credit, entry.published, tables)
    if ends:
        yield ends, "ended"
    if asked and (ends is None or asked < ends):
        yield asked, "repair_possible"


def _naming(
    entry: Entry, credit: Credit, reference: Reference, known: Mapping[str, Life]
) -> Iterator[Step]:
    """From when to when an entry that stays may name the party.

    With a penalty behind it, as long as that is public; where the link leads nowhere, never. In
    any case no longer than its own display period, a day that a person set, or a repair.
    """
    last = [
        end(credit, entry.published, reference.display.values()),
        credit.name_until + dt.timedelta(1) if credit.name_until else None,
        credit.repaired,
    ]
    if credit.rests_on:
        behind = known.get(credit.rests_on)
        last.append(behind.gone_on if behind else entry.published)
        if behind and behind.published > entry.published:
            yield entry.published, "name_ends"
            yield behind.published, "named"
    if days := [day for day in last if day]:
        yield min(days), "name_ends"
