"""Which entries cite which article."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from yaoan.reference import Reference

from .item import ROLES, Item


@dataclass(frozen=True)
class Cited:
    """An entry that cites an article, with the roles in which it does."""

    item: Item
    roles: tuple[str, ...]


def by_role(cases: tuple[Cited, ...]) -> list[tuple[str, list[Item]]]:
    """The entries that cite an article, under each role in which they do."""
    found = ((role, [each.item for each in cases if role in each.roles]) for role in ROLES)
    return [(role, items) for role, items in found if items]


Articles = Mapping[str, tuple[Cited, ...]]


def cited_by_article(items: Iterable[Item], reference: Reference) -> Mapping[str, Articles]:
    """For each law its articles and who cites them; the article "" is the law as a whole."""
    found: dict[str, dict[str, dict[str, tuple[Item, set[str]]]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    for item in items:
        for citation, role in item.citations:
            if law := reference.law(citation.law):
                entry = found[law.id][citation.key].setdefault(item.id, (item, set()))
                entry[1].add(role)
    return {
        law: {
            article: tuple(Cited(item, tuple(sorted(roles))) for item, roles in cited.values())
            for article, cited in articles.items()
        }
        for law, articles in found.items()
    }
