"""What a rule is: a code, how much it matters, what it looks at, and its check."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from yaoan.bilingual import Bilingual
from yaoan.diagnostics import Fix, Severity, Span
from yaoan.kinds import Entry

from .context import Context
from .explanation import Explanation
from .reading import Reading

Record = Reading
"""What a rule calls the record that it looks at."""

LooksAt = Literal["file", "values", "entry", "corpus"]


@dataclass(frozen=True)
class Finding:
    """What a check found. It does not know its rule's code; the rule adds it."""

    span: Span
    message: Bilingual
    help: Bilingual
    fix: Fix | None = None


Check = Callable[..., Iterator[Finding]]


@dataclass(frozen=True)
class Rule:
    """A rule, its explanation taken from the head of its file."""

    code: str
    severity: Severity
    looks_at: LooksAt
    check: Check
    explanation: Explanation
    anywhere: bool = False
    """Whether it reads texts that are no entries, too."""

    @property
    def name(self) -> str:
        """The fault it names, which is also the name of its file."""
        return self.check.__module__.rpartition(".")[2].partition("_")[2]


def rule(
    code: str,
    looks_at: LooksAt,
    severity: Severity = Severity.ERROR,
    anywhere: bool = False,
) -> Callable[[Check], Rule]:
    """Make a check a rule.

    A check that looks at a `file` takes `(record, context)` of every readable file; one that looks
    at an `entry` takes `(record, entry, context)`; one that looks at single `values` takes these
    too, even of an entry that is only partly in order; one that looks at the `corpus` takes
    `(context)`. One that holds *anywhere* reads hand-written pages and the office's file as well.
    """

    def made(check: Check) -> Rule:
        head = str(check.__globals__["__doc__"])
        return Rule(code, severity, looks_at, check, Explanation.read(head), anywhere)

    return made


def of_corpus(rule: Rule, context: Context) -> Iterable[Finding]:
    """What a rule that looks at the `corpus` finds; nothing of any other rule."""
    return rule.check(context) if rule.looks_at == "corpus" else ()


def of_record(rule: Rule, record: Reading, context: Context) -> Iterable[Finding]:
    """What *rule* finds in one record."""
    if rule.looks_at == "file":
        return rule.check(record, context)
    if rule.looks_at == "corpus":
        return ()
    entry = record.draft if rule.looks_at == "values" else record.entry
    return () if entry is None else rule.check(record, entry, context)


__all__ = [
    "Context",
    "Entry",
    "Finding",
    "Record",
    "Rule",
    "of_corpus",
    "of_record",
    "rule",
]
