"""Which entries cite which article, and which laws have been amended since."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from yaoan.forms import Citation
from yaoan.reference import Reference, Version

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


def amended(item: Item, citation: Citation, reference: Reference, day: dt.date) -> Version | None:
    """The version in force on *day* of a cited law, if it is newer than the one that *item* cites.

    An entry cites the version it names, else the one in force when the matter was decided or, where
    nothing was decided, made public. Where no day is known of the newer version, nothing is said.
    """
    law = reference.law(citation.law)
    if law is None:
        return None
    decisions = (each.on.last for each in vars(item.entry).get("decisions", ()) if each.on)
    decided = max((each for each in decisions if each), default=item.entry.published)
    cited, now = law.version(citation.version, decided), law.version(day=day)
    newer = now is not cited and now.in_force is not None and now.in_force > decided
    return now if newer else None
