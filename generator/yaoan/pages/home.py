"""The front page."""

from yaoan.site import Site, common, running, taught, this_year

from .draft import Draft

_ASKED = 6
"""How many violations it offers beside the search."""

_TAUGHT = 4
"""How many cases the front page tells with what they teach."""


def draft(site: Site) -> Draft:
    """The front page: what the site is, what is new, what is on today, what this year holds."""
    office = site.office
    return Draft(
        "home",
        "index.md",
        office.site_name,
        office.tagline or office.site_name,
        context={
            "common": common(site, _ASKED),
            "taught": taught(site, _TAUGHT),
            "running": running(site),
            "this_year": this_year(site),
        },
    )
