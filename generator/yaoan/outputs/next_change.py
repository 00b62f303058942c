"""Until when the built site holds: the day on which it changes next, not what changes."""

from collections.abc import Iterator
from json import dumps

from yaoan.site import Site

from .file import File

PATH = "next_change.json"


def files(site: Site) -> Iterator[File]:
    """`next_change.json`: the day the site is of, and the first day on which it no longer holds
    (null when none is known). Which entries change is not said: some are not public yet."""
    until = site.next_change.isoformat() if site.next_change else None
    said = {"day": site.day.isoformat(), "holds_until": until}
    yield File(PATH, (dumps(said) + "\n").encode())


def paths(site: Site) -> Iterator[str]:
    """Where it stands, whatever the day is."""
    yield PATH
