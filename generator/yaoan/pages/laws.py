"""The pages of the laws and their articles, with every entry that cites them."""

from collections.abc import Iterator
from itertools import groupby

from yaoan.bilingual import Bilingual
from yaoan.reference import RANKS, Law
from yaoan.site import Cited, Site, by_role
from yaoan.words import say

from . import addresses, lists
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
    items = [each.item for each in cited.get("", ())]
    whole = lists.excerpt(items, path, "whole")
    context: dict[str, object] = {"law": law, "cited": cited, "keys": keys, "whole": whole}
    yield Draft("law", path, law.name, law.full, crumbs, context=context)
    above = (*crumbs, (law.name, path))
    named = say("list_of", name=law.name, part=say("cites_whole"))
    yield from lists.drafts(whole, items, named, above)
    for key in keys:
        yield from _article(law, key, cited.get(key, ()), above)


def _article(law: Law, key: str, cited: tuple[Cited, ...], above: Crumbs) -> Iterator[Draft]:
    """The page of an article, which has a part for each role, and the lists that are too long."""
    article, place = law.articles.get(key), article_name(key)
    path = addresses.of_article(law, key)
    title = Bilingual(f"{law.name.zh}{place.zh}", f"{place.en}, {law.name.en}")
    cases = [(role, items, lists.excerpt(items, path, role)) for role, items in by_role(cited)]
    context = {"article": article, "cases": [(role, shown) for role, _, shown in cases]}
    about = article.about if article else title
    yield Draft("article", path, title, about, above, context=context)
    for role, items, shown in cases:
        named = say("list_of", name=title, part=say("role_" + role))
        yield from lists.drafts(shown, items, named, (*above, (title, path)))


def _order(key: str) -> tuple[int, int]:
    number, _, sub = key.partition("-")
    return int(number), int(sub or 0)
