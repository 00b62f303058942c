"""A voice that knows the site: how to name its entries, terms and laws, and where they stand."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import quote

from markupsafe import Markup

from yaoan.bilingual import Bilingual
from yaoan.corpus import Office
from yaoan.forms import Citation
from yaoan.reference import Article, Law, Term
from yaoan.site import Item, Site

from . import addresses, marks
from .escape import escape
from .voice import Voice


@dataclass(frozen=True, eq=False)
class Guide(Voice):
    """Speaks of one site. What it writes holds marks, so that it may stand on any page."""

    site: Site
    _terms: dict[tuple[str, str], Markup] = field(init=False, default_factory=dict, repr=False)
    _cited: dict[Citation, Markup] = field(init=False, default_factory=dict, repr=False)
    _stated: dict[Citation, Markup] = field(init=False, default_factory=dict, repr=False)

    @property
    def office(self) -> Office:
        return self.site.office

    def to(self, target: str) -> Markup:
        """The address of the page *target*, given by its Chinese path, in this page's language."""
        return marks.to(addresses.localised(target, self.language))

    def file(self, path: str) -> Markup:
        """The address of a file that stands once for both languages."""
        return marks.to(path)

    def picture(self, item: Item, file: str) -> Markup:
        """The address of a picture, which stands once for both languages."""
        return marks.to(quote(addresses.of_picture(item, file)))

    def anchor(self, name: str) -> Markup:
        """An id that no other element of this page has, nor the page shell."""
        return marks.new(name)

    def item(self, ident: str) -> Item | None:
        return self.site.items.get(ident)

    def item_link(self, item: Item) -> Markup:
        """A link to an entry, with the first day on which a late site must hide it."""
        link = _link(self.words(item.entry.title), self.to(addresses.of_item(item)))
        until = self.until(item)
        return Markup(f"{link}{{:{until} }}") if until else link

    def until(self, item: Item) -> Markup:
        """The attribute of what a late site must hide with an entry; nothing while none need be."""
        until = self.site.until.get(item.id)
        return Markup(f' data-until="{until}"') if until else Markup("")

    def to_item(self, ident: str) -> Markup | None:
        """The address of the entry with that id; None where there is none."""
        item = self.item(ident)
        return self.to(addresses.of_item(item)) if item else None

    def term_of(self, vocabulary: str, ident: str) -> Term | None:
        return self.site.reference.term(vocabulary, ident)

    def term(self, vocabulary: str, ident: str) -> Markup:
        """A term's name, linked to its page if it has one."""
        known = self._terms.get((vocabulary, ident))
        if known is None:
            known = self._terms[vocabulary, ident] = self._term(vocabulary, ident)
        return known

    def _term(self, vocabulary: str, ident: str) -> Markup:
        found = self.term_of(vocabulary, ident)
        if found is None:
            return escape(ident)
        known = self.site.reference.vocabularies[vocabulary]
        name = self.words(known.title(found))
        return _link(name, self.to(addresses.of_term(found))) if known.pages else name

    def terms(self, vocabulary: str, ids: Iterable[str]) -> Markup:
        """Several terms, divided as the language divides a list."""
        return Markup(self.divider).join(self.term(vocabulary, each) for each in ids)

    def name(self, vocabulary: str, ident: str) -> Bilingual:
        """A term's name without a link."""
        found = self.term_of(vocabulary, ident)
        return found.name if found else Bilingual(ident, ident)

    def law(self, name: str) -> Law | None:
        return self.site.reference.law(name)

    def cite(self, citation: Citation) -> Markup:
        """A citation, linked to the page of its article."""
        known = self._cited.get(citation)
        if known is None:
            known = self._cited[citation] = self._cite(citation)
        return known

    def _cite(self, citation: Citation) -> Markup:
        law, words = self.law(citation.law), self._words_of(citation)
        if law is None:
            return words
        target = addresses.of_article(law, citation.key) if citation.key else addresses.of_law(law)
        return _link(words, self.to(target))

    def cite_known(self, citation: Citation) -> Markup:
        """A citation that no entry makes: linked only where its law has pages."""
        known = self._stated.get(citation)
        if known is None:
            law = self.law(citation.law)
            linked = law and law.id in self.site.by_article and citation.key in law.articles
            known = self.cite(citation) if linked else self._words_of(citation)
            self._stated[citation] = known
        return known

    def _words_of(self, citation: Citation) -> Markup:
        """A citation without a link: the law, its version, the place in it."""
        place = escape(citation.place(self.language))
        gap = Markup(", " if place and self.language == "en" else "")
        return self._title_of(self.law(citation.law), citation) + gap + place

    def _title_of(self, law: Law | None, citation: Citation) -> Markup:
        name = law.name if law else Bilingual(citation.law)
        version = law.version(citation.version).short_name if law and citation.version else None
        if self.language == "zh":
            return escape(f"《{name.zh}》") + (
                escape(f"（{version.zh}）") if version else Markup("")
            )
        return self.words(name) + (escape(f" ({version.en})") if version else Markup(""))

    def cited(self, citation: Citation) -> Article | None:
        """What is known of the cited article."""
        law = self.law(citation.law)
        return law.articles.get(citation.key) if law else None

    def article(self, key: str) -> Bilingual:
        """The name of the article *key*."""
        return article_name(key)


def article_name(key: str) -> Bilingual:
    """`142-1` as 第一百四十二条之一, Article 142-1."""
    number, _, sub = key.partition("-")
    citation = Citation("", article=int(number), sub=int(sub) if sub else None)
    return Bilingual(citation.place("zh"), citation.place("en"))


def _link(words: Markup, address: Markup) -> Markup:
    return Markup(f"[{words}]({address})")
