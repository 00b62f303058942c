"""Atom feeds (RFC 4287): the newest entries of the site and of each column, in each language."""

import datetime as dt
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from yaoan.bilingual import LANGUAGES, Bilingual, Language
from yaoan.pages import addresses
from yaoan.site import Collection, Item, Site

from .file import File

NEWEST = 50
"""How many entries a feed holds."""

_WHOLE = "feed.xml"
_ATOM = "http://www.w3.org/2005/Atom"


def files(site: Site) -> Iterator[File]:
    """`feed.xml` for the site, `<column>/feed.xml` for each column, and their English twins."""
    for language in LANGUAGES:
        yield _file(site, language, _WHOLE, site.office.site_name, site.latest(NEWEST))
        for each in site.collections:
            yield _file(site, language, _of(each), each.kind.name, each.items[:NEWEST])


def paths(site: Site) -> Iterator[str]:
    """Where the feeds stand."""
    for language in LANGUAGES:
        for path in (_WHOLE, *map(_of, site.collections)):
            yield addresses.localised(path, language)


def _of(column: Collection) -> str:
    return f"{column.kind.folder}/{_WHOLE}"


def _file(
    site: Site, language: Language, path: str, title: Bilingual, items: Iterable[Item]
) -> File:
    path = addresses.localised(path, language)
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": _tag(title, language)})
    shown = list(items)
    _add(feed, "title", title.in_(language))
    _add(feed, "id", _id(site, path))
    _add(feed, "updated", _noon(max(map(_changed, shown), default=site.day)))
    _add(feed, "link", rel="self", href=_address(site, path, path))
    author = _add(feed, "author")
    _add(author, "name", site.office.name.in_(language))
    for item in shown:
        _entry(feed, site, item, language, path)
    ET.indent(feed, "")
    return File(path, ET.tostring(feed, "utf-8", xml_declaration=True) + b"\n")


def _entry(feed: ET.Element, site: Site, item: Item, language: Language, path: str) -> None:
    entry = _add(feed, "entry")
    target = addresses.url(addresses.localised(addresses.of_item(item), language))
    for key, words in (("title", item.entry.title), ("summary", item.entry.summary)):
        _add(entry, key, words.in_(language)).set("xml:lang", _tag(words, language))
    _add(entry, "id", _id(site, target))
    _add(entry, "published", _noon(item.entry.published))
    _add(entry, "updated", _noon(_changed(item)))
    _add(entry, "link", rel="alternate", href=_address(site, target, path))
    _add(entry, "category", term=item.kind.folder, label=item.kind.name.in_(language))


def _add(parent: ET.Element, tag: str, text: str | None = None, **attributes: str) -> ET.Element:
    made = ET.SubElement(parent, tag, attributes)
    made.text = text
    return made


def _tag(words: Bilingual, language: Language) -> str:
    return "zh-CN" if words.spoken(language) == "zh" else "en"


def _changed(item: Item) -> dt.date:
    """The day of the last correction, or of publication."""
    entry = item.entry
    return max([entry.published, *(each.on for each in entry.corrections)])


def _noon(day: dt.date) -> str:
    """A day as a moment (RFC 3339): noon in China, so that it is the same day nearly everywhere."""
    return f"{day.isoformat()}T12:00:00+08:00"


def _id(site: Site, path: str) -> str:
    """An address that never changes (RFC 4287, 4.2.6); a name where the site's is not known."""
    return (
        f"{site.office.site_url.rstrip('/')}/{path}"
        if site.office.site_url
        else f"urn:yaoan:{path}"
    )


def _address(site: Site, target: str, path: str) -> str:
    """The address of *target*, absolute where the site's own is known."""
    base = site.office.site_url
    return f"{base.rstrip('/')}/{target}" if base else "../" * path.count("/") + target
