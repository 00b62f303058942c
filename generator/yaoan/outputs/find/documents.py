"""The pages that can be found, in the order of their numbers.

First the topics, the laws and what was written by hand, then the entries, column after column, each
newest first, so that the numbers of a column follow each other, then the articles of the laws.
"""

from collections.abc import Iterator

from yaoan.bilingual import LANGUAGES, Bilingual
from yaoan.pages import addresses, article_name
from yaoan.reference import Law
from yaoan.site import Item, Site
from yaoan.words import say

from .document import Document
from .texts import texts


def documents(site: Site) -> Iterator[Document]:
    """Every page that can be found. The same number is the same page in both languages."""
    yield from _leading(site)
    for collection in site.collections:
        for item in collection.items:
            yield _entry(item, site)
    yield from _articles(site)


def count(site: Site) -> int:
    """How many pages can be found."""
    beside = (_leading(site), _articles(site))
    return len(site.items) + sum(1 for each in beside for _ in each)


def columns(site: Site) -> dict[str, tuple[int, int]]:
    """For each column the number of its first entry, and how many there are."""
    found = {}
    start = sum(1 for _ in _leading(site))
    for collection in site.collections:
        found[collection.kind.folder] = (start, len(collection.items))
        start += len(collection.items)
    return found


def _leading(site: Site) -> Iterator[Document]:
    for vocabulary, terms in site.vocabularies:
        for term in terms:
            note = term.note or Bilingual("", "")
            address = addresses.url(addresses.of_term(term))
            yield Document(address, vocabulary.name, vocabulary.title(term), note)
    for law in _cited(site):
        address = addresses.url(addresses.of_law(law))
        yield Document(address, say("laws"), law.name, law.full)
    for page in site.written:
        yield Document(
            addresses.url(page.path),
            say("site_page"),
            page.title,
            page.about,
            (page.text.zh,),
            (page.text.en,),
            languages=tuple(each for each in LANGUAGES if getattr(page.text, each)),
        )


def _entry(item: Item, site: Site) -> Document:
    entry, said = item.entry, texts(item.entry, site.reference)
    return Document(
        addresses.url(addresses.of_item(item)),
        item.kind.name,
        entry.title,
        entry.summary,
        tuple(said["zh"]),
        tuple(said["en"]),
        entry.published,
        site.until.get(item.id),
        entry.demonstration,
    )


def _articles(site: Site) -> Iterator[Document]:
    for law in _cited(site):
        for key in sorted({*site.by_article[law.id], *law.articles} - {""}):
            article, place = law.articles.get(key), article_name(key)
            about = article.about if article else Bilingual("", "")
            range_ = article.range if article else None
            yield Document(
                addresses.url(addresses.of_article(law, key)),
                say("articles"),
                Bilingual(f"{law.name.zh}{place.zh}", f"{place.en}, {law.name.en}"),
                about,
                (range_.zh,) if range_ else (),
                (range_.in_("en"),) if range_ else (),
            )


def _cited(site: Site) -> list[Law]:
    return [law for law in site.reference.laws.values() if law.id in site.by_article]
