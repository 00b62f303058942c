"""How a page speaks: every value in its language, escaped."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from string import Formatter

from markupsafe import Markup

from yaoan.bilingual import Bilingual, Language
from yaoan.forms import Amount, Form, When, labels
from yaoan.words import say

from .escape import escape


@cache
def _phrase(language: Language, key: str) -> tuple[tuple[Markup, str | None], ...]:
    """A phrase in pieces: escaped words, each with the place that follows it, if any."""
    pieces = Formatter().parse(say(key).in_(language))
    return tuple((escape(text), place) for text, place, _, _ in pieces) or ((Markup(""), None),)


@dataclass(frozen=True)
class Voice:
    """Speaks one language."""

    language: Language

    def say(self, key: str, **values: object) -> Markup:
        """The phrase *key* in this page's language, each value in its place as it is shown."""
        first, *rest = _phrase(self.language, key)
        if not rest and first[1] is None:
            return first[0]
        parts = (
            text + (self.show(values[place]) if place else Markup(""))
            for text, place in (first, *rest)
        )
        return Markup("").join(parts)

    def show(self, value: object) -> Markup:
        """Any value as it is written on this page, escaped, in this page's language."""
        if isinstance(value, Markup):
            return value
        if value is None:
            return Markup("")
        if isinstance(value, Bilingual):
            return self.words(value)
        if isinstance(value, dt.date):
            return escape(self.day(value))
        if isinstance(value, Amount | When):
            return escape(value.in_(self.language))
        speak = getattr(value, "in_", None)
        return self.foreign(speak(self.language) if speak else str(value))

    def foreign(self, text: str) -> Markup:
        """Text that is not translated, such as a decision number: marked where it is Chinese."""
        marked = self.language == "en" and any("\u4e00" <= char <= "\u9fff" for char in text)
        return Markup('<span lang="zh">{}</span>').format(escape(text)) if marked else escape(text)

    def words(self, text: Bilingual) -> Markup:
        """Plain words; Chinese on an English page is marked as Chinese."""
        said = escape(text.in_(self.language))
        if text.spoken(self.language) == self.language:
            return said
        return Markup('<span lang="zh">{}</span>').format(said)

    def bare(self, text: Bilingual) -> Markup:
        """Words for an attribute, where no language can be marked."""
        return escape(text.in_(self.language))

    def label(self, form: Form, key: str) -> Bilingual:
        """What the field *key* of *form* is called."""
        return labels(type(form))[key]

    def strong(self, amount: Amount) -> Markup:
        """An amount that should stand out."""
        return Markup("<strong>{}</strong>").format(escape(amount.in_(self.language)))

    def dial(self, number: str) -> Markup:
        """A telephone number that can be called."""
        digits = "".join(char for char in number if char in "+0123456789")
        return Markup('<a class="tel" href="tel:{}">{}</a>').format(digits, number)

    @property
    def divider(self) -> str:
        return "、" if self.language == "zh" else ", "

    def listed(self, values: Iterable[object]) -> Markup:
        """The values that are there, divided as the language divides a list."""
        return Markup(self.divider).join(self.show(each) for each in values if each is not None)

    def day(self, day: dt.date) -> str:
        """A day as it is written in this page's language."""
        if self.language == "zh":
            return f"{day.year}年{day.month}月{day.day}日"
        return f"{day.day} {day:%B} {day.year}"
