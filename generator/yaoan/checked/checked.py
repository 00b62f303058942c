"""One entry as it was read and checked, in bytes and back."""

import datetime as dt
import json
from functools import cached_property
from typing import Any, NamedTuple

from yaoan import source
from yaoan.bilingual import Bilingual
from yaoan.corpus import Brief, Written, taken
from yaoan.diagnostics import Fix, Problem, Severity, Source, Span
from yaoan.rules import Answers


class Checked(NamedTuple):
    """What came of one entry."""

    readable: bool
    """Whether it makes a record at all."""
    brief: Brief | None
    """The entry in brief, if its form is in order."""
    read: tuple[Problem, ...]
    """What was wrong when it was read."""
    found: tuple[Problem, ...]
    """What the rules found."""
    asked: Answers
    """What they asked for that is not in the entry; their findings hold as long as the answers."""


def to_bytes(checked: Checked, file: Written) -> bytes | None:
    """*checked* in bytes; None when a problem stands elsewhere than in the two files of *file*."""
    names = (file.name, file.english_name)
    try:
        said = [[_problem(each, names) for each in part] for part in (checked.read, checked.found)]
    except ValueError:
        return None
    brief = checked.brief and [str(e) if isinstance(e, dt.date) else e for e in checked.brief]
    plain = [checked.readable, brief, *said, checked.asked]
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()


def from_bytes(data: bytes, file: Written) -> Checked | None:
    """What `to_bytes` made *data* of; None when it is nothing of that kind."""
    try:
        readable, brief, read, found, asked = json.loads(data)
        sources = (_Late(file, 0), _Late(file, 1)) if read or found else ()
        return Checked(
            bool(readable),
            _brief(brief) if brief else None,
            tuple([_problem_of(each, sources) for each in read]),
            tuple([_problem_of(each, sources) for each in found]),
            dict(asked),
        )
    except (ValueError, TypeError, LookupError):
        return None


def _brief(parts: list[Any]) -> Brief:
    title, published, held, *lists = parts
    pictures, linked, numbers, names = map(tuple, lists)
    day = dt.date.fromisoformat(published)
    return Brief(str(title), day, bool(held), pictures, linked, numbers, names)


def _problem(problem: Problem, names: tuple[str, str]) -> list[Any]:
    """A problem as a list. Raises ValueError when it is not in a file of one of these *names*."""
    said = (problem.message.zh, problem.message.en, problem.help.zh, problem.help.en)
    fix = problem.fix and [*_span(problem.fix.span, names), problem.fix.text]
    return [problem.code, int(problem.severity), *_span(problem.span, names), *said, fix]


def _span(span: Span, names: tuple[str, str]) -> tuple[int, int, int]:
    if not span.source.text:
        raise ValueError(span.source.name)
    return names.index(span.source.name), span.start, span.end


def _problem_of(parts: list[Any], sources: tuple[Source, ...]) -> Problem:
    code, severity, at, start, end, zh, en, help_zh, help_en, fix = parts
    span = Span(sources[at], int(start), int(end))
    mended = Fix(Span(sources[fix[0]], int(fix[1]), int(fix[2])), str(fix[3])) if fix else None
    said, how = Bilingual(str(zh), str(en)), Bilingual(str(help_zh), str(help_en))
    return Problem(str(code), Severity(severity), span, said, how, mended)


class _Late(Source):
    """The text of an entry's Chinese file or of its English one, read when somebody asks."""

    def __init__(self, file: Written, side: int) -> None:
        name, path = (file.english_name, file.english_path) if side else (file.name, file.path)
        self.__dict__.update(name=name, _path=path)

    @cached_property
    def text(self) -> str:
        data = taken(self.__dict__["_path"])
        return source.decode(self.name, data)[0].text if isinstance(data, bytes) else ""
