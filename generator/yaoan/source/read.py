"""Read a YAML file. This is the only place that knows the files are YAML.

Only a small part of YAML is taken: mappings, lists and text. Everything that lets a file say
something other than what its reader sees (anchors, tags, merge keys, two documents, text cut off
by a comment) is refused with its place.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any, NoReturn
from unicodedata import normalize

import yaml

from yaoan.diagnostics import Fix, Problem, Report, Source, Span

from .faults import FAULTS
from .scan import forbidden, hidden, scan
from .syntax import explain, folded
from .tree import Branch, Leaf, Node, Row

DEEPEST = 12
"""The most levels that lists and mappings may be nested."""
MOST = 5_000
"""The most values and keys that one file may hold."""
LONGEST = 20_000
"""The most characters that one value may have: some thirty pages."""

_CUT = re.compile(r"[ \t]+#")
_BLANK = frozenset(" \t")


class _RefusedError(Exception):
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def read(source: Source, report: Report) -> Branch | None:
    """What *source* says; None, with the reasons in *report*, when it cannot be read."""
    odd = list(scan(source))
    report.extend(odd)
    if odd:
        return None
    reader, found = _Reader(source, report), None
    try:
        return reader.document()
    except _RefusedError as refused:
        found = refused.problem
    except yaml.MarkedYAMLError as error:
        found = _bottomless(source, error) or explain(source, error)
    except yaml.YAMLError:
        found = FAULTS["syntax"].at(Span(source, 0, 1))
    finally:
        report.extend(_told_once(reader.folds, found))
    return None


def _bottomless(source: Source, error: yaml.MarkedYAMLError) -> Problem | None:
    """Nesting so deep that the parser itself gave up (libyaml 0.2.6), before we were asked."""
    if "nesting depth" not in (error.problem or ""):
        return None
    depths = accumulate((each in "[{") - (each in "]}") for each in source.text)
    start = next((index for index, depth in enumerate(depths) if depth > DEEPEST), 0)
    return FAULTS["too_deep"].at(Span(source, start, start + 1), limit=DEEPEST)


def _told_once(folds: list[Problem], found: Problem | None) -> Iterator[Problem]:
    """Texts that went on, and where the parser stumbled; told once where both are one mistake."""
    for fold in folds:
        near = found is not None and found.span.line - fold.span.line in (0, 1)
        if near and fold.fix is not None:
            found = None
        if not near or fold.fix is not None:
            yield fold
    if found is not None:
        yield found


@dataclass
class _Reader:
    source: Source
    report: Report
    count: int = 0
    folds: list[Problem] = field(default_factory=list)
    next: Callable[[], Any] = field(init=False)

    def document(self) -> Branch | None:
        self.next = yaml.CSafeLoader(self.source.text).get_event
        self.next()
        start = self.next()
        if not isinstance(start, yaml.DocumentStartEvent):
            self._refuse("empty", Span(self.source, 0, 1))
        if start.tags or start.version:
            self._refuse("several_documents", self._span(start))
        node = self._node(self.next(), 0)
        self.next()
        if isinstance(after := self.next(), yaml.DocumentStartEvent):
            self._refuse("several_documents", self._span(after))
        if not isinstance(node, Branch):
            self._refuse("not_a_mapping", node.span.head)
        return node

    def _node(self, event: Any, depth: int) -> Node:
        kind = type(event)
        self.count += 1
        if kind is yaml.AliasEvent or event.anchor:
            self._refuse("anchor", self._span(event))
        if event.tag:
            self._refuse("tag", self._span(event))
        if depth > DEEPEST:
            self._refuse("too_deep", self._span(event), limit=DEEPEST)
        if self.count > MOST:
            self._refuse("too_many", self._span(event), limit=MOST)
        if kind is yaml.ScalarEvent:
            return self._leaf(event)
        return (self._row if kind is yaml.SequenceStartEvent else self._branch)(event, depth)

    def _leaf(self, event: Any) -> Leaf:
        value, style, last = event.value, event.style, event.end_mark
        start, end, text = event.start_mark.index, last.index, self.source.text
        leaf = Leaf(normalize("NFC", value), self.source, start, end)
        if len(value) > LONGEST:
            self._refuse("long_text", leaf.span.head, limit=LONGEST)
        if not style:
            if last.line != event.start_mark.line:
                self.folds.append(folded(self.source, leaf.span))
            if text[end : end + 1] in _BLANK and (cut := _CUT.match(text, end)):
                at = leaf.span.end + len(cut[0]) - 1
                self.report.add(FAULTS["comment_cuts"].at(Span(self.source, at, at + 1)))
        elif style == '"' and "\\" in text[start:end] and (char := hidden(value)):
            self.report.add(forbidden(char, leaf.span.find("\\")))
        return leaf

    def _row(self, event: Any, depth: int) -> Row:
        items = []
        while type(inner := self.next()) is not yaml.SequenceEndEvent:
            items.append(self._node(inner, depth + 1))
        return Row(tuple(items), *self._place(event, inner))

    def _branch(self, event: Any, depth: int) -> Branch:
        entries: dict[str, tuple[Leaf, Node]] = {}
        while type(inner := self.next()) is not yaml.MappingEndEvent:
            name = self._node(inner, depth + 1)
            if type(name) is not Leaf:
                self._refuse("key_not_text", name.span.head)
            self._look_at(name)
            value = self._node(self.next(), depth + 1)
            if entries.setdefault(name.text, (name, value))[0] is not name:
                line = entries[name.text][0].span.line
                self.report.add(FAULTS["duplicate_key"].at(name.span, key=name.text, line=line))
        return Branch(tuple(entries.values()), *self._place(event, inner))

    def _look_at(self, name: Leaf) -> None:
        """What is odd about a key."""
        if name.text == "<<":
            self._refuse("anchor", name.span)
        if "：" in name.text:
            colon = name.span.find("：")
            self.report.add(FAULTS["wide_colon"].at(colon, fix=Fix(colon, ": ")))

    def _place(self, first: Any, last: Any) -> tuple[Source, int, int]:
        return self.source, first.start_mark.index, last.end_mark.index

    def _span(self, event: Any) -> Span:
        return Leaf("", *self._place(event, event)).span

    def _refuse(self, fault: str, span: Span, limit: int = 0) -> NoReturn:
        raise _RefusedError(FAULTS[fault].at(span, limit=limit))
