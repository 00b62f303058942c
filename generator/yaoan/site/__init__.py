"""The entries as the public may see them on one day."""

from .citations import Cited, by_role
from .collection import Collection
from .front import common, running, taught, this_year
from .item import ROLES, Item
from .outcome import Outcome, outcome
from .site import Site
from .timeline import Event, timeline

__all__ = [
    "ROLES",
    "Cited",
    "Collection",
    "Event",
    "Item",
    "Outcome",
    "Site",
    "by_role",
    "common",
    "outcome",
    "running",
    "taught",
    "this_year",
    "timeline",
]
