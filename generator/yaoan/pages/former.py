"""The pages of former addresses: they lead on, or say that the content was withdrawn."""

from collections.abc import Iterator

from yaoan.site import Former, Site
from yaoan.words import say

from . import addresses
from .draft import Draft


def drafts(site: Site) -> Iterator[Draft]:
    """A page for each former address; no list, search or search engine leads to it."""
    return map(_draft, site.former)


def _draft(one: Former) -> Draft:
    kind, to = one.kind, one.to
    return Draft(
        "former",
        addresses.of_entry(kind, one.id),
        say("moved_title" if to else "gone_title"),
        say("moved_about" if to else "gone_about"),
        ((kind.name, addresses.of_listing(kind.folder)),),
        listed=False,
        moved=addresses.of_item(to) if to else None,
        context={"one": one},
    )
