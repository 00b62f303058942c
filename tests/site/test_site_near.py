"""What stands near an entry: the short way finds what looking at every entry finds."""

from yaoan.doors import Workshop
from yaoan.site import Item, Site

WEIGHTS = {"violation": 4, "product_category": 2, "stage": 1, "subject_kind": 1, "audience": 1}


def near(site: Site, item: Item, count: int) -> list[str]:
    """The entries that *item* names, then those of its sort that share most, the newest first."""
    named = [each for each in item.entry.related if each in site.items and each != item.id]
    scores = {}
    for other in site.items.values():
        if other.id in {item.id, *named} or other.entry.demonstration != item.entry.demonstration:
            continue
        under = {key for key, items in site.by_term.items() if other in items}
        score = sum(WEIGHTS.get(key[0], 0) for key in item.terms if key in under)
        if score >= 3:
            scores[other.id] = score
    order = {each.id: place for place, each in enumerate(site.latest(len(site.items)))}
    close = sorted(scores, key=lambda ident: (-scores[ident], order[ident]))
    return [*dict.fromkeys(named), *close][: max(count, len(named))]


def test_what_stands_near_is_what_shares_most(sample: Workshop) -> None:
    site, some = sample.site, 0
    for item in site.items.values():
        for count in (4, 9):
            found = [each.id for each in site.related(item, count)]
            assert found == near(site, item, count), item.id
            some += len(found)
    assert some > 300
