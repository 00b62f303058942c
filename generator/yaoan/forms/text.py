"""Plain words in two languages: shown character for character, never markup."""

from typing import Self

from yaoan.bilingual import Bilingual

from .value import Value, in_english, misread


class Said(str):
    """A typed Chinese text that carries its English from the file beside it."""

    __slots__ = ("en",)
    en: str

    def __new__(cls, zh: str, en: str) -> Self:
        said = super().__new__(cls, zh)
        said.en = en
        return said


def english_of(text: str) -> str:
    """The English that came with *text*; empty when none did."""
    return text.en if isinstance(text, Said) else ""


class Text(Bilingual, Value):
    """One line of plain words."""

    __slots__ = ()

    @classmethod
    def read(cls, text: str) -> Self:
        return cls(_line(text), in_english(_line, english_of(text)))


def _line(text: str) -> str:
    line = text.strip()
    if "\n" in line:
        raise misread("one_line", where=line.split("\n", 1)[1].strip().split("\n")[0])
    return line
