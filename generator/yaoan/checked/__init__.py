"""What was read and checked, and need not be again while nothing that it rests on changes."""

from .checked import Checked
from .inspect import inspect
from .known import Known

__all__ = [
    "Checked",
    "Known",
    "inspect",
]
