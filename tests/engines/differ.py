"""What a page says, whichever engine made it, and where two built sites differ."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin

from lxml import etree, html

ADDRESS = "https://example.gov.cn/"
"""Where the compared sites are said to stand: without an address there are no canonical links."""

ASPECTS = ("text", "headings", "links", "language", "metadata", "markup", "files")

_POINTS = {"href", "src", "action"}
_LANGUAGE = {"lang", "hreflang"}
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_OWN = re.compile(r"assets/(javascripts|stylesheets|images)/|search|sitemap\.xml\.gz$|.*\.html$")
"""Files that an engine adds for itself, and the pages."""


class Difference(NamedTuple):
    """Where two sites differ: the page or file, one of ASPECTS, and what each says there."""

    name: str
    aspect: str
    how: str


def facts(page: bytes, address: str) -> dict[str, list[str]]:
    """What the page at *address* says, by aspect, in the order of the page.

    Addresses are made whole and runs of blanks one blank; nothing else is levelled.
    """
    tree = html.document_fromstring(page.decode("utf-8"))
    everything, body = _elements(tree), _elements(tree.body)
    for each in everything:
        for name in _POINTS & set(each.attrib):
            each.set(name, urljoin(address, each.get(name)))
    return {
        "text": [text for text in map(_flat, tree.body.itertext()) if text],
        "headings": [_tag(each, {"id"}) + _flat(each.text_content()) for each in body if each.tag in _HEADINGS],
        "links": [_tag(each, _POINTS) for each in body if _POINTS & set(each.attrib)],
        "language": [_tag(each, _LANGUAGE) for each in everything if _LANGUAGE & set(each.attrib)],
        "metadata": [_tag(each) + _flat(each.text) for each in tree.head.iter()],
        "markup": [_tag(each) for each in body],
    }


def _elements(tree: html.HtmlElement) -> list[html.HtmlElement]:
    return [each for each in tree.iter() if isinstance(each.tag, str)]


def _flat(text: str | None) -> str:
    return " ".join((text or "").split())


def _tag(element: html.HtmlElement, names: set[str] | None = None) -> str:
    """The element's own tag with its attributes, or with those of these names, in order."""
    kept = sorted(set(element.attrib) & names if names else set(element.attrib))
    return " ".join([f"<{element.tag}", *(f'{name}="{_flat(element.get(name))}"' for name in kept)]) + ">"


def differences(one: Path, other: Path) -> Iterator[Difference]:
    """Everything in which two built sites differ, but for what an engine adds for itself."""
    ours, theirs = _files(one), _files(other)
    for name in sorted(ours ^ theirs):
        yield Difference(name, "files", "here | -" if name in ours else "- | here")
    for name in sorted(ours & theirs):
        left, right = (one / name).read_bytes(), (other / name).read_bytes()
        if name.endswith(".html"):
            yield from _between(name, left, right)
        elif name == "sitemap.xml":
            yield from _listed(name, "files", _addresses(left), _addresses(right))
        elif left != right:
            yield Difference(name, "files", f"{len(left)} bytes | {len(right)} bytes")


def _files(site: Path) -> set[str]:
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    return {name for name in names if name.endswith(".html") or not _OWN.match(name)}


def _addresses(sitemap: bytes) -> list[str]:
    return sorted(etree.fromstring(sitemap).xpath("//*[local-name()='loc']/text()"))


def _between(name: str, left: bytes, right: bytes) -> Iterator[Difference]:
    address = ADDRESS + name.removesuffix("index.html")
    one, other = facts(left, address), facts(right, address)
    for aspect in one:
        yield from _listed(name, aspect, one[aspect], other[aspect])


def _listed(name: str, aspect: str, ours: list[str], theirs: list[str]) -> Iterator[Difference]:
    """The first thing in which two lists differ, if any."""
    for left, right in zip([*ours, "-"], [*theirs, "-"], strict=False):
        if left != right:
            yield Difference(name, aspect, f"{left} | {right}")
            return
