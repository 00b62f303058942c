"""What a rule is: a code, how much it matters, what it looks at, and its check."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from yaoan.bilingual import Bilingual
from yaoan.corpus import Corpus, Record
from yaoan.diagnostics import Fix, Severity, Span
from yaoan.kinds import Entry
from yaoan.reference import Reference

from .explanation import Explanation

LooksAt = Literal["file", "values", "entry", "corpus"]


@dataclass(frozen=True)
class Context:
    """What a rule may look things up in: everything written, the reference data, the day."""

    corpus: Corpus
    reference: Reference
    day: dt.date


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

    @property
    def name(self) -> str:
        """The fault it names, which is also the name of its file."""
        return self.check.__module__.rpartition(".")[2].partition("_")[2]


def rule(
    code: str, looks_at: LooksAt, severity: Severity = Severity.ERROR
) -> Callable[[Check], Rule]:
    """Make a check a rule.

    A check that looks at a `file` takes `(record, context)` of every readable file; one that looks
    at an `entry` takes `(record, entry, context)`; one that looks at single `values` takes these
    too, even of an entry that is only partly in order; one that looks at the `corpus` takes
    `(context)`.
    """

    def made(check: Check) -> Rule:
        head = str(check.__globals__["__doc__"])
        return Rule(code, severity, looks_at, check, Explanation.read(head))

    return made


def applied(rule: Rule, context: Context) -> Iterator[Finding]:
    """Everything that *rule* finds."""
    if rule.looks_at == "corpus":
        yield from rule.check(context)
        return
    for record in context.corpus.records:
        arguments: tuple[Any, ...] = (record, context)
        if rule.looks_at != "file":
            entry = record.draft if rule.looks_at == "values" else record.entry
            if entry is None:
                continue
            arguments = (record, entry, context)
        yield from rule.check(*arguments)


__all__ = ["Context", "Entry", "Finding", "Record", "Rule", "applied", "rule"]
