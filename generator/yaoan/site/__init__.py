"""The entries as the public may see them on one day."""

from .agenda import Task, agenda
from .citations import Cited, by_role
from .collection import Collection
from .facets import Choice, Facet, Value
from .former import Former
from .front import common, running, taught, this_year
from .item import ROLES, Item
from .life import Life
from .lifecycle import lives
from .outcome import Outcome, outcome
from .secrets import Secret
from .site import Site
from .state import Event, Standing, State, What
from .timeline import Moment, timeline
from .withdrawn import Withdrawn
from .written import Written

__all__ = [
    "ROLES",
    "Choice",
    "Cited",
    "Collection",
    "Event",
    "Facet",
    "Former",
    "Item",
    "Life",
    "Moment",
    "Outcome",
    "Secret",
    "Site",
    "Standing",
    "State",
    "Task",
    "Value",
    "What",
    "Withdrawn",
    "Written",
    "agenda",
    "by_role",
    "common",
    "lives",
    "outcome",
    "running",
    "taught",
    "this_year",
    "timeline",
]
