"""How a page speaks: every value in its language, escaped."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from string import Formatter

from markupsafe import Markup

from yaoan.bilingual import Bilingual, Language
from yaoan.forms import Amount, Form, When, labels
from yaoan.words import say

from .escape import escape

_CHINESE = re.compile("[\u4e00-\u9fff]")
_NOTHING = Markup("")

Phrase = tuple[Markup, tuple[tuple[str, Markup], ...]]
"""The words before the first place, then each place with the words that follow it; all escaped."""


@cache
def phrase(language: Language, key: str) -> Phrase:
    """The phrase *key* taken to pieces, to be put together again and again."""
    words, places = [_NOTHING], []
    for text, place, _, _ in Formatter().parse(say(key).in_(language)):
        words[-1] += escape(text)
        if place is not None:
            places.append(place)
            words.append(_NOTHING)
    return words[0], tuple(zip(places, words[1:], strict=True))


@cache
def _labels(language: Language, form: type[Form]) -> dict[str, Markup]:
    """The labels of a form's fields as they are written."""
    return {key: Voice(language).words(label) for key, label in labels(form).items()}


@dataclass(frozen=True)
class Voice:
    """Speaks one language."""

    language: Language

    def say(self, key: str, **values: object) -> Markup:
        """The phrase *key* in this page's language, each value in its place as it is shown."""
        words, places = phrase(self.language, key)
        if not places:
            return words
        pieces = [piece for place, after in places for piece in (self.show(values[place]), after)]
        return Markup("".join((words, *pieces)))

    def show(self, value: object) -> Markup:
        """Any value as it is written on this page, escaped, in this page's language."""
        if isinstance(value, Markup):
            return value
        if value is None:
            return _NOTHING
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
        marked = self.language == "en" and _CHINESE.search(text)
        return _in_chinese(escape(text)) if marked else escape(text)

    def words(self, text: Bilingual) -> Markup:
        """Plain words; Chinese on an English page is marked as Chinese."""
        said = escape(text.in_(self.language))
        return said if text.has(self.language) else _in_chinese(said)

    def bare(self, text: Bilingual) -> Markup:
        """Words for an attribute, where no language can be marked."""
        return escape(text.in_(self.language))

    def label(self, form: Form, key: str) -> Markup:
        """What the field *key* of *form* is called."""
        return _labels(self.language, type(form))[key]

    def strong(self, amount: Amount) -> Markup:
        """An amount that should stand out."""
        return Markup(f"<strong>{escape(amount.in_(self.language))}</strong>")

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


def _in_chinese(said: Markup) -> Markup:
    return Markup(f'<span lang="zh">{said}</span>')
