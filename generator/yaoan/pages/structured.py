"""A page told to search engines: JSON-LD in the words of schema.org."""

from collections.abc import Iterator
from json import JSONEncoder
from typing import Any

from yaoan.bilingual import LANGUAGES

from .described import Described

Node = dict[str, Any]

_said = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_LOCALES = {"zh": "zh-CN", "en": "en"}


def structured(page: Described) -> str:
    """The data of *page* as text that may stand inside a `<script>` element as it is."""
    nodes = [each for each in (_main(page), _crumbs(page)) if each]
    data = {"@context": "https://schema.org", "@graph": nodes}
    return _in_html(_said(data))


def _in_html(text: str) -> str:
    """JSON in which no sign means anything to HTML."""
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _main(page: Described) -> Node:
    if page.is_home:
        return _website(page)
    about = {
        "@type": "Article" if page.item else "CollectionPage",
        "name" if not page.item else "headline": page.say(page.title),
        "description": page.say(page.about),
        "inLanguage": _LOCALES[page.language],
        "url": page.address(page.path),
        "publisher": _office(page),
    }
    return _filled({**about, **(_article(page) if page.item else {})})


def _article(page: Described) -> Node:
    assert page.item
    entry = page.item.entry
    return {
        "datePublished": page.published.isoformat(),
        "dateModified": page.changed.isoformat(),
        "author": {"@type": "Organization", "name": page.author},
        "articleSection": page.say(page.column[0]),
        "image": page.picture,
        "isBasedOn": [
            _filled(
                {
                    "@type": "CreativeWork",
                    "name": page.say(each.title),
                    "url": each.address,
                    "publisher": {"@type": "Organization", "name": page.say(each.publisher)},
                }
            )
            for each in entry.sources
        ],
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": page.say(each.what),
                "datePublished": each.on.isoformat(),
            }
            for each in entry.corrections
        ],
    }


def _website(page: Described) -> Node:
    search = page.address("search.md")
    return _filled(
        {
            "@type": "WebSite",
            "name": page.say(page.title),
            "description": page.say(page.about),
            "inLanguage": [_LOCALES[each] for each in LANGUAGES],
            "url": page.address(page.path),
            "publisher": _office(page),
            "potentialAction": {
                "@type": "SearchAction",
                "target": f"{search}?q={{words}}",
                "query-input": "required name=words",
            }
            if search
            else None,
        }
    )


def _office(page: Described) -> Node:
    office = page.site.office
    parent = office.parent and {
        "@type": "GovernmentOrganization",
        "name": page.say(office.parent),
    }
    return _filled(
        {
            "@type": "GovernmentOrganization",
            "name": page.say(office.name),
            "telephone": office.hotline,
            "parentOrganization": parent,
        }
    )


def _crumbs(page: Described) -> Node | None:
    """The way to the page; it needs whole addresses."""
    if page.is_home or not page.address(page.path):
        return None
    return {"@type": "BreadcrumbList", "itemListElement": list(_steps(page))}


def _steps(page: Described) -> Iterator[Node]:
    office = page.site.office
    way = [(office.site_name, "index.md"), *page.crumbs, (page.title, page.path)]
    for position, (name, path) in enumerate(way, start=1):
        yield {
            "@type": "ListItem",
            "position": position,
            "name": page.say(name),
            "item": page.address(path),
        }


def _filled(node: Node) -> Node:
    """*node* without what is not known."""
    return {key: value for key, value in node.items() if value}
