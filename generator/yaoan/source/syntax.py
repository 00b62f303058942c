"""YAML that cannot be parsed: what a Chinese typist most likely got wrong."""

import re

import yaml

from yaoan.diagnostics import Fix, Problem, Source, Span

from .faults import FAULTS

_WIDE_COLON = re.compile(r"^\s*(?:- +)*[^\s:：#\"'|>\[{-][^\s:：\"']*(：[ \u3000]*)")
_ASCII_WIDE_COLON = re.compile(r"^\s*(?:- +)*[A-Za-z_][\w-]*(：[ \u3000]*)")
_NO_SPACE = re.compile(r"^\s*(?:- +)*[A-Za-z_][\w-]*(:)(?![\s/])\S")
_COLON_INSIDE = re.compile(r"^\s*(?:- +)*[\w-]+: +([^\"'|>\[{].*: .*)$")
_OPENS_TEXT = re.compile(r"(?:: *|^ *(?:- +)+)[|>][+-]?\d? *$")
_OPEN = re.compile("quoted scalar|flow (sequence|mapping)")
_ESCAPE = re.compile("escape (character|code)|hexdecimal")


def explain(source: Source, error: yaml.MarkedYAMLError) -> Problem:
    """The problem behind a parser's error, at the line where the writer can mend it."""
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    for number in (line, line - 1):
        if number > 0 and not _in_text(source, number) and (found := mistyped(source, number)):
            return found
    if mark and error.problem and _ESCAPE.search(error.problem):
        start = source.text.rfind("\\", 0, mark.index + 1)
        return FAULTS["bad_escape"].at(Span(source, start, start + 1))
    if error.context_mark and error.context and _OPEN.search(error.context):
        start = error.context_mark.index
        return FAULTS["unclosed"].at(Span(source, start, start + 1), line=line)
    if problem := _indent(source, line):
        return problem
    start = min(mark.index if mark else 0, max(len(source.text) - 1, 0))
    return FAULTS["syntax"].at(Span(source, start, start + 1))


def folded(source: Source, span: Span) -> Problem:
    """A text that goes on in the next line: usually a colon was mistyped there."""
    for number in range(span.line, span.last[0] + 1):
        if problem := mistyped(source, number):
            return problem
    return FAULTS["continued"].at(span.head)


def mistyped(source: Source, number: int) -> Problem | None:
    """A slip of the keyboard in line *number*, or None."""
    line, start = source.line(number), source.start(number)

    def at(group: tuple[int, int]) -> Span:
        return Span(source, start + group[0], start + group[1])

    if match := _ASCII_WIDE_COLON.match(line) or (
        _WIDE_COLON.match(line) if ": " not in line else None
    ):
        span = at(match.span(1))
        return FAULTS["wide_colon"].at(span, fix=Fix(span, ": "))
    if match := _NO_SPACE.match(line):
        span = at(match.span(1))
        return FAULTS["no_space"].at(span, fix=Fix(span, ": "))
    if match := _COLON_INSIDE.match(line):
        quoted = "'" + match[1].rstrip().replace("'", "''") + "'"
        span = at((match.start(1), match.start(1) + len(match[1].rstrip())))
        return FAULTS["colon_inside"].at(span, fix=Fix(span, quoted))
    return None


def _in_text(source: Source, number: int) -> bool:
    """Whether line *number* stands in a long text that began with `|` or `>`."""
    own = _levels(source.line(number))[0]
    for above in range(number - 1, 0, -1):
        line = source.line(above)
        if line.strip() and _levels(line)[0] < own:
            return bool(_OPENS_TEXT.search(line))
    return False


def _indent(source: Source, number: int) -> Problem | None:
    """A line that lines up with none of the lines above it, or steps in where nothing opened."""
    line = source.line(number)
    above = [_levels(text) for n in range(1, number) if (text := source.line(n)).strip()]
    if not line.strip() or not above:
        return None
    own, known = _levels(line)[0], {level for levels in above for level in levels}
    if own in known and own <= above[-1][-1]:
        return None
    wanted = min(known - {own}, key=lambda level: (abs(level - own), -level), default=0)
    start = source.start(number)
    span = Span(source, start, start + max(own, 1))
    return FAULTS["indent"].at(span, fix=Fix(span, " " * wanted), found=own, wanted=wanted)


def _levels(line: str) -> list[int]:
    """The columns at which something begins in a line: its indent, and the text after each dash."""
    found = [len(line) - len(line.lstrip(" "))]
    while line[found[-1] :].startswith("- "):
        rest = line[found[-1] + 1 :]
        found.append(found[-1] + 1 + len(rest) - len(rest.lstrip(" ")))
    return found
