"""The kinds of entry: one folder each. To add one, add a folder; nothing else needs to know."""

from .entry import Entry, Kind
from .parts import (
    BasedAmount,
    Correction,
    Credit,
    Decision,
    Figure,
    Lesson,
    Myth,
    Party,
    Penalty,
    Picture,
    Quiz,
    Reply,
    Review,
    Signature,
    Turn,
)
from .registry import all_kinds, example_of
from .walk import Found, held, walk

__all__ = [
    "BasedAmount",
    "Correction",
    "Credit",
    "Decision",
    "Entry",
    "Figure",
    "Found",
    "Kind",
    "Lesson",
    "Myth",
    "Party",
    "Penalty",
    "Picture",
    "Quiz",
    "Reply",
    "Review",
    "Signature",
    "Turn",
    "all_kinds",
    "example_of",
    "held",
    "walk",
]
