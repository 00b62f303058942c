"""Read a YAML file. This is the only place that knows the files are YAML.

Only a small part of YAML is taken: mappings, lists and text. Everything that lets a file say
something other than what its reader sees (anchors, tags, merge keys, two documents, text cut off
by a comment) is refused with its place.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any, NoReturn, cast

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
    events: Iterator[yaml.Event] = field(init=False)

    def document(self) -> Branch | None:
        self.events = yaml.parse(self.source.text, Loader=yaml.CSafeLoader)
        next(self.events)
        start = next(self.events)
        if not isinstance(start, yaml.DocumentStartEvent):
            self._refuse("empty", Span(self.source, 0, 1))
        if start.tags or start.version:
            self._refuse("several_documents", self._span(start))
        node = self._node(next(self.events), 0)
        next(self.events)
        if isinstance(after := next(self.events), yaml.DocumentStartEvent):
            self._refuse("several_documents", self._span(after))
        if not isinstance(node, Branch):
            self._refuse("not_a_mapping", node.span.head)
        return node

    def _node(self, event: yaml.Event, depth: int) -> Node:
        self._allow(event, depth)
        if isinstance(event, yaml.ScalarEvent):
            return self._leaf(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._row(event, depth)
        return self._branch(event, depth)

    def _allow(self, event: yaml.Event, depth: int) -> None:
        self.count += 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self._refuse("anchor", self._span(event))
        if getattr(event, "tag", None):
            self._refuse("tag", self._span(event))
        if depth > DEEPEST:
            self._refuse("too_deep", self._span(event), limit=DEEPEST)
        if self.count > MOST:
            self._refuse("too_many", self._span(event), limit=MOST)

    def _leaf(self, event: yaml.ScalarEvent) -> Leaf:
        span = self._span(event)
        if len(event.value) > LONGEST:
            self._refuse("long_text", span.head, limit=LONGEST)
        if not event.style:
            end = _known(event.end_mark)
            if end.line != _known(event.start_mark).line:
                self.folds.append(folded(self.source, span))
            rest = self.source.line(end.line + 1)[end.column :]
            if cut := _CUT.match(rest):
                start = span.end + cut.end() - 1
                self.report.add(FAULTS["comment_cuts"].at(Span(self.source, start, start + 1)))
        elif char := hidden(event.value):
            self.report.add(forbidden(char, span.find("\\")))
        return Leaf(unicodedata.normalize("NFC", event.value), span)

    def _row(self, event: yaml.Event, depth: int) -> Row:
        items = []
        while not isinstance(inner := next(self.events), yaml.SequenceEndEvent):
            items.append(self._node(inner, depth + 1))
        return Row(tuple(items), self._span(event, inner))

    def _branch(self, event: yaml.Event, depth: int) -> Branch:
        entries: dict[str, tuple[Leaf, Node]] = {}
        while not isinstance(inner := next(self.events), yaml.MappingEndEvent):
            name = self._node(inner, depth + 1)
            if not isinstance(name, Leaf):
                self._refuse("key_not_text", name.span.head)
            if name.text == "<<":
                self._refuse("anchor", name.span)
            if "：" in name.text:
                colon = name.span.find("：")
                self.report.add(FAULTS["wide_colon"].at(colon, fix=Fix(colon, ": ")))
            value = self._node(next(self.events), depth + 1)
            if (first := entries.get(name.text)) is not None:
                line = first[0].span.line
                self.report.add(FAULTS["duplicate_key"].at(name.span, key=name.text, line=line))
                continue
            entries[name.text] = (name, value)
        return Branch(tuple(entries.values()), self._span(event, inner))

    def _span(self, event: yaml.Event, last: yaml.Event | None = None) -> Span:
        start, end = _known(event.start_mark).index, _known((last or event).end_mark).index
        while end > start + 1 and self.source.text[end - 1 : end] in ("\n", " "):
            end -= 1
        return Span(self.source, start, end)

    def _refuse(self, fault: str, span: Span, limit: int = 0) -> NoReturn:
        raise _RefusedError(FAULTS[fault].at(span, limit=limit))


def _known(mark: Any) -> yaml.Mark:
    """The place of an event, which the parser always gives."""
    return cast(yaml.Mark, mark)
