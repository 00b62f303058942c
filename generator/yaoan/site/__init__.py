"""The entries as the public may see them on one day."""

from .agenda import Task, agenda
from .checklists import Checklist, Point, checklists
from .citations import Cited, by_role
from .collection import Collection, apart
from .facets import Choice, Facet, Value
from .figures import Breakdown, Reported, Row, Tally, by_year, reported, tallies
from .fines import Fine, Fines
from .former import Former
from .front import common, running, taught, this_year
from .item import ROLES, Item
from .life import Life
from .lifecycle import lives
from .outcome import Outcome, outcome
from .quiz import Question, quiz
from .secrets import Secret
from .site import Site
from .state import Event, Standing, State, What
from .timeline import Moment, timeline
from .withdrawn import Withdrawn
from .written import Written

__all__ = [
    "ROLES",
    "Breakdown",
    "Checklist",
    "Choice",
    "Cited",
    "Collection",
    "Event",
    "Facet",
    "Fine",
    "Fines",
    "Former",
    "Item",
    "Life",
    "Moment",
    "Outcome",
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
    "Value",
    "What",
    "Withdrawn",
    "Written",
    "agenda",
    "apart",
    "by_role",
    "by_year",
    "checklists",
    "common",
    "lives",
    "outcome",
    "quiz",
    "reported",
    "running",
    "tallies",
    "taught",
    "this_year",
    "timeline",
]
