"""What the front page shows besides the columns: what teaches, what is on, what this year holds."""

from yaoan.reference import Term

from .collection import Collection
from .item import Item
from .site import Site

_ASKED = "violation"
"""The vocabulary whose terms readers look for first."""


def taught(site: Site, count: int) -> tuple[Item, ...]:
    """The newest entries whose lesson tells the public what to do; invented ones last."""
    found = [item for item in site.items.values() if _advice(item)]
    return tuple(sorted(found, key=_real_and_new)[:count])


def running(site: Site) -> tuple[Item, ...]:
    """The entries of kinds that run for a time, such as campaigns, which run on the site's day."""
    return tuple(
        item
        for collection in site.collections
        if collection.kind.runs
        for item in collection.items
        if _runs(site, item)
    )


def this_year(site: Site) -> tuple[tuple[Collection, int], ...]:
    """How many real entries each column has gained in the year of the site's day, if any."""
    counted = (
        (each, sum(item.entry.published.year == site.day.year for item in each.real))
        for each in site.collections
    )
    return tuple((each, count) for each, count in counted if count)


def common(site: Site, count: int) -> tuple[Term, ...]:
    """The violations that most entries are about, the most frequent first."""
    used = [term for known, terms in site.vocabularies if known.id == _ASKED for term in terms]
    used.sort(key=lambda term: (-len(site.by_term[term.vocabulary, term.id]), term.id))
    narrow = [term for term in used if "." in term.id]
    return tuple((narrow or used)[:count])


def _advice(item: Item) -> bool:
    lesson = getattr(item.entry, "lesson", None)
    return bool(getattr(lesson, "public", ()))


def _real_and_new(item: Item) -> tuple[bool, int, str]:
    return item.entry.demonstration, -item.entry.published.toordinal(), item.id


def _runs(site: Site, item: Item) -> bool:
    period = getattr(item.entry, "period", None)
    if period is None or period.first is None or period.first > site.day:
        return False
    return period.last is None or site.day <= period.last
