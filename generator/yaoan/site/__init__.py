"""The entries as the public may see them on one day."""

from .agenda import Task, agenda
from .citations import Cited, by_role
from .collection import Collection
from .former import Former
from .item import ROLES, Item
from .life import Life
from .lifecycle import lives
from .secrets import Secret
from .site import Site
from .state import Event, Standing, State, What
from .withdrawn import Withdrawn

__all__ = [
    "ROLES",
    "Cited",
    "Collection",
    "Event",
    "Former",
    "Item",
    "Life",
    "Secret",
    "Site",
    "Standing",
    "State",
    "Task",
    "What",
    "Withdrawn",
    "agenda",
    "by_role",
    "lives",
]
