"""Fields that were indented so far that they became part of the long text above them."""

import re
from collections.abc import Iterator
from functools import cache

from yaoan.diagnostics import Problem, Span
from yaoan.source import Branch, Leaf, leaves

from .faults import FAULTS
from .form import Form, notes

_KEY = re.compile(r"\n *(?:- +)?([a-z][a-z_]*):(?=[ \n]|$)")


def swallowed(form: type[Form], tree: Branch) -> Iterator[Problem]:
    """Lines of long texts that begin with a key of *form* or of the forms in it."""
    known = _keys(form)
    for _, leaf in leaves(tree):
        if leaf.span.text[:1] not in ("|", ">"):
            continue
        for match in _KEY.finditer(leaf.span.text):
            if match[1] in known:
                start = leaf.span.start + match.start(1)
                span = Span(leaf.span.source, start, start + len(match[1]))
                yield FAULTS["swallowed"].at(span, key=match[1])


def swallows(leaf: Leaf) -> bool:
    """Whether a line of a long text begins with anything like a key."""
    text, start = leaf.source.text, leaf.start
    return text[start : start + 1] in ("|", ">") and bool(_KEY.search(text, start, leaf.end))


@cache
def _keys(form: type[Form]) -> frozenset[str]:
    inner = (_keys(note.shape.form) for note in notes(form) if note.shape.form)
    return frozenset(note.key for note in notes(form)).union(*inner)
