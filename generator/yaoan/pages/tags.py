"""The tags by which a government site describes each page.

Their names and the form of PubDate are those of the Guidelines on the Development of Government
Websites (General Office of the State Council, 2017 No. 47, annex on page tags).
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from yaoan.bilingual import Language
from yaoan.site import Site

from .described import Described
from .escape import plain


def of_site(site: Site, language: Language) -> dict[str, str]:
    """The tags that every page carries."""
    office = site.office
    host = urlsplit(office.site_url or "").netloc
    named = {
        "SiteName": office.site_name.in_(language),
        "SiteDomain": host,
        "SiteIDCode": office.site_code or "",
    }
    return {name: value for name, value in named.items() if value}


def of_page(page: Described) -> dict[str, str]:
    """The tags of a column page, and those of an article where the page shows an entry."""
    if page.is_home:
        return {}
    return {name: value for name, value in _tags(page) if value}


def escaped(tags: dict[str, str]) -> list[dict[str, str]]:
    """The tags as the page shell takes them, ready to stand in HTML."""
    return [{"name": name, "text": plain(text)} for name, text in tags.items()]


def _tags(page: Described) -> Iterator[tuple[str, str]]:
    name, about, kind = (page.say(each) for each in page.column)
    yield "ColumnName", name
    yield "ColumnDescription", about
    yield "ColumnKeywords", name
    yield "ColumnType", kind
    yield "Url", page.address(page.path) or ""
    if page.item:
        yield "ArticleTitle", page.say(page.title)
        yield "PubDate", f"{page.published:%Y-%m-%d} 00:00"
        yield "ContentSource", " ".join(page.sources)
        yield "Keywords", " ".join(page.keywords)
        yield "Author", page.author
        yield "Description", page.say(page.about)
        yield "Image", page.picture or ""
