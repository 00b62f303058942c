"""The pages of the rules that every entry passes before it is published."""

from collections.abc import Iterator

from yaoan.rules import all_rules
from yaoan.words import say

from . import addresses
from .draft import Draft

INDEX = "rules/index.md"


def drafts() -> Iterator[Draft]:
    """The list of the rules, and a page for each."""
    rules = all_rules()
    yield Draft("rules", INDEX, say("rules"), say("rules_about"), context={"rules": rules})
    for rule in rules:
        about, crumbs = rule.explanation, ((say("rules"), INDEX),)
        sure = [say("confidence_" + each.name.lower()) for each in about.confidence]
        path, context = addresses.of_rule(rule.code), {"rule": rule, "confidence": sure}
        yield Draft("rule", path, about.title, about.reason, crumbs, context=context)
