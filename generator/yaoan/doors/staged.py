"""A built site read once, file by file: what it holds, where its links lead."""

import html
import os
import re
import stat
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from posixpath import dirname, normpath
from sys import intern
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from yaoan.bilingual import Bilingual

_TAG = re.compile(
    r"""<!--.*?-->|<(?:script|style)\b(?![^>]*\ssrc=)[^>]*>.*?</(?:script|style)\s*>"""
    r"""|(<[a-z](?:[^>"']++|"[^"]*+"|'[^']*+')*+>)""",
    re.IGNORECASE | re.DOTALL,
)
_SAID = re.compile(
    r"""\s(href|src|action|poster|data|srcset|id|content)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""",
    re.IGNORECASE,
)
_REFRESH = re.compile(r"\s*\d+\s*;\s*url\s*=\s*(.+)", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


@dataclass(frozen=True)
class Flaw:
    """What is wrong with a built file: its name in the site, and what is wrong."""

    file: str
    message: Bilingual


class Target(NamedTuple):
    """Where a link within the site leads: a file, and a place in it, empty for its top."""

    file: str
    anchor: str


Look = Callable[[str, bytes], Iterable[Flaw]]
"""A check of one file by itself: its name and what it holds."""


@dataclass
class Staged:
    """What the folder of a built site holds. Names are relative to it, with slashes.

    *sizes* in bytes; *odd* is what is neither a file nor a folder; *anchors* are the places in each
    page; *leads* gives for every target one page that links to it.
    """

    sizes: dict[str, int] = field(default_factory=dict)
    odd: list[str] = field(default_factory=list)
    anchors: dict[str, frozenset[str]] = field(default_factory=dict)
    leads: dict[Target, str] = field(default_factory=dict)

    @property
    def pages(self) -> Collection[str]:
        return self.anchors.keys()

    def whole(self, file: str) -> str:
        """The file that the address *file* gives: the page of a folder, where it is one."""
        page = f"{file}/index.html" if file else "index.html"
        return file if file in self.sizes or page not in self.sizes else page


def read(folder: Path, address: str, looks: Sequence[Look]) -> tuple[Staged, list[Flaw]]:
    """Everything in *folder*, each file read once, and what *looks* find in each by itself.

    *address* is where the site will stand on the web, empty if not known: links that begin with it
    lead within the site too.
    """
    staged = Staged()
    flaws: list[Flaw] = []
    for path, name in _files(folder):
        if not stat.S_ISREG(path.lstat().st_mode):
            staged.odd.append(name)
            continue
        data = path.read_bytes()
        staged.sizes[name] = len(data)
        for look in looks:
            flaws += look(name, data)
        if name.endswith(".html"):
            _page(staged, name, data.decode("utf-8", "replace"), address)
    return staged, flaws


def _files(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every file in *folder*, in order, links to folders among them, and its name."""
    for top, folders, files in os.walk(folder):
        folders.sort()
        inside = Path(top).relative_to(folder)
        links = [name for name in folders if Path(top, name).is_symlink()]
        for each in sorted([*files, *links]):
            yield Path(top, each), (inside / each).as_posix()


def _page(staged: Staged, name: str, text: str, address: str) -> None:
    """Note the anchors of a page, and where its links lead."""
    anchors = set()
    for tag in _TAG.finditer(text):
        for key, *values in _SAID.findall(tag[1] or ""):
            value = "".join(values)
            value = html.unescape(value) if "&" in value else value
            match key.lower():
                case "id":
                    anchors.add(intern(value))
                case "srcset":
                    for part in value.split(","):
                        _link(staged, name, part.split()[0] if part.strip() else "", address)
                case "content":
                    if found := _REFRESH.fullmatch(value):
                        _link(staged, name, found[1], address)
                case _:
                    _link(staged, name, value, address)
    staged.anchors[name] = frozenset(anchors)


def _link(staged: Staged, page: str, link: str, address: str) -> None:
    """Note where *link* leads, if it leads within the site."""
    if address and link.startswith(address):
        link = urlsplit(address).path + link[len(address) :]
    elif _ELSEWHERE.match(link):
        return
    path, _, anchor = link.partition("#")
    path = unquote(path.partition("?")[0])
    root = urlsplit(address).path or "/"
    if path.startswith("/") and not path.startswith(root):
        return
    file = path[len(root) :] if path.startswith("/") else f"{dirname(page)}/{path}"
    file = file if path else page
    folder = file.endswith("/")
    file = normpath(f"./{file.lstrip('/')}").removeprefix(".")
    file = f"{file}/index.html" if folder and file else file
    staged.leads.setdefault(Target(intern(file), unquote(anchor)), page)
