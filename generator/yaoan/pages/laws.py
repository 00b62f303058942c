"""The pages of the laws and their articles, with every entry that cites them."""

from collections.abc import Iterator
from itertools import groupby

from yaoan.bilingual import Bilingual
from yaoan.reference import RANKS, Law
from yaoan.site import Site, by_role
from yaoan.words import say

from . import addresses
from .described import Crumbs
from .draft import Draft
from .guide import article_name

INDEX = "laws/index.md"


def drafts(site: Site) -> Iterator[Draft]:
    """The laws that any entry cites, and their articles."""
    cited = [law for law in site.reference.laws.values() if law.id in site.by_article]
    cited.sort(key=lambda law: (RANKS.index(law.rank), -site.cases_under(law.id), law.id))
    ranks = [list(group) for _, group in groupby(cited, lambda law: law.rank)]
    yield Draft("laws", INDEX, say("laws"), say("laws_about"), context={"ranks": ranks})
    for law in cited:
        yield from _law(site, law, ((say("laws"), INDEX),))


def _law(site: Site, law: Law, crumbs: Crumbs) -> Iterator[Draft]:
    cited, path = site.by_article[law.id], addresses.of_law(law)
    keys = sorted({*cited, *law.articles} - {""}, key=_order)
    context: dict[str, object] = {"law": law, "cited": cited, "keys": keys}
    yield Draft("law", path, law.name, law.full, crumbs, context=context)
    for key in keys:
        article, place = law.articles.get(key), article_name(key)
        title = Bilingual(f"{law.name.zh}{place.zh}", f"{place.en}, {law.name.en}")
        yield Draft(
            "article",
            addresses.of_article(law, key),
            title,
            article.about if article else title,
            (*crumbs, (law.name, path)),
            context={"article": article, "cases": by_role(cited.get(key, ()))},
        )


def _order(key: str) -> tuple[int, int]:
    number, _, sub = key.partition("-")
    return int(number), int(sub or 0)
