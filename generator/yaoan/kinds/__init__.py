"""The kinds of entry: one folder each. To add one, add a folder; nothing else needs to know."""

from .entry import Entry, Kind
from .parts import Decision, Party, Penalty, Review, Signature
from .registry import all_kinds, example_of
from .walk import Found, walk

__all__ = [
    "Decision",
    "Entry",
    "Found",
    "Kind",
    "Party",
    "Penalty",
    "Review",
    "Signature",
    "all_kinds",
    "example_of",
    "walk",
]
