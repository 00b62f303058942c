"""The site handed over: to MkDocs, or to a folder. Only this room knows MkDocs."""

from . import search
from .build import Built, build, render
from .folder import write_folder
from .lock import Busy, NotHere
from .mark import Mark
from .preview import Preview, snapshot, watch
from .publish import Kept, NothingBefore, NotOurs, Outdated, publishing, rollback
from .remember import Memory
from .staged import Flaw
from .verify import Unsound
from .workshop import Refused, Workshop, today

__all__ = [
    "Built",
    "Busy",
    "Flaw",
    "Kept",
    "Mark",
    "Memory",
    "NotHere",
    "NotOurs",
    "NothingBefore",
    "Outdated",
    "Preview",
    "Refused",
    "Unsound",
    "Workshop",
    "build",
    "publishing",
    "render",
    "rollback",
    "search",
    "snapshot",
    "today",
    "watch",
    "write_folder",
]
