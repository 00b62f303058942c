"""The Content-Security-Policy: made from what the built pages really contain, put into each.

A page may run and load only what it came with: scripts and styles of this site, and inline ones by
their hash. Event attributes, style attributes and anything from another host are refused.
"""

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser
from typing import NoReturn
from urllib.parse import urlsplit
from xml.sax.saxutils import quoteattr

_CHARSET = re.compile(r'<meta charset="?utf-8"?>', re.IGNORECASE)
_DATA = "application/ld+json"
"""Data for search engines: no browser runs it, so a policy has nothing to say of it."""
_WORTH_READING = re.compile(
    r"<(?:style|base|i?frame|object|embed|applet|portal)\b"
    r'|<script(?! type="application/ld\+json">)(?![^>]*\ssrc=)'
    r"|[\s\"'/](?:style|srcset|http-equiv|on[a-z]+)\s*="
    r"|[\s\"'/](?:src|data|poster|background|action|formaction|ping)\s*=\s*[\"']?\s*"
    r"(?:[a-z]+:)?[/\\]{2}"
    r"|<link\b(?![^>]*\srel=\"(?:canonical|alternate)\")(?:[^>\"']|\"[^\"]*\"|'[^']*')*?[\s\"'/]"
    r"href\s*=\s*[\"']?\s*(?:[a-z]+:)?[/\\]{2}"
    r"|=[\"'\s]*(?:java|vb|data|blob|file)[^\"'\s>]{0,20}:"
    r"|(?:href|src|srcset|data|poster|background|action|formaction|ping)\s*=\s*"
    r"(?:\"[^\"<>]*|'[^'<>]*|[^\"'\s<>]*)&(?!amp;)",
    re.IGNORECASE,
)
"""What only a reader of HTML can judge; most pages have none of it and need not be read."""
_PLAIN = re.compile(
    r"(?:</?(?!(?:style|script|base|i?frame|object|embed|applet|portal)\b)[a-z][a-z0-9]*+"
    r"(?: (?!on|style|src|data=|poster|background|action|formaction|ping|href=|xlink|http-equiv)"
    r"[a-z][a-z-]*+=\"[^\"<>]*+\"| (?:href|src)=\"(?![/\\])[^\"<>&:\\]*+\")*+>[^<]*+"
    r"|<script type=\"application/ld\+json\">[^<]*+</script>[^<]*+)++"
)
"""Tags, as most are written, that neither run nor load anything from elsewhere, and texts."""
_CLOSED = re.compile(r"[^<]*+(?:<(?:[^<>\"']|\"[^\"<>]*\"|'[^'<>]*')*+>[^<]*+)*+")
"""Texts and tags of which each ends where it seems to."""

_ONWARD = re.compile(r"0; url=(?:\.\./)+(?:[a-z0-9-]+/)+")
"""Where a page that moved may send its reader: to a page of this site, by a relative address."""

_FOREIGN = ("base", "iframe", "frame", "object", "embed", "applet", "portal")
_LOADING = ("src", "srcset", "data", "poster", "background", "action", "formaction", "ping")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_SAFE = ("http", "https", "mailto", "tel")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BLANK = re.compile(r"[\x00-\x20]+")

HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Permitted-Cross-Domain-Policies": "none",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
}
"""What a server should send besides the policy; a page cannot say these of itself."""

SECURE: Mapping[str, str] = {"Strict-Transport-Security": "max-age=31536000"}
"""What it should also send where the site's own address is https (RFC 6797)."""


class UnsafePage(Exception):  # noqa: N818 - it names what was found
    """A built page holds what no policy of ours allows."""


@dataclass(frozen=True)
class Content:
    """The inline scripts and styles of pages, by their hashes."""

    scripts: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()

    def __or__(self, other: "Content") -> "Content":
        return Content(self.scripts | other.scripts, self.styles | other.styles)

    def policy(self, *, header: bool = False) -> str:
        """The policy for this content; as a header it also forbids being framed."""
        rules = {
            "default-src": ["'none'"],
            "script-src": ["'self'", *sorted(self.scripts)],
            "style-src": ["'self'", *sorted(self.styles)],
            "img-src": ["'self'"],
            "connect-src": ["'self'"],
            "worker-src": ["'self'"],
            "form-action": ["'self'"],
            "base-uri": ["'none'"],
            **({"frame-ancestors": ["'none'"]} if header else {}),
        }
        return "; ".join(f"{name} {' '.join(values)}" for name, values in rules.items())


def text_only(html: str, name: str) -> str:
    """What a page says, without comments. Raises UnsafePage where it brings a script or a style:
    those are the page shell's."""
    bare = _COMMENT.sub("", html)
    if "<!--" in bare or content(bare, name) != Content():
        raise UnsafePage(f"{name}: <script>, <style>, <!--")
    return bare


def protected(text: str, name: str) -> tuple[str, Content]:
    """The page *name* with its policy right after the declaration of its characters, and what it
    contains. Raises UnsafePage when that is something no policy allows."""
    found = content(text, name)
    tag = f'<meta http-equiv="Content-Security-Policy" content="{found.policy()}">'
    safe, count = _CHARSET.subn(lambda charset: f"{charset[0]}\n{tag}", text, count=1)
    if not count:
        raise UnsafePage(f'{name}: <meta charset="utf-8">')
    return safe, found


def headers(whole: Content, *, secure: bool = False) -> Iterator[tuple[str, str]]:
    """The headers for the whole site, as Netlify and Cloudflare Pages, Apache, nginx and IIS read
    them: the name of each file and its text. *secure* where the site's own address is https."""
    policy = {"Content-Security-Policy": whole.policy(header=True)}
    sent = {**policy, **HEADERS, **(SECURE if secure else {})}
    lines = [f"  {name}: {value}" for name, value in sent.items()]
    yield "_headers", "\n".join(["/*", *lines]) + "\n"
    lines = [f'  Header always set {name} "{value}"' for name, value in sent.items()]
    yield ".htaccess", "\n".join(["<IfModule mod_headers.c>", *lines, "</IfModule>"]) + "\n"
    lines = [f'add_header {name} "{value}" always;' for name, value in sent.items()]
    yield "nginx-headers.conf", "\n".join(lines) + "\n"
    lines = [f"      <add name={quoteattr(n)} value={quoteattr(v)} />" for n, v in sent.items()]
    yield "web.config", _IIS.format("\n".join(lines))


_IIS = """\
<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
    <httpProtocol><customHeaders>
{}
    </customHeaders></httpProtocol>
    <staticContent>
      <remove fileExtension=".json" /><mimeMap fileExtension=".json" mimeType="application/json" />
      <remove fileExtension=".webp" /><mimeMap fileExtension=".webp" mimeType="image/webp" />
    </staticContent>
  </system.webServer>
</configuration>
"""
"""IIS answers 404 for a file whose type it does not know, as those of the search are."""


def content(text: str, name: str) -> Content:
    """What the page *name* contains that a policy must speak of. Raises UnsafePage."""
    reader = _Reader(name)
    if not all(map(_harmless, f"\n{text}".split("\n<"))) and _WORTH_READING.search(text):
        reader.feed(text)
        reader.close()
    return Content(frozenset(reader.scripts), frozenset(reader.styles))


@lru_cache(1 << 14)
def _harmless(part: str) -> bool:
    """Whether nothing in a part of a page is worth reading, nor begins there and goes on beyond.

    Pages have most of their parts, each a line that begins with `<`, in common.
    """
    part = f"<{part}"
    if not part[1:] or _PLAIN.fullmatch(part):
        return True
    return bool(_CLOSED.fullmatch(part)) and not _WORTH_READING.search(part)


class _Reader(HTMLParser):
    """Collects the hashes of inline scripts and styles; refuses what has no place in a page."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=False)
        self.name = name
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self._into: list[str] | None = None
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        odd = [key for key in given if key == "style" or key.startswith("on")]
        steers = tag == "meta" and "http-equiv" in given and not _leads_on(given)
        if odd or tag in _FOREIGN or steers:
            self._refuse(f"<{tag}> {' '.join(odd)}".strip())
        for key, value in given.items():
            self._allow(tag, key, value, given)
        runs = tag == "style" or (tag == "script" and given.get("type") != _DATA)
        if runs and "src" not in given:
            self._into, self._text = self.scripts if tag == "script" else self.styles, []

    def _allow(self, tag: str, key: str, value: str, given: Mapping[str, str]) -> None:
        """Refuse an address that runs something, or from which something would be loaded."""
        link = tag == "link" and given.get("rel") not in ("canonical", "alternate")
        if key not in _LOADING and key not in ("href", "xlink:href"):
            return
        bare = _BLANK.sub("", value).replace("\\", "/")
        if (scheme := _SCHEME.match(bare)) and scheme[1].lower() not in _SAFE:
            self._refuse(f"<{tag} {key}={scheme[0]}>")
        if (key in _LOADING or link) and any(urlsplit(each).netloc for each in bare.split(",")):
            self._refuse(f"<{tag} {key}> loads from another host")

    def _refuse(self, what: str) -> NoReturn:
        raise UnsafePage(f"{self.name}:{self.getpos()[0]}: {what}")

    def handle_data(self, data: str) -> None:
        self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if self._into is not None:
            digest = hashlib.sha256("".join(self._text).encode()).digest()
            self._into.append(f"'sha256-{base64.b64encode(digest).decode()}'")
        self._into = None


def _leads_on(meta: Mapping[str, str]) -> bool:
    """Whether a `<meta>` only sends the reader of a page that moved to another page of the site."""
    plain = meta.keys() == {"http-equiv", "content"} and meta["http-equiv"] == "refresh"
    return plain and bool(_ONWARD.fullmatch(meta["content"]))
