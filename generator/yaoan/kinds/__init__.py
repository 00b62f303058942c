"""The kinds of entry: one folder each. To add one, add a folder; nothing else needs to know."""

from .entry import Entry, Kind
from .parts import Penalty
from .registry import all_kinds, example_of
from .walk import Found, walk

__all__ = ["Entry", "Found", "Kind", "Penalty", "all_kinds", "example_of", "walk"]
