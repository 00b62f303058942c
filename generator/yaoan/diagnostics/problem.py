"""A problem, and a report of problems."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum

from yaoan.bilingual import Bilingual

from .span import Span


class Severity(IntEnum):
    """How much a problem matters: an error holds the build back, a warning does not."""

    ADVICE = 1
    WARNING = 2
    ERROR = 3


@dataclass(frozen=True)
class Fix:
    """A change of the text that mends a problem and nothing else."""

    span: Span
    text: str


@dataclass(frozen=True)
class Problem:
    """Something that a person should change, where it stands, and how to mend it."""

    code: str
    severity: Severity
    span: Span
    message: Bilingual
    help: Bilingual
    fix: Fix | None = None


@dataclass
class Report:
    """The problems found so far. Reading goes on after one, so that one run finds them all."""

    problems: list[Problem] = field(default_factory=list)

    def add(self, problem: Problem) -> None:
        self.problems.append(problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        self.problems.extend(problems)

    def __iter__(self) -> Iterator[Problem]:
        """The problems by file and place, each once."""
        seen = set()
        for problem in sorted(self.problems, key=_place):
            name = (problem.span.source.name, problem.span.start, problem.code, problem.message)
            if name not in seen:
                seen.add(name)
                yield problem

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def count(self, severity: Severity) -> int:
        return sum(problem.severity is severity for problem in self)

    @property
    def failed(self) -> bool:
        return any(problem.severity is Severity.ERROR for problem in self.problems)


def _place(problem: Problem) -> tuple[str, int, str]:
    return problem.span.source.name, problem.span.start, problem.code
