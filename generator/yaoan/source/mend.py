"""Mend a text: every fix put in its place, everything else left as it was typed."""

from collections.abc import Iterable

from yaoan.diagnostics import Fix


def mend(text: str, fixes: Iterable[Fix]) -> str:
    """*text* with the fixes done; of two that overlap, the later one waits."""
    mended, done = [], 0
    for fix in sorted(fixes, key=lambda each: (each.span.start, each.span.end)):
        if fix.span.start >= done:
            mended += [text[done : fix.span.start], fix.text]
            done = fix.span.end
    return "".join([*mended, text[done:]])
