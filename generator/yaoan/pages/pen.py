"""What a template writes with: a page's language and place, and the site to look things up in."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from yaoan.bilingual import Bilingual, Language
from yaoan.corpus import Office
from yaoan.forms import Amount, Citation, Form, Prose, Quantity, labels, total
from yaoan.reference import Article, Law, Term
from yaoan.site import ROLES, Cited, Item, Site
from yaoan.words import say

from . import addresses
from .escape import escape
from .prose import markdown

_OTHER: Mapping[Language, Language] = {"zh": "en", "en": "zh"}
_UNITS = ("goods_unit", "figure_unit")


@dataclass(frozen=True)
class Pen:
    """Writes for one page."""

    site: Site
    language: Language
    path: str

    @property
    def office(self) -> Office:
        return self.site.office

    @property
    def other(self) -> Language:
        return _OTHER[self.language]

    def say(self, key: str, **values: object) -> Bilingual:
        return say(key, **values)

    def label(self, form: Form, key: str) -> Bilingual:
        """What the field *key* of *form* is called."""
        return labels(type(form))[key]

    def words(self, text: Bilingual) -> Markup:
        """Plain words; Chinese on an English page is marked as Chinese."""
        said = escape(text.in_(self.language))
        if text.spoken(self.language) == self.language:
            return said
        return Markup('<span lang="zh">{}</span>').format(said)

    def to(self, target: str) -> Markup:
        """The address of the page *target*, given by its Chinese path, in this page's language."""
        there = addresses.localised(target, self.language)
        here = addresses.localised(self.path, self.language)
        return Markup(addresses.relative(there, here))

    def item(self, ident: str) -> Item | None:
        return self.site.items.get(ident)

    def item_link(self, item: Item) -> Markup:
        return _link(self.words(item.entry.title), self.to(addresses.of_item(item)))

    def prose(self, text: Prose | None) -> Markup:
        """Longer text; where it is not translated, the Chinese with a notice."""
        if text is None or not text.zh:
            return Markup("")
        body = markdown(text.blocks(self.language), self._item_addresses)
        if text.has(self.language):
            return body
        notice = escape(say("not_translated").in_(self.language))
        return Markup(
            '<div class="untranslated" markdown="1">\n\n<p class="hint">{}</p>\n\n'
            '<div lang="zh" markdown="1">\n\n{}\n\n</div>\n\n</div>'
        ).format(notice, body)

    @cached_property
    def _item_addresses(self) -> dict[str, str]:
        return _Addresses(self)

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

    @property
    def divider(self) -> str:
        return "、" if self.language == "zh" else ", "

    @property
    def whole_penalties(self) -> frozenset[str]:
        """The kinds of penalty that need no further words, such as a warning."""
        kinds = self.site.reference.vocabularies["penalty_kind"].terms.values()
        return frozenset(term.id for term in kinds if term.attributes.get("whole") == "true")

    def name(self, vocabulary: str, ident: str) -> Bilingual:
        """A term's name without a link."""
        found = self.term_of(vocabulary, ident)
        return found.name if found else Bilingual(ident, ident)

    def law(self, name: str) -> Law | None:
        return self.site.reference.law(name)

    def strong(self, amount: Amount) -> Markup:
        """An amount that should stand out."""
        return Markup("<strong>{}</strong>").format(escape(amount.in_(self.language)))

    def cite(self, citation: Citation, day: dt.date | None = None) -> Markup:
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

    def cases_under(self, law: Law) -> int:
        """How many entries cite any article of *law*."""
        cited = self.site.by_article.get(law.id, {})
        return len({each.item.id for entries in cited.values() for each in entries})

    def by_role(self, cases: Iterable[Cited]) -> list[tuple[str, list[Item]]]:
        """The entries that cite an article, by the role in which they do."""
        found: dict[str, list[Item]] = {}
        for each in cases:
            for role in each.roles:
                found.setdefault(role, []).append(each.item)
        return sorted(found.items(), key=lambda row: ROLES.index(row[0]))

    def article(self, key: str) -> Bilingual:
        """The name of the article *key*."""
        return article_name(key)

    def picture(self, item: Item, file: str) -> Markup:
        """The address of a picture, which stands once for both languages."""
        here = addresses.localised(self.path, self.language)
        return Markup(addresses.relative(addresses.of_picture(item, file), here))

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

    def total(self, amounts: Iterable[Amount | None]) -> Amount | None:
        """The sum of two or more exact amounts; None where there is no such sum to give."""
        known = [amount for amount in amounts if amount is not None]
        return total(known) if len(known) > 1 else None

    def day(self, day: dt.date) -> str:
        """A day as it is written in this page's language."""
        if self.language == "zh":
            return f"{day.year}年{day.month}月{day.day}日"
        return f"{day.day} {day:%B} {day.year}"


def article_name(key: str) -> Bilingual:
    """`142-1` as 第一百四十二条之一, Article 142-1."""
    number, _, sub = key.partition("-")
    citation = Citation("", article=int(number), sub=int(sub) if sub else None)
    return Bilingual(citation.place("zh"), citation.place("en"))


class _Addresses(dict[str, str]):
    """The addresses of entries seen from one page, worked out when asked for."""

    def __init__(self, pen: Pen) -> None:
        super().__init__()
        self._pen = pen

    def get(self, ident: str, default: str | None = None) -> str | None:  # type: ignore[override]
        item = self._pen.item(ident)
        return str(self._pen.to(addresses.of_item(item))) if item else default


def _link(words: Markup, address: Markup) -> Markup:
    return Markup("[{}]({})").format(words, address)
