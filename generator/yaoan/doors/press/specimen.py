"""A specimen: a page with marks in place of the words that differ from one page to the next."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, NoReturn

from mkdocs.structure.toc import AnchorLink, TableOfContents

from yaoan.pages import Page

from .text import Text

SLUG = "yaoan-mark-of-the-place"
SOURCE = "yaoan-mark-of-the-source"
_HOLE = re.compile(rf"\ue000([a-z]+\d*)\ue001|({SLUG})|{SOURCE}")
"""Characters for private use stand in no text that we read."""
_WORDS = ("title", "description", "structured", "address", "until")
"""What a page's front matter says in words of its own."""
_TAGS = re.compile(r"<[^>]*>")


class Sheet(NamedTuple):
    """A page and its text, ready for the shell."""

    page: Page
    text: Text


class Looked(Exception):  # noqa: N818 - it says what happened
    """The theme looked into words that differ from page to page."""


class Mark(str):
    """Stands for words in a specimen; may be written and be known to be there, nothing else."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return True

    def _looked(self, *_: object) -> NoReturn:
        raise Looked

    __len__ = __contains__ = __eq__ = __ne__ = __lt__ = __getitem__ = __iter__ = _looked
    lower = upper = startswith = endswith = split = replace = strip = _looked  # type: ignore[assignment]
    __hash__ = str.__hash__


class _Part(AnchorLink):
    """A part of a specimen: its words are marks, and nobody may ask what parts it has itself."""

    def __init__(self, number: int) -> None:
        self.title, self.id, self.level = mark(f"part{number}"), mark(f"id{number}"), 2

    @property
    def children(self) -> NoReturn:
        raise Looked

    @children.setter
    def children(self, none: list[AnchorLink]) -> None:
        """There are none to set."""


def mark(name: str) -> Mark:
    """The mark for the words called *name*."""
    return Mark(f"\ue000{name}\ue001")


def shape(sheet: Sheet) -> tuple[object, ...] | None:
    """What pages that differ in their words only have in common; None for a page unlike others.

    An index page stands where menus lead to, so it is marked in them as the current page.
    """
    page, text = sheet
    folder, _, name = page.path.rpartition("/")
    if name == "index.md" or not folder or "moved" in page.meta or SLUG in page.path:
        return None
    parts = (len(text.parts), bool(text.headings))
    return (folder, page.language, bool(page.edit), *parts, *_frozen(page.meta))


def _frozen(meta: Mapping[str, Any]) -> Iterator[object]:
    """Of a page's front matter, what is there at all, and whatever else the theme may ask for."""
    for key, value in meta.items():
        if key in _WORDS or key == "qr":
            yield key, bool(value)
        elif key == "tags":
            yield tuple(tag["name"] for tag in value)
        else:
            yield key, repr(value)


def front(page: Page) -> dict[str, Any]:
    """A page's front matter, as MkDocs reads it."""
    return {"title": page.title, "language": page.language, **page.meta}


def marked(page: Page) -> dict[str, Any]:
    """The front matter of a specimen of *page*: marks for the words, all else as it is."""
    return {key: _marked(key, value) for key, value in front(page).items()}


def _marked(key: str, value: Any) -> object:
    if key in _WORDS and value:
        return mark(key)
    if key == "qr":
        return {each: mark(each) for each in value}
    if key == "tags":
        return [{**tag, "text": mark(f"tag{n}")} for n, tag in enumerate(value)]
    return value


def contents(text: Text) -> TableOfContents:
    """The table of contents of a specimen that has as many parts as *text*."""
    top = AnchorLink(mark("top"), mark("topid"), 0)
    top.children = [_Part(number) for number, _ in enumerate(text.parts)]
    return TableOfContents([top] if text.headings else [])


def pieces(html: str) -> list[str]:
    """A specimen taken apart: what stands in every page, and names of words, in turn."""
    found, end = [], 0
    for hole in _HOLE.finditer(html):
        found += [html[end : hole.start()], hole[1] or ("slug" if hole[2] else "source")]
        end = hole.end()
    return [*found, html[end:]]


def filled(apart: list[str], sheet: Sheet) -> str:
    """The specimen with the words of a page of its shape in place of the marks."""
    page, text = sheet
    words = {**front(page), **page.meta.get("qr", {})}  # type: ignore[dict-item]
    words |= {f"tag{n}": tag["text"] for n, tag in enumerate(words.get("tags", ()))}
    for number, part in enumerate(text.parts):
        words |= {f"part{number}": bare(part.words), f"id{number}": part.id}
    slug = page.path.rpartition("/")[2].removesuffix(".md")
    words |= {"content": text.html, "slug": slug, "source": page.edit}
    whole = apart.copy()
    whole[1::2] = [str(words[name]) for name in apart[1::2]]
    return "".join(whole)


def bare(words: str) -> str:
    """The words of a heading without tags, as a table of contents has them."""
    return " ".join(_TAGS.sub("", words).split())
