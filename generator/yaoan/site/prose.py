"""Longer text with names masked, also where emphasis or a link cuts a name in two."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import unquote

from yaoan.bilingual import Language
from yaoan.forms import Block, Bullets, Figure, Inline, Link, Paragraph, Prose, Words

from .masks import Masks


def masked(prose: Prose, masks: Masks, *, linked: bool = True) -> Prose:
    """*prose* with the names of *masks* masked; itself where nothing is to be changed.

    A link whose address holds a name becomes plain words; so does, unless it may be *linked*,
    every link that leads outside.
    """
    zh = _Masking(masks, "zh", linked)
    en = _Masking(masks, "en", linked)
    if not (
        any(map(masks.found, (*prose.paragraphs("zh"), *prose.paragraphs("en"))))
        or any(map(zh.cuts, prose.links()))
    ):
        return prose
    zh_blocks, en_blocks = zh.blocks(prose.zh_blocks), en.blocks(prose.en_blocks)
    bare = Prose("", "", zh_blocks, en_blocks)
    return replace(bare, zh=_said(bare, "zh"), en=_said(bare, "en"))


def _said(prose: Prose, language: Language) -> str:
    """All the words of one language, paragraph by paragraph."""
    return "\n\n".join(prose.paragraphs(language))


@dataclass(frozen=True, slots=True)
class _Masking:
    """Writes the blocks of one language anew."""

    masks: Masks
    language: Language
    linked: bool

    def cuts(self, link: Link) -> bool:
        """Whether a link may not stay one."""
        return self.masks.found(unquote(link.target)) or not (self.linked or link.entry)

    def blocks(self, found: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(map(self._block, found))

    def _block(self, block: Block) -> Block:
        if isinstance(block, Bullets):
            return replace(block, items=tuple(self.blocks(item) for item in block.items))
        if isinstance(block, Figure):
            return block
        runs = self.masks.spread(tuple(_runs(block.inner)), self.language)
        return Paragraph(self._inlines(block.inner, iter(runs)))

    def _inlines(self, inner: tuple[Inline, ...], runs: Iterator[str]) -> tuple[Inline, ...]:
        return tuple(self._inline(each, runs) for each in inner)

    def _inline(self, each: Inline, runs: Iterator[str]) -> Inline:
        if isinstance(each, Words):
            return Words(next(runs))
        below = self._inlines(each.inner, runs)
        if isinstance(each, Link) and self.cuts(each):
            return Words("".join(_runs(below)))
        return replace(each, inner=below)


def _runs(inner: tuple[Inline, ...]) -> Iterator[str]:
    for each in inner:
        if isinstance(each, Words):
            yield each.text
        else:
            yield from _runs(each.inner)
