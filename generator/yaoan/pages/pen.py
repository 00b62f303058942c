"""What a template writes with: a page's language and place, and the site to look things up in."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import quote

from markupsafe import Markup

from yaoan.bilingual import Bilingual
from yaoan.corpus import Office
from yaoan.forms import Amount, Citation, Prose, Quantity, total
from yaoan.kinds import Penalty, walk
from yaoan.reference import Article, Law, Term
from yaoan.site import Item, Moment, Outcome, Site, outcome, timeline
from yaoan.words import say

from . import addresses
from .chart import counted
from .escape import escape
from .prose import markdown
from .qr import Drawing, qr
from .voice import Voice

_UNITS = ("goods_unit", "figure_unit")


@dataclass(frozen=True)
class Pen(Voice):
    """Writes one page: speaks its language, and knows where things stand from there."""

    site: Site
    path: str
    shown: Item | None = None
    """The entry whose page this is."""

    anchors: Counter[str] = field(default_factory=Counter, repr=False, compare=False)

    def anchor(self, name: str) -> Markup:
        """An id that no other element of this page has, nor the page shell."""
        self.anchors[name] += 1
        return Markup(f"{name}-{self.anchors[name]}")

    @property
    def office(self) -> Office:
        return self.site.office

    def to(self, target: str) -> Markup:
        """The address of the page *target*, given by its Chinese path, in this page's language."""
        there = addresses.localised(target, self.language)
        here = addresses.localised(self.path, self.language)
        return Markup(addresses.relative(there, here))

    def item(self, ident: str) -> Item | None:
        return self.site.items.get(ident)

    def item_link(self, item: Item) -> Markup:
        """A link to an entry, with the first day on which a late site must hide it."""
        link = _link(self.words(item.entry.title), self.to(addresses.of_item(item)))
        until = self.until(item)
        return link + Markup("{{:{} }}").format(until) if until else link

    def until(self, item: Item) -> Markup:
        """The attribute of what a late site must hide with an entry; nothing while none need be."""
        until = self.site.until.get(item.id)
        return Markup(' data-until="{}"').format(until) if until else Markup("")

    @property
    def address(self) -> str | None:
        """The whole address of this page; None while the office gives no address of its site."""
        return addresses.whole(self.office, addresses.localised(self.path, self.language))

    @property
    def qr(self) -> Drawing | None:
        """The whole address of this page as a QR code; nothing while there is none."""
        return qr(self.address) if self.address else None

    def index_number(self, item: Item) -> str | None:
        """The number under which the office discloses the entry, where it gives such numbers."""
        pattern = self.office.index_pattern
        return pattern.number(item.id) if pattern else None

    def timeline(self, item: Item) -> tuple[Moment, ...]:
        return timeline(item.entry)

    def outcome(self, item: Item) -> tuple[Outcome, ...]:
        return outcome(item.entry, self.site.reference)

    def _to_item(self, ident: str) -> str | None:
        item = self.item(ident)
        return str(self.to(addresses.of_item(item))) if item else None

    def prose(self, text: Prose | None) -> Markup:
        """Longer text; where it is not translated, the Chinese with a notice."""
        if text is None or not text.zh:
            return Markup("")
        body = markdown(text.blocks(self.language), self._to_item, self.figure)
        if text.has(self.language):
            return body
        notice = escape(say("not_translated").in_(self.language))
        return Markup(
            '<div class="untranslated" markdown="1">\n\n<p class="hint">{}</p>\n\n'
            '<div lang="zh" markdown="1">\n\n{}\n\n</div>\n\n</div>'
        ).format(notice, body)

    def term_of(self, vocabulary: str, ident: str) -> Term | None:
        return self.site.reference.term(vocabulary, ident)

    def term(self, vocabulary: str, ident: str) -> Markup:
        """A term's name, linked to its page if it has one."""
        found = self.term_of(vocabulary, ident)
        if found is None:
            return escape(ident)
        known = self.site.reference.vocabularies[vocabulary]
        name = self.words(known.title(found))
        if not known.pages:
            return name
        return _link(name, self.to(addresses.of_term(found)))

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
        law = self.law(citation.law)
        title = self.law_title(law, citation)
        place = escape(citation.place(self.language))
        gap = Markup("" if self.language == "zh" else ", ")
        words = title + gap + place if place else title
        if law is None:
            return words
        target = addresses.of_article(law, citation.key) if citation.key else addresses.of_law(law)
        return _link(words, self.to(target))

    def cite_known(self, citation: Citation) -> Markup:
        """A citation that no entry makes: linked only where its law has pages."""
        law = self.law(citation.law)
        if law and law.id in self.site.by_article and citation.key in law.articles:
            return self.cite(citation)
        place = escape(citation.place(self.language))
        gap = Markup("" if self.language == "zh" else ", ")
        return self.law_title(law, citation) + (gap + place if place else place)

    def law_title(self, law: Law | None, citation: Citation) -> Markup:
        name = law.name if law else Bilingual(citation.law)
        version = law.version(citation.version).short_name if law and citation.version else None
        shown = escape(f"（{version.in_(self.language)}）") if version else Markup("")
        if self.language == "zh":
            return escape(f"《{name.zh}》") + shown
        return self.words(name) + (escape(f" ({version.en})") if version else Markup(""))

    def cited(self, citation: Citation) -> Article | None:
        """What is known of the cited article."""
        law = self.law(citation.law)
        return law.articles.get(citation.key) if law else None

    def article(self, key: str) -> Bilingual:
        """The name of the article *key*."""
        return article_name(key)

    def picture(self, item: Item, file: str) -> Markup:
        """The address of a picture, which stands once for both languages."""
        here = addresses.localised(self.path, self.language)
        return Markup(quote(addresses.relative(addresses.of_picture(item, file), here)))

    def figure(self, number: int) -> Markup:
        """The picture of that number of this page's entry, with its words."""
        assert self.shown is not None
        picture = self.shown.entry.pictures[number - 1]
        credit = self.say("in_brackets", what=picture.credit) if picture.credit else Markup("")
        return Markup(
            '<figure markdown="1">\n\n![{}]({})\n\n<figcaption>{}{}</figcaption>\n</figure>'
        ).format(
            self.bare(picture.alt),
            self.picture(self.shown, picture.file),
            self.words(picture.alt),
            credit,
        )

    @property
    def unplaced(self) -> list[int]:
        """The numbers of the pictures that have no place in any text of this page's entry."""
        assert self.shown is not None
        texts = (each.value for each in walk(self.shown.entry) if isinstance(each.value, Prose))
        placed = {number for text in texts for number in text.figures(self.language)}
        return [n for n, _ in enumerate(self.shown.entry.pictures, start=1) if n not in placed]

    def quantity(self, quantity: Quantity) -> str:
        """A quantity in this page's language."""
        if self.language == "zh":
            return quantity.zh()
        unit = quantity.unit
        for vocabulary in _UNITS:
            for term in self.site.reference.vocabularies[vocabulary].terms.values():
                if term.name.zh == quantity.unit:
                    unit = term.name.en
        return quantity.en(unit)

    def file(self, path: str) -> Markup:
        """The address of a file that stands once for both languages."""
        return Markup(addresses.relative(path, addresses.localised(self.path, self.language)))

    def chart(
        self, title: Bilingual, counts: Iterable[tuple[Bilingual, int]], *, invented: bool = False
    ) -> Markup:
        """A bar chart of how many entries there are of each; nothing where there are none."""
        return counted(self.language, title, tuple(counts), str(self.anchor("chart")), invented)

    def total(self, penalties: Iterable[Penalty]) -> Amount | None:
        """What *penalties* come to; None where there are not two sums, or one is not exactly known.

        A fine or a confiscation of gains is always a sum; other penalties are when they say one.
        """
        counted = [each.amount for each in penalties if each.amount or each.kind in self._sums]
        known = [amount for amount in counted if amount]
        return total(known) if len(known) == len(counted) > 1 else None

    @property
    def _sums(self) -> frozenset[str]:
        return self._kinds_of_penalty("money")

    @property
    def whole_penalties(self) -> frozenset[str]:
        """The kinds of penalty that need no further words, such as a warning."""
        return self._kinds_of_penalty("whole")

    def _kinds_of_penalty(self, mark: str) -> frozenset[str]:
        kinds = self.site.reference.vocabularies["penalty_kind"].terms.values()
        return frozenset(term.id for term in kinds if term.attributes.get(mark) == "true")


def article_name(key: str) -> Bilingual:
    """`142-1` as 第一百四十二条之一, Article 142-1."""
    number, _, sub = key.partition("-")
    citation = Citation("", article=int(number), sub=int(sub) if sub else None)
    return Bilingual(citation.place("zh"), citation.place("en"))


def _link(words: Markup, address: Markup) -> Markup:
    return Markup("[{}]({})").format(words, address)
