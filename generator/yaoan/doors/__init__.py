"""The site handed over: to MkDocs, or to a folder. Only this room knows MkDocs."""

from .build import Built, NotOurs, build, render
from .folder import write_folder
from .preview import Preview, snapshot, watch
from .remember import Memory
from .workshop import Refused, Workshop, today

__all__ = [
    "Built",
    "Memory",
    "NotOurs",
    "Preview",
    "Refused",
    "Workshop",
    "build",
    "render",
    "snapshot",
    "today",
    "watch",
    "write_folder",
]
