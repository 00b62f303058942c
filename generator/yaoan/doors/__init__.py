"""The site handed over: to MkDocs, or to a folder. Only this room knows MkDocs."""

from . import leaks, search
from .build import Built, NotOurs, build, inside_site, render
from .faults import FAULTS
from .folder import write_folder
from .leaks import Leak, Leaked
from .preview import Preview, snapshot, watch
from .remember import Memory
from .workshop import Refused, Workshop, today

__all__ = [
    "FAULTS",
    "Built",
    "Leak",
    "Leaked",
    "Memory",
    "NotOurs",
    "Preview",
    "Refused",
    "Workshop",
    "build",
    "inside_site",
    "leaks",
    "render",
    "search",
    "snapshot",
    "today",
    "watch",
    "write_folder",
]
