"""What an entry must also satisfy: one rule, one file."""

from .check import check, check_pages
from .explanation import Confidence, Example, Explanation
from .registry import all_rules
from .rule import Context, Finding, Rule

__all__ = [
    "Confidence",
    "Context",
    "Example",
    "Explanation",
    "Finding",
    "Rule",
    "all_rules",
    "check",
    "check_pages",
]
