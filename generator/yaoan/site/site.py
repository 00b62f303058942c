"""The site of one day."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from yaoan.corpus import Corpus, Ledger, Office, missing_signoffs
from yaoan.forms import Citation
from yaoan.kinds import all_kinds
from yaoan.reference import Reference, Term, Version, Vocabulary
from yaoan.words import words

from .citations import Articles, amended, cited_by_article
from .collection import Collection
from .facets import Facet, facets
from .former import Former, former
from .item import Item
from .nearest import Nearest
from .secrets import Secret, private, texts, unpublished
from .showing import Showing
from .state import Event, Standing, State
from .withdrawn import Withdrawn, withdrawn
from .written import Written

_ENDS = ("name_ends", "ended", "repaired", "withdrawn")


@dataclass(frozen=True)
class Site:
    """The office's public entries on *day*, with every way to find them."""

    day: dt.date
    office: Office
    reference: Reference
    collections: tuple[Collection, ...]
    standings: Mapping[str, Standing]
    """Where every filled entry stands on the day, public or not, by its id."""
    events: tuple[Event, ...]
    """Every dated boundary of every filled entry, past and to come, in order."""
    withdrawn: tuple[Withdrawn, ...]
    """What stays of entries whose decision no longer stands: in no list, at their address."""
    private: tuple[Secret, ...]
    """Every text that the public may not see, whether or not a public entry says it too."""
    ledger: Ledger = field(default_factory=Ledger)
    """Every address that was ever public."""
    written: tuple[Written, ...] = ()
    """The pages written by hand, which can be found as entries can."""

    @classmethod
    def open(
        cls, corpus: Corpus, reference: Reference, day: dt.date, written: tuple[Written, ...] = ()
    ) -> "Site":
        """The site on *day*, without the entries that lack a sign-off which the office asks for.

        *written* are the pages written by hand. Raises ValueError when the corpus has no office.
        """
        if corpus.office is None:
            raise ValueError("the corpus has no office")
        held = {each.id for each, entry in corpus.filled if missing_signoffs(entry, corpus.office)}
        showing = Showing(corpus, reference, day, held)
        items = _items(showing)
        collections = tuple(
            Collection(form.kind, form, tuple(sorted(items.get(folder, ()), key=_newest)))
            for folder, form in all_kinds().items()
        )
        return cls(
            day,
            corpus.office,
            reference,
            collections,
            showing.standings,
            showing.events,
            withdrawn(showing),
            tuple(private(showing)),
            corpus.ledger,
            written,
        )

    @property
    def next_change(self) -> dt.date | None:
        """The next day on which the site of this corpus is another; None when none is known."""
        return min((each.next for each in self.standings.values() if each.next), default=None)

    @cached_property
    def until(self) -> Mapping[str, dt.date]:
        """For each entry that will go, or cease to name its party: the first day on which it may no
        longer be seen as it is now."""
        found: dict[str, dt.date] = {}
        for event in self.events:
            if event.day > self.day and event.what in _ENDS:
                found.setdefault(event.id, event.day)
        return found

    @cached_property
    def secrets(self) -> tuple[Secret, ...]:
        """Every text that must not occur in anything published on the day, each once.

        What a public entry, a reason for a withdrawal, the office, the reference data or a phrase
        of ours also says is none.
        """
        said = chain(
            *(texts(item.entry) for item in self.items.values()),
            *((one.reason.zh, one.reason.en) for one in self.withdrawn if one.reason),
            (self.reference.words, *texts(self.office)),
            *((phrase.zh, phrase.en) for phrase in words().values()),
        )
        return unpublished(self.private, "\n".join(dict.fromkeys(said)))

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """Every public entry by its id."""
        return {item.id: item for each in self.collections for item in each.items}

    @cached_property
    def shown_in_full(self) -> frozenset[str]:
        """The ids of the entries that the public may see with all they say."""
        return frozenset(
            ident for ident in self.items if self.standings[ident].state is not State.SUNSET
        )

    @cached_property
    def forbidden(self) -> frozenset[str]:
        """The ids that must not be shown in full: of entries by their state, of former addresses
        because they were withdrawn. An entry that is merely not there is not among them."""
        withdrawn = (each.id for each in self.ledger.addresses if each.withdrawn)
        return frozenset({*self.standings, *withdrawn} - self.shown_in_full)

    @cached_property
    def former(self) -> tuple[Former, ...]:
        """The addresses that were public before and where no entry is now, by id."""
        told = {one.id for one in self.withdrawn}
        found = former(self.ledger, self.items, self.reference, self.day)
        return tuple(one for one in found if one.id not in told)

    @cached_property
    def by_term(self) -> Mapping[tuple[str, str], tuple[Item, ...]]:
        """The entries under each term, those under narrower terms included, newest first."""
        found: dict[tuple[str, str], dict[str, Item]] = defaultdict(dict)
        for item in sorted(self.items.values(), key=_newest):
            for name, term in item.terms:
                vocabulary = self.reference.vocabularies[name]
                for each in (term, *(broader.id for broader in vocabulary.broader(term))):
                    found[name, each][item.id] = item
        return {key: tuple(items.values()) for key, items in found.items()}

    @cached_property
    def vocabularies(self) -> tuple[tuple[Vocabulary, tuple[Term, ...]], ...]:
        """The vocabularies that have pages, each with its terms that have entries."""
        found = []
        for vocabulary in self.reference.vocabularies.values():
            used = tuple(
                t for t in vocabulary.terms.values() if (vocabulary.id, t.id) in self.by_term
            )
            if vocabulary.pages and used:
                found.append((vocabulary, used))
        return tuple(found)

    def used(self, vocabulary: str) -> frozenset[str]:
        """The terms of *vocabulary* that have entries."""
        return frozenset(term for name, term in self.by_term if name == vocabulary)

    @cached_property
    def by_article(self) -> Mapping[str, Articles]:
        """Who cites which article of which law."""
        return cited_by_article(sorted(self.items.values(), key=_newest), self.reference)

    @cached_property
    def facets(self) -> Mapping[str, tuple[Facet, ...]]:
        """For each column, by its folder, what its entries can be filtered by."""
        return {each.kind.folder: facets(each.items, self.reference) for each in self.collections}

    @cached_property
    def all_facets(self) -> tuple[Facet, ...]:
        """What the entries of all columns can be filtered by, one column after another."""
        items = [item for each in self.collections for item in each.items]
        return facets(items, self.reference)

    def amended(self, item: Item, citation: Citation) -> Version | None:
        """The version of a cited law that is in force now, if it came after what *item* tells."""
        return amended(item, citation, self.reference, self.day)

    def cases_under(self, law: str) -> int:
        """How many entries cite any article of the law with that id."""
        cited = self.by_article.get(law, {})
        return len({each.item.id for entries in cited.values() for each in entries})

    def latest(self, count: int) -> tuple[Item, ...]:
        """The newest entries of all kinds."""
        return tuple(sorted(self.items.values(), key=_newest)[:count])

    def related(self, item: Item, count: int = 4) -> tuple[Item, ...]:
        """The entries named by *item*, then those that share most with it.

        Real entries and demonstration data never stand beside each other by themselves.
        """
        asked = dict.fromkeys(item.entry.related)
        named = [self.items[each] for each in asked if each in self.items and each != item.id]
        known = {item.id, *(each.id for each in named)}
        close = (each for each in self._nearest.to(item, count + 1) if each.id not in known)
        return tuple([*named, *close][: max(count, len(named))])

    @cached_property
    def _nearest(self) -> Nearest:
        return Nearest(tuple(sorted(self.items.values(), key=_newest)), self.by_term)


def _items(showing: Showing) -> Mapping[str, list[Item]]:
    """What is shown of each kind, by its folder, in the order of the files."""
    found: dict[str, list[Item]] = defaultdict(list)
    for record, entry in showing.corpus.filled:
        if seen := showing.views.get(record.id):
            files = tuple(picture.file for picture in entry.pictures)
            masked = showing.conceals(record.id)
            item = Item(record.id, record.kind, seen, record.file, files, masked)
            found[record.kind.folder].append(item)
    return found


def _newest(item: Item) -> tuple[int, str]:
    return (-item.entry.published.toordinal(), item.id)
