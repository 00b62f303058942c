"""What we look things up in, from laws to display periods. The office's own come on top."""

from .display import DisplayTable, Period, months_after
from .grounds import Grounds
from .laws import RANKS, Article, Law, Version
from .read import Reference, read
from .vocabulary import Term, Vocabulary
from .working_days import WorkingDays

__all__ = [
    "RANKS",
    "Article",
    "DisplayTable",
    "Grounds",
    "Law",
    "Period",
    "Reference",
    "Term",
    "Version",
    "Vocabulary",
    "WorkingDays",
    "months_after",
    "read",
]
