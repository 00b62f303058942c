"""The site handed over: to MkDocs, or to a folder. Only this room knows MkDocs."""

from . import leaks
from .again import Unchanged, remember, unchanged
from .build import Built, build, merge
from .disk import rewrite
from .faults import FAULTS
from .folder import write_folder
from .inputs import made_from
from .leaks import Leak, Leaked
from .lock import Busy, NotHere
from .mark import Mark, inside_site
from .preview import Preview, snapshot, watch
from .publish import Kept, NothingBefore, NotOurs, Outdated, publishing, rollback
from .render import render
from .shards import Share, Unfit, build_shard
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
    "Share",
    "Unchanged",
    "Unfit",
    "Unsound",
    "Workshop",
    "build",
    "build_shard",
    "inside_site",
    "leaks",
    "made_from",
    "merge",
    "publishing",
    "remember",
    "render",
    "rewrite",
    "rollback",
    "snapshot",
    "today",
    "unchanged",
    "watch",
    "write_folder",
]
