"""Longer text in a small, safe part of Markdown: paragraphs, lists, emphasis, links, pictures."""

from dataclasses import dataclass, field
from typing import Self

from yaoan.bilingual import Bilingual, Language

from .blocks import Block, Figure, Link, Paragraph, links_in, paragraphs_in, said
from .markup import parse
from .text import english_of
from .value import Value, in_english


@dataclass(frozen=True, slots=True)
class Prose(Bilingual, Value):
    """Longer text in two languages, parsed."""

    zh_blocks: tuple[Block, ...] = field(default=(), repr=False)
    en_blocks: tuple[Block, ...] = field(default=(), repr=False)

    @classmethod
    def read(cls, text: str) -> Self:
        zh, en = text.strip(), english_of(text).strip()
        return cls(zh, en, parse(zh), in_english(parse, en))

    def blocks(self, language: Language) -> tuple[Block, ...]:
        """The blocks of that language; the Chinese where there is no English."""
        return self.en_blocks if language == "en" and self.en else self.zh_blocks

    def paragraphs(self, language: Language) -> tuple[str, ...]:
        """The words of every paragraph and list item of that language, without markup."""
        blocks = self.en_blocks if language == "en" else self.zh_blocks
        return tuple(paragraphs_in(blocks))

    def links(self) -> tuple[Link, ...]:
        """Every link in either language."""
        return tuple(
            link for block in (*self.zh_blocks, *self.en_blocks) for link in links_in(block)
        )

    def figures(self, language: Language) -> tuple[int, ...]:
        """The numbers of the pictures that have a place in the text of that language."""
        return tuple(each.number for each in self.blocks(language) if isinstance(each, Figure))

    def opening(self, language: Language) -> str:
        """The words of the first paragraph, without markup."""
        first = next((b for b in self.blocks(language) if isinstance(b, Paragraph)), None)
        return said(first.inner) if first else ""
