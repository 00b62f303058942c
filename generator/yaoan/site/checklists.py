"""Am I at risk: what real cases teach one kind of reader, point by point."""

from collections.abc import Iterator
from dataclasses import dataclass

from yaoan.bilingual import Bilingual
from yaoan.forms import Citation
from yaoan.kinds import Lesson, held, walk
from yaoan.reference import Term

from .item import Item
from .quiz import laws
from .site import Site

_AUDIENCE, _TOPIC = "audience", "violation"


@dataclass(frozen=True)
class Point:
    """Something to check, with the entry that teaches it and the law behind it."""

    words: Bilingual
    item: Item
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class Checklist:
    """The points for the readers *audience*, under the violations that they prevent.

    Topics stand in the order of their vocabulary; those of entries without one come last, under
    None. No point stands twice.
    """

    audience: Term
    topics: tuple[tuple[Term | None, tuple[Point, ...]], ...]

    @property
    def count(self) -> int:
        return sum(len(points) for _, points in self.topics)


def checklists(site: Site) -> tuple[Checklist, ...]:
    """A checklist for each term of the audiences that names, as `checklist`, the part of a lesson
    that speaks to it: `business` or `public`."""
    known = site.reference.vocabularies[_AUDIENCE].terms.values()
    asked = ((term, term.attributes.get("checklist")) for term in known)
    return tuple(_checklist(site, term, str(part)) for term, part in asked if part)


def _checklist(site: Site, audience: Term, part: str) -> Checklist:
    found: dict[Term | None, list[Point]] = {}
    said: set[str] = set()
    for item in site.by_term.get((_AUDIENCE, audience.id), ()):
        for words in () if item.entry.demonstration else _taught(item, part):
            if words.zh not in said:
                said.add(words.zh)
                found.setdefault(_topic(site, item), []).append(Point(words, item, laws(item)))
    order: list[Term | None] = [*site.reference.vocabularies[_TOPIC].terms.values(), None]
    return Checklist(audience, tuple((each, tuple(found[each])) for each in order if each in found))


def _taught(item: Item, part: str) -> Iterator[Bilingual]:
    for lesson in held(item.entry, Lesson):
        yield from getattr(lesson, part)


def _topic(site: Site, item: Item) -> Term | None:
    """The first violation that the entry tells of."""
    marked = (found for found in walk(item.entry) if found.note.shape.vocabulary == _TOPIC)
    first = next(marked, None)
    return site.reference.term(_TOPIC, first.value) if first else None
