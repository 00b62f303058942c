"""A page before it is written: what it is about, in no language yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from yaoan.bilingual import Bilingual, Language
from yaoan.kinds import Kind
from yaoan.site import Item, Site

from . import addresses, tags
from .described import Crumbs, Described
from .escape import plain
from .marks import settled
from .page import Page
from .pen import pen
from .qr import qr
from .structured import structured


@dataclass(frozen=True)
class Draft:
    """What a page needs to be written in any language.

    *path* is that of the Chinese page; *about* becomes its description; *crumbs* are the pages
    above it; *edit* is the file a person edits to change it; *kind* is the column it belongs to
    and *item* the entry it shows, where there is one; *listed* is false for what no search engine
    should name; *moved* is where its reader is sent.
    """

    template: str
    path: str
    title: Bilingual
    about: Bilingual
    crumbs: Crumbs = ()
    edit: str | None = None
    kind: Kind | None = None
    item: Item | None = None
    listed: bool = True
    moved: str | None = None
    context: Mapping[str, object] = field(default_factory=dict)

    def write(self, site: Site, language: Language, own: Path | None = None) -> Page:
        """The page in *language*; templates in the folder *own* come before ours.

        No page depends on another having been written before.
        """
        path, pen_ = addresses.localised(self.path, language), pen(site, language, own)
        text = pen_.write(self.template, title=self.title, about=self.about, **self.context)
        body = settled(text, path, partial(pen_.figure, self.item) if self.item else _none)
        title = plain(self.title.in_(language))
        return Page(path, language, title, body, self.edit, self._meta(site, language))

    def _meta(self, site: Site, language: Language) -> dict[str, object]:
        """What the page shell is told, as it may stand in HTML."""
        told = Described(
            site, language, self.path, self.title, self.about, self.crumbs, self.kind, self.item
        )
        address = told.address(self.path) if self.item else None
        return {
            "description": plain(told.say(self.about)),
            "template_kind": self.template.partition("/")[0],
            "crumbs": [
                {
                    "title": plain(told.say(name)),
                    "url": addresses.url(addresses.localised(path, language)),
                }
                for name, path in self.crumbs
            ],
            "tags": tags.escaped(tags.of_page(told)) if self.listed else [],
            "structured": structured(told) if self.listed else "",
            "address": plain(address or ""),
            "qr": qr(address)._asdict() if address else {},
            **self._until(site),
            **self._former(language),
        }

    def _until(self, site: Site) -> dict[str, object]:
        """The first day on which a browser hides the page, should the site not be built anew."""
        until = site.until.get(self.item.id) if self.item else None
        return {"until": until.isoformat()} if until else {}

    def _former(self, language: Language) -> dict[str, object]:
        """What a page that stands where an entry was tells the page shell."""
        if self.listed:
            return {}
        moved = self.moved and addresses.url(addresses.localised(self.moved, language))
        return {"unlisted": True, **({"moved": moved} if moved else {})}


def _none(number: int) -> str:
    raise ValueError(f"picture {number} on a page that shows no entry")
