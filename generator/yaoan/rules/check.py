"""Apply every rule."""

from collections.abc import Iterator

from yaoan.diagnostics import Problem

from .registry import all_rules
from .rule import Context, applied


def check(context: Context) -> Iterator[Problem]:
    """Every problem that the rules find in the corpus."""
    for rule in all_rules():
        for found in applied(rule, context):
            yield Problem(
                rule.code, rule.severity, found.span, found.message, found.help, found.fix
            )
