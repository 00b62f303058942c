"""Mend a text: every fix put in its place, everything else left as it was typed."""

from collections.abc import Iterable

from yaoan.diagnostics import Fix


def mend(text: str, fixes: Iterable[Fix]) -> str:
    """*text* with the fixes done, last first; of two that overlap, the later one waits."""
    edge = len(text) + 1
    for fix in sorted(fixes, key=lambda each: each.span.start, reverse=True):
        if fix.span.end <= edge:
            text = text[: fix.span.start] + fix.text + text[fix.span.end :]
            edge = fix.span.start
    return text
