"""The page shell around a page's text: the theme's own page, rendered once for pages of one shape.

A page of the theme differs from the next in a few words: title, description, address, text. So the
theme renders a specimen, with a mark where each of these stands, and pages of its shape get their
own words in place of the marks. What a page has and has not is its shape; a theme that looks into
the words themselves (how long is the title?) finds marks that cannot be looked into, and its pages
are rendered one by one, as are those for which specimen and theme once disagreed.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, NoReturn

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from yaoan.pages import Page

from .dialect import Heading, Text

Protect = Callable[[str, str], str]
"""Puts the policy into a page, given with its name."""

_SLUG = "yaoan-mark-of-the-place"
_HOLE = re.compile(rf"\ue000([a-z]+\d*)\ue001|({_SLUG})|(yaoan-mark-of-the-source)")
_SOURCE = "yaoan-mark-of-the-source"


class Looked(Exception):  # noqa: N818 - it says what happened
    """The theme looked into words that differ from page to page."""


class Mark(str):
    """Stands for words in a specimen; may be written and be known to be there, nothing else."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return True

    def _looked(self, *_: object) -> NoReturn:
        raise Looked

    __len__ = __contains__ = __eq__ = __ne__ = __lt__ = __getitem__ = __iter__ = _looked  # type: ignore[assignment]
    lower = upper = startswith = endswith = split = replace = strip = _looked  # type: ignore[assignment]
    __hash__ = str.__hash__


class Sheet(NamedTuple):
    """A page and its text, ready for the shell."""

    page: Page
    text: Text


@dataclass
class Shell:
    """Puts pages into the theme of *config*, whose templates *env* has."""

    config: MkDocsConfig
    env: Environment
    nav: Navigation
    protect: Protect
    _shapes: dict[object, "list[str] | None"] = field(default_factory=dict)

    def around(self, sheet: Sheet) -> str:
        """The whole page, as MkDocs makes it."""
        if not (key := _shape(sheet)):
            return self.plain(sheet)
        if key not in self._shapes:
            self._shapes[key] = self._learnt(sheet)
        if (pieces := self._shapes[key]) is None:
            return self.plain(sheet)
        return _filled(pieces, sheet)

    def plain(self, sheet: Sheet) -> str:
        """The whole page, rendered by the theme itself."""
        page, (html, headings) = sheet
        file = self._file(page.path, page.edit)
        meta = {"title": page.title, "language": page.language, **page.meta}
        return self._render(file, meta, html, _toc(headings), page.path)

    def _learnt(self, sheet: Sheet) -> list[str] | None:
        """The pieces of the specimen: words and names of holes in turn. None if there can be none."""
        page, (html, headings) = sheet
        folder = page.path.rpartition("/")[0]
        file = self._file(f"{folder}/{_SLUG}.md", _SOURCE if page.edit else None)
        meta = {key: _marked(key, value) for key, value in _meta(page).items()}
        top = AnchorLink(_mark("top"), _mark("topid"), 0)
        top.children = [_Part(number) for number, _ in enumerate(_parts(headings))]
        toc = TableOfContents([top] if headings else [])
        try:
            text = self._render(file, meta, _mark("content"), toc, page.path)
        except Looked:
            return None
        pieces = _pieces(text)
        return pieces if _filled(pieces, sheet) == self.plain(sheet) else None

    def _file(self, path: str, edit: str | None) -> File:
        file = File.generated(self.config, path, content="")
        file.edit_uri = f"../{edit}" if edit else None  # type: ignore[assignment]
        return file

    def _render(
        self, file: File, meta: Mapping[str, Any], html: str, toc: TableOfContents, name: str
    ) -> str:
        page = MkDocsPage(None, file, self.config)
        page.markdown, page.meta, page.content, page.toc = "", dict(meta), html, toc
        context = get_context(self.nav, [], self.config, page)
        return self.protect(self.env.get_template("main.html").render(context), name)


def _shape(sheet: Sheet) -> tuple[object, ...] | None:
    """What pages that differ in their words only have in common; None for a page unlike others.

    An index page stands where menus lead to, so it is marked in them as the current page.
    """
    page, (_, headings) = sheet
    folder, _, name = page.path.rpartition("/")
    if name == "index.md" or not folder or "moved" in page.meta or _SLUG in page.path:
        return None
    return (folder, page.language, bool(page.edit), len(_parts(headings)), bool(headings), *_frozen(page.meta))


_WORDS = ("title", "description", "structured", "address", "until")
"""What a page's front matter says in words of its own."""


def _frozen(meta: Mapping[str, object]) -> Iterator[object]:
    """Of a page's front matter, what is there at all, and whatever else the theme may ask for."""
    for key, value in meta.items():
        if key in _WORDS or key == "qr":
            yield key, bool(value)
        elif key == "tags":
            yield tuple(tag["name"] for tag in value)  # type: ignore[attr-defined]
        else:
            yield key, repr(value)


def _mark(name: str) -> Mark:
    return Mark(f"\ue000{name}\ue001")


def _meta(page: Page) -> dict[str, object]:
    return {"title": page.title, "language": page.language, **page.meta}


def _marked(key: str, value: Any) -> object:
    """The front matter of a specimen: marks for the words, all else as it is."""
    if key in _WORDS and value:
        return _mark(key)
    if key == "qr":
        return {each: _mark(each) for each in value}
    if key == "tags":
        return [{**tag, "text": _mark(f"tag{n}")} for n, tag in enumerate(value)]
    return value


class _Part(AnchorLink):
    """A part of a specimen: its words are marks, and nobody may ask what parts it has itself."""

    def __init__(self, number: int) -> None:
        self.title, self.id, self.level = _mark(f"part{number}"), _mark(f"id{number}"), 2

    @property
    def children(self) -> NoReturn:  # type: ignore[override]
        raise Looked


def _pieces(text: str) -> list[str]:
    """Words and names of holes in turn."""
    pieces, end = [], 0
    for hole in _HOLE.finditer(text):
        pieces += [text[end : hole.start()], hole[1] or ("slug" if hole[2] else "source")]
        end = hole.end()
    return [*pieces, text[end:]]


def _filled(pieces: list[str], sheet: Sheet) -> str:
    page, (html, headings) = sheet
    words = _meta(page)
    words |= words["qr"] if words.get("qr") else {}  # type: ignore[operator]
    words |= {f"tag{n}": tag["text"] for n, tag in enumerate(words.get("tags", ()))}  # type: ignore[arg-type,index]
    for number, part in enumerate(_parts(headings)):
        words |= {f"part{number}": bare(part.words), f"id{number}": part.id}
    words |= {"content": html, "slug": page.path.rpartition("/")[2][:-3], "source": page.edit}
    whole = pieces.copy()
    whole[1::2] = [str(words[name]) for name in pieces[1::2]]
    return "".join(whole)


def _parts(headings: tuple[Heading, ...]) -> list[Heading]:
    """The headings right below the first."""
    return [] if not headings else _below(headings)


def _below(headings: tuple[Heading, ...]) -> list[Heading]:
    first, *rest = headings
    found: list[Heading] = []
    for each in rest:
        if each.level <= first.level:
            break
        if not found or each.level <= found[-1].level:
            found.append(each)
    return found


_TAGS = re.compile(r"<[^>]*>")


def bare(words: str) -> str:
    """The words of a heading without tags, as a table of contents has them."""
    return " ".join(_TAGS.sub("", words).split())


def _toc(headings: tuple[Heading, ...]) -> TableOfContents:
    """The table of contents as MkDocs has it: each heading within the last one above its level."""
    top: list[AnchorLink] = []
    open_ones: list[AnchorLink] = []
    for each in headings:
        link = AnchorLink(bare(each.words), each.id, each.level - 1)
        while open_ones and open_ones[-1].level >= link.level:
            open_ones.pop()
        (open_ones[-1].children if open_ones else top).append(link)
        open_ones.append(link)
    return TableOfContents(top)
