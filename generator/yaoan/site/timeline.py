"""What happened in an entry, in the order of time."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from yaoan.forms import Form, Point, When
from yaoan.kinds import Entry

_PARTS = {
    ("acts",): ("done", "period"),
    ("decisions", "measures"): ("measure", "on"),
    ("decisions",): ("decided", "on"),
    ("criminal",): ("criminal", "on"),
    ("civil",): ("civil", "on"),
    ("removal",): ("removed", "on"),
    ("replies",): ("replied", "on"),
    ("sources",): ("reported", "on"),
    ("corrections",): ("corrected", "on"),
}
"""The parts of an entry that say when something happened: the step, and the field of its date."""

_OWN = ("found", "served", "listed", "published")
"""The dates of the entry itself: the field is the step."""

ORDER = (
    *(
        "done",
        "found",
        "measure",
        "decided",
        "served",
        "listed",
        "criminal",
        "civil",
        "replied",
        "removed",
    ),
    *("reported", "published", "corrected"),
)
"""The steps as they follow each other; this decides between two of the same day."""

_TOLD = ("reported", "published", "corrected")
_SHOWN_UNDATED = ("decided", "criminal")


@dataclass(frozen=True)
class Moment:
    """One step: which, when, and the part of the entry that tells of it."""

    step: str
    when: When
    part: Form

    @property
    def rank(self) -> int:
        return ORDER.index(self.step)

    @property
    def key(self) -> tuple[object, ...]:
        """What makes it an event of its own: two reports of one publisher on a day are one."""
        return self.step, self.when, vars(self.part).get("publisher", id(self.part))


def timeline(entry: Entry) -> tuple[Moment, ...]:
    """The steps of *entry*, earliest first; nothing when they make no story.

    A decision or a criminal step without a date stands after what comes before it by its nature;
    other steps without a date are left out. Publication alone is no story.
    """
    found = {each.key: each for each in _events(entry)}.values()
    dated = [each for each in found if each.when.first]
    events = sorted(dated, key=lambda each: (each.when.first or dt.date.max, each.rank))
    for each in found:
        if each.when.first is None and each.step in _SHOWN_UNDATED:
            before = [n for n, known in enumerate(events, 1) if known.rank <= each.rank]
            events.insert(max(before, default=0), each)
    told = [each for each in events if each.step not in _TOLD]
    return tuple(events) if told and len(events) > 2 else ()


def _events(entry: Entry) -> Iterator[Moment]:
    for key in _OWN:
        if value := vars(entry).get(key):
            yield Moment(key, _when(value), entry)
    for path, (step, key) in _PARTS.items():
        for part in _at(entry, *path):
            yield Moment(step, _when(getattr(part, key)), part)


def _at(form: Form, key: str, *further: str) -> Iterator[Form]:
    """The parts of *form* that stand under *key*, or those further inside."""
    value = vars(form).get(key) or ()
    for part in value if isinstance(value, tuple) else (value,):
        yield from _at(part, *further) if further else (part,)


def _when(value: When | dt.date | None) -> When:
    if isinstance(value, dt.date):
        return When(Point(value.year, value.month, value.day))
    return value or When(None)
