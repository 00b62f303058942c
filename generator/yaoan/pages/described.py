"""A page as machines are told of it: what it is called, of what column, from whom, since when."""

import datetime as dt
from dataclasses import dataclass

from yaoan.bilingual import Bilingual, Language
from yaoan.kinds import Kind, Lesson
from yaoan.site import Item, Site
from yaoan.words import say

from . import addresses

_WORDS = ("violation", "product_category", "penalty_kind", "subject_kind", "place")
"""The vocabularies whose terms are keywords of an entry, in this order."""

Crumbs = tuple[tuple[Bilingual, str], ...]


@dataclass(frozen=True)
class Described:
    """One page in one language; nothing here is escaped yet.

    *path* is that of the Chinese page; *kind* is the column it belongs to and *item* the entry it
    shows, where there is one.
    """

    site: Site
    language: Language
    path: str
    title: Bilingual
    about: Bilingual
    crumbs: Crumbs = ()
    kind: Kind | None = None
    item: Item | None = None

    def say(self, text: Bilingual) -> str:
        return text.in_(self.language)

    def address(self, path: str) -> str | None:
        """The whole address of the page with that Chinese path; None while the site has none."""
        return addresses.whole(self.site.office, addresses.localised(path, self.language))

    @property
    def is_home(self) -> bool:
        return self.path == "index.md"

    @property
    def column(self) -> tuple[Bilingual, Bilingual, Bilingual]:
        """The column's name, what it is about, and its type."""
        if self.kind:
            return self.kind.name, self.kind.about, self.kind.type
        if self.crumbs:
            return self.crumbs[0][0], self.crumbs[0][0], say("column_services")
        return self.title, self.about, say("column_services")

    @property
    def keywords(self) -> list[str]:
        """The column, then what the entry is marked with that people search for."""
        marked = sorted(self.item.terms) if self.item else []
        wanted = [term for vocabulary in _WORDS for term in marked if term[0] == vocabulary]
        terms = [self.site.reference.term(*each) for each in wanted]
        found = [self.column[0], *(term.name for term in terms if term)]
        return list(dict.fromkeys(self.say(each) for each in found))

    @property
    def sources(self) -> list[str]:
        """Who published what the entry is made from; the office itself where nobody else did."""
        told = [each.publisher for each in self.item.entry.sources] if self.item else []
        return list(dict.fromkeys(self.say(each) for each in told or [self.site.office.name]))

    @property
    def author(self) -> str:
        """Who wrote it, as the entry says, else the office."""
        told = vars(self.item.entry) if self.item else {}
        lesson = told.get("lesson")
        by = lesson.by if isinstance(lesson, Lesson) else told.get("author")
        return self.say(by or self.site.office.name)

    @property
    def published(self) -> dt.date:
        return self.item.entry.published if self.item else self.site.day

    @property
    def changed(self) -> dt.date:
        """The day of the newest correction, else that of publication."""
        corrections = self.item.entry.corrections if self.item else ()
        return max([self.published, *(each.on for each in corrections)])

    @property
    def picture(self) -> str | None:
        """The whole address of the entry's first picture."""
        if not self.item or not self.item.entry.pictures:
            return None
        first = addresses.of_picture(self.item, self.item.entry.pictures[0].file)
        return addresses.whole(self.site.office, first)
