"""The site handed over: to MkDocs, or to a folder. Only this room knows MkDocs."""

from . import leaks
from .build import Built, build, render
from .disk import rewrite
from .faults import FAULTS
from .folder import write_folder
from .leaks import Leak, Leaked
from .lock import Busy, NotHere
from .mark import Mark, inside_site
from .preview import Preview, snapshot, watch
from .publish import Kept, NothingBefore, NotOurs, Outdated, publishing, rollback
from .staged import Flaw
from .verify import Unsound
from .workshop import Refused, Workshop, today

__all__ = [
    "FAULTS",
    "Built",
    "Busy",
    "Flaw",
    "Kept",
    "Leak",
    "Leaked",
    "Mark",
    "NotHere",
    "NotOurs",
    "NothingBefore",
    "Outdated",
    "Preview",
    "Refused",
    "Unsound",
    "Workshop",
    "build",
    "inside_site",
    "leaks",
    "publishing",
    "render",
    "rewrite",
    "rollback",
    "snapshot",
    "today",
    "watch",
    "write_folder",
]
