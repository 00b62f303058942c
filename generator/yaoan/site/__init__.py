"""The entries as the public may see them on one day."""

from .agenda import Task, agenda
from .checklists import Checklist, Point, checklists
from .citations import Cited, by_role
from .collection import Collection
from .figures import (
    Breakdown,
    Reported,
    Row,
    Tally,
    apart,
    by_year,
    reported,
    tallies,
)
from .fines import Fine, Fines
from .item import ROLES, Item
from .life import Life
from .lifecycle import lives
from .quiz import Question, quiz
from .secrets import Secret
from .site import Site
from .state import Event, Standing, State, What
from .withdrawn import Withdrawn

__all__ = [
    "ROLES",
    "Breakdown",
    "Checklist",
    "Cited",
    "Collection",
    "Event",
    "Fine",
    "Fines",
    "Item",
    "Life",
    "Point",
    "Question",
    "Reported",
    "Row",
    "Secret",
    "Site",
    "Standing",
    "State",
    "Tally",
    "Task",
    "What",
    "Withdrawn",
    "agenda",
    "apart",
    "by_role",
    "by_year",
    "checklists",
    "lives",
    "quiz",
    "reported",
    "tallies",
]
