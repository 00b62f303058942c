"""One file of a built site looked at by itself: its flaws, the places in it, where its links lead.

What pages have in common is read once: a page is taken apart before each line that begins with a
tag. A page with a comment, or with a part in which something is left open, is read as a whole.
"""

import html
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from posixpath import normpath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from yaoan.bilingual import Bilingual

_TAG = re.compile(
    r"""<!--.*?-->|<(?:script|style)\b(?![^>]*\ssrc=)[^>]*>.*?</(?:script|style)\s*>"""
    r"""|(?P<open><!--|<(?:script|style)\b(?![^>]*\ssrc=))"""
    r"""|(?P<tag><[a-z](?:[^>"']++|"[^"]*+"|'[^']*+')*+>)|(?P<cut><[a-z])""",
    re.IGNORECASE | re.DOTALL,
)
_SAID = re.compile(
    r"""\s(href|src|action|poster|data|srcset|id|content)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""",
    re.IGNORECASE,
)
_MUTE = rb"""(?: (?!href|src|action|poster|data=|id=|content)[a-z-]+="[^"<>]*")*+>[^<]*+"""
_SILENT = re.compile(
    rb"""(?:(?!script|style)/?[a-z][a-z0-9]*+%b"""
    rb"""|script type="application/ld\+json">[^<]*+"""
    rb"""|meta (?:name|property)="[\w:-]*+" content="(?![\s\d&])[^"<>]*+">[^<]*+)"""
    rb"""(?:</?(?!script|style)[a-z][a-z0-9]*+%b|</script>[^<]*+)*+""" % (_MUTE, _MUTE)
)
"""A part that is seen at once to have neither links nor places, and to leave nothing open."""
_REFRESH = re.compile(r"\s*\d+\s*;\s*url\s*=\s*(.+)", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_MOST = 1 << 14
"""How many parts are remembered. Those that pages have in common are soon remembered again."""


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


@dataclass(frozen=True)
class Glance:
    """What a file by itself tells: its name, its size in bytes, its flaws.

    Of a page also the places in it, and where its links lead, but for those to places in itself
    and those in parts of which another page told the same.
    """

    name: str
    size: int
    flaws: tuple[Flaw, ...] = ()
    anchors: frozenset[str] | None = None
    leads: tuple[Target, ...] = ()


class _Said(NamedTuple):
    """The places in a part of a page, and its links as they are written."""

    anchors: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


_NOTHING = _Said()
_Place = tuple[str, int]
"""The first folder that a page lies in, and how many there are."""


@dataclass
class Glancing:
    """Looks at one file after another, in whichever process has their bytes.

    *address* is where the site will stand on the web, empty if not known: links that begin with it
    lead within the site too. *looks* find the flaws.
    """

    address: str
    looks: Collection[Look]
    _known: dict[_Place, dict[bytes, _Said]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def glance(self, name: str, data: bytes) -> Glance:
        """What the file *name* with the bytes *data* tells."""
        flaws = tuple(flaw for look in self.looks for flaw in look(name, data))
        if not name.endswith(".html"):
            return Glance(name, len(data), flaws)
        said = self._parts((name.partition("/")[0], name.count("/")), data)
        anchors = frozenset(anchor for each in said for anchor in each.anchors)
        links = dict.fromkeys(link for each in said for link in each.links)
        leads = filter(None, (_lead(name, link, self.address) for link in links))
        known = (
            one for one in dict.fromkeys(leads) if one.file != name or one.anchor not in anchors
        )
        return Glance(name, len(data), flaws, anchors, tuple(known))

    def _parts(self, place: _Place, data: bytes) -> list[_Said]:
        """What the parts of a page at *place* say, apart from what was told of another there."""
        found = []
        if sum(map(len, self._known.values())) > _MOST:
            self._known.clear()
        known = self._known.setdefault(place, {})
        for part in (b"\n" + data).split(b"\n<"):
            said = known.get(part)
            if said is None:
                said = _part(part)
                if said is None:
                    return [_said(data.decode("utf-8", "replace")) or _NOTHING]
                known[part] = _own(said, place)
            if said is not _NOTHING:
                found.append(said)
        return found


def _part(part: bytes) -> _Said | None:
    """What a part of a page says, without the `<` it begins with; nothing if it ends open."""
    if _SILENT.fullmatch(part):
        return _NOTHING
    return _said(f"<{part.decode('utf-8', 'replace')}", whole=False)


def _own(said: _Said, place: _Place) -> _Said:
    """What of *said* is another on each page of that *place*."""
    up = "../" * (place[1] - 1)
    links = tuple(each for each in said.links if not _same(each, up))
    return _Said(said.anchors, links) if said.anchors or links else _NOTHING


def _same(link: str, up: str) -> bool:
    """Whether *link* leads to one file from all pages from which *up* leads to one folder."""
    if link[:1] in "#?":
        return False
    return f"{link}/".startswith(up) or link[0] == "/" or bool(_ELSEWHERE.match(link))


def _said(text: str, *, whole: bool = True) -> _Said | None:
    """What *text* says; nothing if it is not the *whole* page and leaves something open."""
    anchors, links = list[str](), list[str]()
    for found in _TAG.finditer(text):
        if not whole and found.lastgroup in ("open", "cut"):
            return None
        for key, *values in _SAID.findall(found["tag"] or ""):
            value = "".join(values)
            value = html.unescape(value) if "&" in value else value
            if key.lower() == "id":
                anchors.append(value)
            else:
                links += _links(key.lower(), value)
    return _Said(tuple(anchors), tuple(links))


def _links(key: str, value: str) -> Iterator[str]:
    """The links in the attribute *key*."""
    if key == "srcset":
        yield from (part.split()[0] if part.strip() else "" for part in value.split(","))
    elif key != "content":
        yield value
    elif found := _REFRESH.fullmatch(value):
        yield found[1]


def _lead(page: str, link: str, address: str) -> Target | None:
    """Where *link* on *page* leads, if it leads within the site."""
    folder = page.rpartition("/")[0]
    if link[:1] in "#?":
        return _target(folder, link, address, page)
    while folder and link.startswith("../") and link[3:4] not in "#?":
        folder, link = folder.rpartition("/")[0], link[3:]
    return _target(folder, link, address)


@lru_cache(1 << 14)
def _target(folder: str, link: str, address: str, page: str = "") -> Target | None:
    """Where *link* leads from *folder*, or from *page* where it names no file."""
    if address and link.startswith(address):
        link = urlsplit(address).path + link[len(address) :]
    elif _ELSEWHERE.match(link):
        return None
    path, _, anchor = link.partition("#")
    path = unquote(path.partition("?")[0])
    root = urlsplit(address).path or "/"
    if path.startswith("/") and not path.startswith(root):
        return None
    file = path[len(root) :] if path.startswith("/") else f"{folder}/{path}"
    file = file if path else page
    ends = file.endswith("/")
    file = normpath(f"./{file.lstrip('/')}").removeprefix(".")
    file = f"{file}/index.html" if ends and file else file
    return Target(file, unquote(anchor))
