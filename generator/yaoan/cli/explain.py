"""`yaoan explain CODE`: what a message means, why it matters, how it is mended."""

import click
from rich.text import Text

from yaoan import corpus, doors, forms, source
from yaoan.bilingual import Bilingual, Language
from yaoan.diagnostics import Fault
from yaoan.rules import Explanation, Rule, all_rules
from yaoan.words import say

from .options import language_option
from .talk import Talk


@click.command("explain")
@click.argument("code")
@language_option
def COMMAND(code: str, language: Language) -> None:  # noqa: N802
    """解释错误编号 explain a code."""
    faults = {each.code: each for room in (source, forms, corpus, doors) for each in room.FAULTS}
    rules = {each.code: each for each in all_rules()}
    talk = Talk(language)
    wanted = code.upper()
    if wanted in rules:
        talk.result(_rule(rules[wanted], language))
    elif wanted in faults:
        talk.result(_fault(faults[wanted], language))
    else:
        known = " ".join(sorted({*faults, *rules}))
        raise click.UsageError(say("unknown_code", code=code, known=known).in_(language))


def _fault(fault: Fault, language: Language) -> Text:
    parts = (("explain_why", fault.why), ("explain_mend", fault.mended))
    return _page(fault.code, fault.said, language, *parts)


def _rule(rule: Rule, language: Language) -> Text:
    about = rule.explanation
    text = _page(
        rule.code,
        about.title,
        language,
        ("explain_why", about.reason),
        ("rule_source", Bilingual(about.source, about.source)),
        ("rule_confidence", _sure(about)),
    )
    for example in about.examples:
        heading = say("rule_bad" if example.bad else "rule_good").in_(language)
        lines = "\n".join(f"    {line}" for line in example.yaml.rstrip().split("\n"))
        text.append(f"\n\n{heading}\n", "bold").append(lines, "red" if example.bad else "green")
    return text


def _sure(about: Explanation) -> Bilingual:
    said = [say("confidence_" + each.name.lower()) for each in about.confidence]
    return Bilingual("；".join(each.zh for each in said), "; ".join(each.en for each in said))


def _page(code: str, title: Bilingual, language: Language, *parts: tuple[str, Bilingual]) -> Text:
    text = Text(f"{code} {title.in_(language)}", "bold")
    for heading, words in parts:
        text.append(f"\n\n{say(heading).in_(language)}\n", "bold")
        text.append(words.in_(language), "not bold")
    return text
