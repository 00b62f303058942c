"""The pages of the vocabularies: every entry under a term."""

from collections.abc import Iterator
from itertools import groupby

from yaoan.kinds import Kind
from yaoan.site import Item, Site, apart
from yaoan.words import say

from . import addresses
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
            items = site.by_term[vocabulary.id, term.id]
            ordered = sorted(items, key=lambda item: item.kind.order)
            columns = [(kind, *apart(inside)) for kind, inside in groupby(ordered, _kind)]
            yield Draft(
                "term",
                addresses.of_term(term),
                vocabulary.title(term),
                term.note or say("term_about", term=vocabulary.title(term)),
                (top, (vocabulary.name, path)),
                context={
                    "vocabulary": vocabulary,
                    "term": term,
                    "items": items,
                    "columns": columns,
                },
            )


def _kind(item: Item) -> Kind:
    return item.kind
