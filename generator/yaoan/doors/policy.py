"""The Content-Security-Policy: made from what the built pages really contain, put into each.

A page may run and load only what it came with: scripts and styles of this site, and inline ones by
their hash. Event attributes, style attributes and anything from another host are refused. Only a
page that searches may compile WebAssembly, which Pagefind needs.
"""

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urlsplit

_CHARSET = re.compile(r'<meta charset="?utf-8"?>', re.IGNORECASE)
_INLINE = re.compile(
    r'<style|<script(?! type="application/ld\+json">)(?![^>]*\ssrc=)'
    r"|\sstyle=|\son\w+=|<base|<iframe|<object",
    re.I,
)
_LOADED = re.compile(r"""\s(?:src|srcset|data|poster)=["']?(?:https?:)?//""", re.I)
_DATA = "application/ld+json"
"""Data for search engines: no browser runs it, so a policy has nothing to say of it."""
_SEARCH = 'id="search-results"'

HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
}
"""What a server should send besides the policy; a page cannot say these of itself."""


class UnsafePage(Exception):  # noqa: N818 - it names what was found
    """A built page holds what no policy of ours allows."""


@dataclass(frozen=True)
class Content:
    """The inline scripts and styles of pages, by their hashes, and whether any page searches."""

    scripts: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()
    searches: bool = False

    def __or__(self, other: "Content") -> "Content":
        return Content(
            self.scripts | other.scripts,
            self.styles | other.styles,
            self.searches or other.searches,
        )

    def policy(self, *, header: bool = False) -> str:
        """The policy for this content; as a header it also forbids being framed."""
        compile_ = ["'wasm-unsafe-eval'"] if self.searches else []
        rules = {
            "default-src": ["'none'"],
            "script-src": ["'self'", *sorted(self.scripts), *compile_],
            "style-src": ["'self'", *sorted(self.styles)],
            "img-src": ["'self'"],
            "connect-src": ["'self'"],
            "worker-src": ["'self'"],
            "form-action": ["'self'"],
            "base-uri": ["'none'"],
            **({"frame-ancestors": ["'none'"]} if header else {}),
        }
        return "; ".join(f"{name} {' '.join(values)}" for name, values in rules.items())


def protected(text: str, name: str) -> tuple[str, Content]:
    """The page *name* with its policy right after the declaration of its characters, and what it
    contains. Raises UnsafePage when that is something no policy allows."""
    found = content(text, name)
    tag = f'<meta http-equiv="Content-Security-Policy" content="{found.policy()}">'
    safe, count = _CHARSET.subn(lambda charset: f"{charset[0]}\n{tag}", text, count=1)
    if not count:
        raise UnsafePage(f'{name}: <meta charset="utf-8">')
    return safe, found


def headers(whole: Content) -> Iterator[tuple[str, str]]:
    """The headers for the whole site, as Netlify and Cloudflare Pages, Apache, and nginx read them:
    the name of each file and its text."""
    sent = {"Content-Security-Policy": whole.policy(header=True), **HEADERS}
    lines = [f"  {name}: {value}" for name, value in sent.items()]
    yield "_headers", "\n".join(["/*", *lines]) + "\n"
    lines = [f'  Header always set {name} "{value}"' for name, value in sent.items()]
    yield ".htaccess", "\n".join(["<IfModule mod_headers.c>", *lines, "</IfModule>"]) + "\n"
    lines = [f'add_header {name} "{value}" always;' for name, value in sent.items()]
    yield "nginx-headers.conf", "\n".join(lines) + "\n"


def content(text: str, name: str) -> Content:
    """What the page *name* contains that a policy must speak of. Raises UnsafePage."""
    if _LOADED.search(text):
        raise UnsafePage(f"{name}: loads from another host")
    reader = _Reader(name)
    if _INLINE.search(text):
        reader.feed(text)
    return Content(frozenset(reader.scripts), frozenset(reader.styles), _SEARCH in text)


class _Reader(HTMLParser):
    """Collects the hashes of inline scripts and styles; refuses what has no place in a page."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=False)
        self.name = name
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self._into: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        odd = [key for key in given if key == "style" or key.startswith("on")]
        if odd or tag in ("base", "iframe", "object", "embed"):
            line, _ = self.getpos()
            raise UnsafePage(f"{self.name}:{line}: <{tag}> {' '.join(odd)}")
        if tag == "script" and given.get("type") == _DATA:
            return
        if tag == "script" and "src" not in given:
            self._into = self.scripts
        elif tag == "script" and urlsplit(given["src"] or "").netloc:
            raise UnsafePage(f"{self.name}: loads from another host")
        elif tag == "style":
            self._into = self.styles

    def handle_data(self, data: str) -> None:
        if self._into is not None:
            digest = hashlib.sha256(data.encode()).digest()
            self._into.append(f"'sha256-{base64.b64encode(digest).decode()}'")
            self._into = None

    def handle_endtag(self, tag: str) -> None:
        self._into = None
