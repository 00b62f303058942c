"""What the writer probably meant."""

from collections.abc import Iterable
from difflib import SequenceMatcher


def nearest(word: str, known: Iterable[str], cutoff: float = 0.5) -> str | None:
    """The known word most like *word*, or None when none is like it."""
    best, score = None, cutoff
    for candidate in known:
        ratio = SequenceMatcher(None, word.casefold(), candidate.casefold()).ratio()
        if ratio > score:
            best, score = candidate, ratio
    return best
