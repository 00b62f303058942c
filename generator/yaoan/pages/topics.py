"""The pages of the vocabularies: every entry under a term."""

from collections.abc import Iterator
from itertools import groupby

from yaoan.reference import Term, Vocabulary
from yaoan.site import Site, apart
from yaoan.words import say

from . import addresses, lists
from .described import Crumbs
from .draft import Draft

INDEX = "terms/index.md"


def drafts(site: Site) -> Iterator[Draft]:
    """The index of all terms, a page for each vocabulary, one for each term that has entries."""
    yield Draft("terms", INDEX, say("terms"), say("terms_about"))
    top = (say("terms"), INDEX)
    for vocabulary, terms in site.vocabularies:
        path = addresses.of_vocabulary(vocabulary.id)
        about = vocabulary.asks or vocabulary.name
        context: dict[str, object] = {"vocabulary": vocabulary, "terms": terms}
        yield Draft("vocabulary", path, vocabulary.name, about, (top,), context=context)
        for term in terms:
            yield from _term(site, vocabulary, term, (top, (vocabulary.name, path)))


def _term(site: Site, vocabulary: Vocabulary, term: Term, above: Crumbs) -> Iterator[Draft]:
    """The page of a term, which has a part for each column, and the lists that are too long."""
    items, title = site.by_term[term.vocabulary, term.id], vocabulary.title(term)
    path = addresses.of_term(term)
    columns, whole = [], []
    ordered = sorted(items, key=lambda item: item.kind.order)
    for kind, inside in groupby(ordered, lambda item: item.kind):
        named = say("list_of", name=title, part=kind.name)
        real, invented = apart(inside)
        first = lists.excerpt(real, path, kind.folder)
        then = lists.excerpt(invented, path, f"{kind.folder}-invented")
        columns.append((kind, first, then))
        whole += [(first, real, named), (then, invented, say("invented_title", title=named))]
    yield Draft(
        "term",
        path,
        title,
        term.note or say("term_about", term=title),
        above,
        context={
            "vocabulary": vocabulary,
            "term": term,
            "many": len(items),
            "odd": sum(then.many for _, _, then in columns),
            "columns": columns,
        },
    )
    for shown, listed, named in whole:
        yield from lists.drafts(shown, listed, named, (*above, (title, path)))
