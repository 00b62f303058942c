"""What an entry must also satisfy: one rule, one file."""

from .check import check, check_corpus, check_pages, check_record
from .context import Answers, Context
from .explanation import Confidence, Example, Explanation
from .registry import all_rules
from .rule import Finding, Rule

__all__ = [
    "Answers",
    "Confidence",
    "Context",
    "Example",
    "Explanation",
    "Finding",
    "Rule",
    "all_rules",
    "check",
    "check_corpus",
    "check_pages",
    "check_record",
]
