"""What staff must see to, and when: boundaries to come, and deadlines that the law sets."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from yaoan.bilingual import Bilingual
from yaoan.corpus import Corpus
from yaoan.kinds import Entry
from yaoan.reference import Reference
from yaoan.words import say

from .lifecycle import leaves
from .site import Site
from .state import State

_UNSEEN = (State.EMBARGOED, State.HELD)


@dataclass(frozen=True, order=True)
class Task:
    """On *day* at the latest, *what* happens to the entry *id* or is to be done for it.

    The title may not be public yet, or no more: tasks are for staff. *sure* is false where the
    holidays of the year are not on file, so that the day may be off.
    """

    day: dt.date
    what: str
    id: str
    title: Bilingual
    sure: bool = True

    @property
    def words(self) -> Bilingual:
        """What it is, as people say it."""
        said = say("event_" + self.what)
        return said if self.sure else say("event_unsure", event=said)

    @property
    def advice(self) -> Bilingual:
        """What to do."""
        return say("todo_" + self.what)


def agenda(site: Site, corpus: Corpus) -> tuple[Task, ...]:
    """Everything to come from the site's day on, and the duties that are overdue, by day."""
    entries = {record.id: entry for record, entry in corpus.filled}
    tasks = {
        Task(each.day, each.what, each.id, entries[each.id].title)
        for each in site.events
        if each.day >= site.day
    }
    for ident, entry in entries.items():
        tasks.update(_duties(ident, entry, site))
    return tuple(sorted(tasks, key=lambda task: (task.day, task.what, task.id)))


def _duties(ident: str, entry: Entry, site: Site) -> Iterator[Task]:
    state = site.standings[ident].state
    if (again := getattr(entry, "review_by", None)) and state.shown:
        yield Task(again, "review", ident, entry.title)
    if entry.credit is None or entry.demonstration or entry.sources:
        return  # the clocks of the law run for the office's own decisions only
    for turn in entry.credit.turns:
        if leaves(turn, site.reference) == "withdrawn" and turn.on and not turn.reason:
            yield from _due(ident, entry, site.reference, "withdraw", turn.on)
    days = [each.last for each in entry.credit.starts if each.last]
    if days and entry.kind.discloses and state in _UNSEEN:
        for deadline in ("publish_soon", "publish_latest"):
            yield from _due(ident, entry, site.reference, deadline, max(days))


def _due(
    ident: str, entry: Entry, reference: Reference, deadline: str, start: dt.date
) -> Iterator[Task]:
    """The task with the last day of *deadline*, a term that says its number of working days."""
    known = reference.vocabularies.get("deadline")
    term = known.terms.get(deadline) if known else None
    count = str(term.attributes.get("days", "")) if term else ""
    if count.isdigit():
        day = reference.working_days.after(start, int(count))
        yield Task(day, deadline, ident, entry.title, reference.working_days.knows(day))
