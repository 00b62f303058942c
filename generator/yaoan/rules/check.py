"""Apply every rule."""

from collections.abc import Iterable, Iterator

from yaoan.corpus import Record
from yaoan.diagnostics import Problem, Source

from .context import Answers, Context
from .reading import Page, Reading
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
    found = _in_one(Reading.of(record, context.names), all_rules(), context)
    return tuple(found), dict(context.asked)


def check_pages(pages: Iterable[Source], context: Context) -> Iterator[Problem]:
    """Every problem in *pages* that are no entries, by the rules that hold anywhere."""
    rules = [each for each in all_rules() if each.anywhere]
    for source in pages:
        yield from _in_one(Page.of_text(source, context.names), rules, context)


def check_corpus(context: Context) -> Iterator[Problem]:
    """What the rules find that look at everything together."""
    for rule in all_rules():
        for found in of_corpus(rule, context):
            yield _problem(rule, found)


def _in_one(reading: Reading, rules: Iterable[Rule], context: Context) -> Iterator[Problem]:
    """What *rules* find in one reading, each thing once."""
    for rule in rules:
        for found in dict.fromkeys(of_record(rule, reading, context)):
            yield _problem(rule, found)


def _problem(rule: Rule, found: Finding) -> Problem:
    return Problem(rule.code, rule.severity, found.span, found.message, found.help, found.fix)
