"""Names we look things up in: laws, vocabularies, working days. The office's own come on top."""

from .laws import RANKS, Article, Law, Version
from .read import Reference, read
from .vocabulary import Term, Vocabulary
from .working_days import WorkingDays

__all__ = [
    "RANKS",
    "Article",
    "Law",
    "Reference",
    "Term",
    "Version",
    "Vocabulary",
    "WorkingDays",
    "read",
]
