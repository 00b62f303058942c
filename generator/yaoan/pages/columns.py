"""The pages of the columns: lists of entries, and the entries."""

from collections.abc import Iterator

from yaoan.site import Breakdown, Collection, Item, Site, Withdrawn, apart, by_year
from yaoan.words import say

from . import addresses, lists
from .draft import Draft
from .lists import Excerpt

_FEWEST = 3
"""The fewest years that make a chart worth drawing."""


def drafts(site: Site) -> Iterator[Draft]:
    """For each column its list, the list of each year, and its entries."""
    for collection in site.collections:
        yield from _listing(collection)
        yield from _years(collection)
        items = (None, *collection.items, None)
        for newer, item, older in zip(items, collection.items, items[2:], strict=False):
            yield _entry(item, newer, older)
    yield from map(_withdrawn, site.withdrawn)


def _listing(collection: Collection) -> Iterator[Draft]:
    kind, runs = collection.kind, list(collection.pages(addresses.PAGE_SIZE))
    first = addresses.of_listing(kind.folder)
    for number, items in enumerate(runs, start=1):
        real, invented = apart(items)
        yield Draft(
            "listing",
            addresses.of_listing(kind.folder, number),
            kind.name if number == 1 else say("page_of", name=kind.name, number=number),
            kind.about,
            () if number == 1 else ((kind.name, first),),
            kind=kind,
            context={
                "collection": collection,
                "items": items,
                "real": Excerpt(real, len(collection.real)),
                "invented": Excerpt(invented, len(collection.invented)),
                "number": number,
                "pages": lists.pages(first, number, len(runs)),
                "chart": _chart(collection) if number == 1 else None,
                "years": list(_counted(collection)) if number == 1 else [],
            },
        )


def _chart(collection: Collection) -> Breakdown | None:
    """The real entries by year, where there are years to compare."""
    counted = by_year(collection.real)
    return counted if len(counted.rows) >= _FEWEST else None


def _counted(collection: Collection) -> Iterator[tuple[int, int, int]]:
    """For each year how many real entries it has, and how many invented."""
    for year, items in collection.years:
        real, invented = apart(items)
        yield year, len(real), len(invented)


def _years(collection: Collection) -> Iterator[Draft]:
    kind = collection.kind
    above = ((kind.name, addresses.of_listing(kind.folder)),)
    for year, items in collection.years:
        path, title = (
            addresses.of_year(kind.folder, year),
            say("year_of", name=kind.name, year=year),
        )
        real, invented = apart(items)
        first = lists.excerpt(real, path, "real")
        then = lists.excerpt(invented, path, "invented")
        context: dict[str, object] = {"real": first, "invented": then}
        yield Draft("year", path, title, kind.about, above, kind=kind, context=context)
        yield from lists.drafts(first, real, title, (*above, (title, path)))
        odd = say("invented_title", title=title)
        yield from lists.drafts(then, invented, odd, (*above, (title, path)))


def _entry(item: Item, newer: Item | None, older: Item | None) -> Draft:
    kind, entry = item.kind, item.entry
    return Draft(
        f"kinds/{kind.module}/page",
        addresses.of_item(item),
        entry.title,
        entry.summary,
        ((kind.name, addresses.of_listing(kind.folder)),),
        edit=None if item.masked else item.file,
        kind=kind,
        item=item,
        context={"item": item, "entry": entry, "newer": newer, "older": older},
    )


def _withdrawn(one: Withdrawn) -> Draft:
    """The short page that stays: it names nobody, and no list leads to it."""
    kind = one.kind
    return Draft(
        "withdrawn",
        addresses.of_entry(kind, one.id),
        say("withdrawn_title", id=one.id),
        say("withdrawn_about"),
        ((kind.name, addresses.of_listing(kind.folder)),),
        context={"one": one},
    )
