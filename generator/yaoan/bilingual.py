"""A word in two languages."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Bilingual:
    """The same words in Chinese and in English. Chinese is complete; English may be missing."""

    zh: str
    en: str = ""

    def in_(self, language: Language) -> str:
        """The words in *language*; the Chinese where there is no English."""
        return self.en if language == "en" and self.en else self.zh

    def has(self, language: Language) -> bool:
        return language == "zh" or bool(self.en)

    def spoken(self, language: Language) -> Language:
        """The language that `in_(language)` really answers in."""
        return language if self.has(language) else "zh"

    def fill(self, **values: object) -> "Bilingual":
        """Both sentences with their `{places}` filled; what has an `in_` speaks each language."""

        def said(language: Language) -> dict[str, object]:
            return {
                key: value.in_(language) if hasattr(value, "in_") else value
                for key, value in values.items()
            }

        return Bilingual(self.zh.format(**said("zh")), self.en.format(**said("en")))

    def __str__(self) -> str:
        return self.zh
