"""Apply every rule."""

from collections.abc import Iterable, Iterator

from yaoan.diagnostics import Problem, Source

from .reading import Page, Reading
from .registry import all_rules
from .rule import Context, Finding, Rule, of_corpus, of_record


def check(context: Context) -> Iterator[Problem]:
    """Every problem that the rules find in the corpus."""
    rules = all_rules()
    for record in context.corpus.records:
        reading = Reading.of(record, context.names)
        for rule in rules:
            for found in dict.fromkeys(of_record(rule, reading, context)):
                yield _problem(rule, found)
    for rule in rules:
        for found in of_corpus(rule, context):
            yield _problem(rule, found)


def check_pages(pages: Iterable[Source], context: Context) -> Iterator[Problem]:
    """Every problem in *pages* that are no entries, by the rules that hold anywhere."""
    rules = [each for each in all_rules() if each.anywhere]
    for source in pages:
        page = Page.of_text(source, context.names)
        for rule in rules:
            for found in dict.fromkeys(of_record(rule, page, context)):
                yield _problem(rule, found)


def _problem(rule: Rule, found: Finding) -> Problem:
    return Problem(rule.code, rule.severity, found.span, found.message, found.help, found.fix)
