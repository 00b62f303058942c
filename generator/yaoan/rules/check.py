"""Apply every rule."""

from collections.abc import Iterator

from yaoan.corpus import Record
from yaoan.diagnostics import Problem

from .context import Answers, Context
from .reading import Reading
from .registry import all_rules
from .rule import Finding, Rule, of_corpus, of_record


def check(context: Context) -> Iterator[Problem]:
    """Every problem that the rules find in the corpus."""
    for record in context.corpus.records:
        yield from check_record(record, context)[0]
    yield from check_corpus(context)


def check_record(record: Record, context: Context) -> tuple[tuple[Problem, ...], Answers]:
    """What the rules find in *record*, and what they asked for that is not in it."""
    context.asked.clear()
    reading = Reading.of(record, context.names)
    found = (
        _problem(rule, each) for rule in all_rules() for each in of_record(rule, reading, context)
    )
    return tuple(found), dict(context.asked)


def check_corpus(context: Context) -> Iterator[Problem]:
    """What the rules find that look at everything together."""
    for rule in all_rules():
        for found in of_corpus(rule, context):
            yield _problem(rule, found)


def _problem(rule: Rule, found: Finding) -> Problem:
    return Problem(rule.code, rule.severity, found.span, found.message, found.help, found.fix)
