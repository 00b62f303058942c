"""What the page shell needs on every page: names, columns, phrases, in both languages."""

import datetime as dt

from yaoan.bilingual import LANGUAGES, Language
from yaoan.site import Site
from yaoan.words import say

from . import addresses, tags
from .escape import plain
from .voice import Voice

SERVICES = (
    ("about", "about.md"),
    ("report", "report.md"),
    ("corrections_page", "corrections.md"),
    ("accessibility", "accessibility.md"),
    ("privacy", "privacy.md"),
    ("statistics", addresses.STATISTICS),
    ("quiz", addresses.QUIZ),
    ("checklists", addresses.CHECKLISTS),
    ("terms", "terms/index.md"),
    ("laws", "laws/index.md"),
    ("rules", "rules/index.md"),
    ("sitemap", "sitemap.md"),
)
"""The pages that the foot of every page leads to: what they are called, and where they stand."""

_PHRASES = (
    "home",
    "search",
    "search_label",
    "search_hint",
    "menu",
    "skip",
    "language_switch",
    "language_switch_label",
    "you_are_here",
    "on_this_page",
    "site_links",
    "published_by",
    "higher_authority",
    "hotline",
    "contact",
    "not_found_title",
    "not_found",
    "edit",
    "top",
    "menu_whole",
    "care",
    "listen",
    "listen_stop",
    "print",
    "copy_address",
    "copied",
    "tools",
    "share",
    "share_how",
    "qr_code",
    "column_services",
    "hidden_title",
    "hidden",
)


def frame(site: Site) -> dict[str, object]:
    """The frame as plain data, safe to be put into HTML; addresses are from the site's root."""
    return {each: _frame(site, each) for each in LANGUAGES}


def _frame(site: Site, language: Language) -> dict[str, object]:
    office, voice = site.office, Voice(language)

    def url(target: str) -> str:
        return addresses.url(addresses.localised(target, language))

    return {
        "site_name": plain(office.site_name.in_(language)),
        "office": plain(office.name.in_(language)),
        "parent": plain(office.parent.in_(language)) if office.parent else "",
        "hotline": plain(office.hotline),
        "contact": plain(office.contact.in_(language)) if office.contact else "",
        "demonstration": plain(office.demonstration.in_(language)) if office.demonstration else "",
        "numbers": [
            plain(each) for each in (office.icp, office.police_record, office.site_code) if each
        ],
        "built": plain(say("built_on", day=voice.day(site.day)).in_(language)),
        "tags": tags.escaped(tags.of_site(site, language)),
        "outside": [
            {"title": plain(say(key).in_(language)), "url": plain(address)}
            for key, address in (
                ("government_mark", office.government_mark),
                ("find_errors", office.find_errors),
            )
            if address
        ],
        "holds": _holds(site, voice),
        "columns": [
            {
                "title": plain(each.kind.name.in_(language)),
                "url": url(addresses.of_listing(each.kind.folder)),
            }
            for each in site.collections
            if each.items
        ],
        "home": url("index.md"),
        "search": url("search.md"),
        "feed": addresses.localised("feed.xml", language),
        "links": [
            {"title": plain(say(key).in_(language)), "url": url(target)} for key, target in SERVICES
        ],
        "words": {key: plain(say(key).in_(language)) for key in _PHRASES},
    }


def _holds(site: Site, voice: Voice) -> str:
    """Until when the site holds: the last day before the next change; nothing if none is known."""
    if site.next_change is None:
        return ""
    last = site.next_change - dt.timedelta(1)
    return plain(say("holds_through", day=voice.day(last)).in_(voice.language))
