"""Write every page of the site."""

from collections.abc import Iterator
from pathlib import Path

from yaoan.bilingual import LANGUAGES
from yaoan.site import Site
from yaoan.words import say

from . import addresses, checks, columns, former, home, laws, learning, statistics, topics
from .draft import Draft
from .frame import SERVICES
from .page import Page


def drafts(site: Site) -> Iterator[Draft]:
    """Every page there is, in no language yet."""
    yield home.draft(site)
    services = {"services": SERVICES}
    yield Draft("sitemap", "sitemap.md", say("sitemap"), say("sitemap_about"), context=services)
    yield Draft("search", "search.md", say("search"), say("search_about"))
    yield from columns.drafts(site)
    yield from topics.drafts(site)
    yield from laws.drafts(site)
    yield from checks.drafts()
    yield from statistics.drafts(site)
    yield from learning.drafts(site)
    yield from former.drafts(site)


def write(site: Site, own: Path | None = None) -> Iterator[Page]:
    """Every page in every language. *own* is a folder of templates that come before ours."""
    for draft in drafts(site):
        for language in LANGUAGES:
            yield draft.write(site, language, own)


def paths(site: Site) -> Iterator[str]:
    """Where every page stands that `write` writes, without writing it."""
    for draft in drafts(site):
        for language in LANGUAGES:
            yield addresses.localised(draft.path, language)
