"""Problems as SARIF 2.1.0, the exchange format of code scanners (OASIS standard)."""

from json import dumps
from urllib.parse import quote

from yaoan.bilingual import Language

from ..problem import Problem, Report, Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}


def sarif(report: Report, language: Language) -> str:
    """One run; columns count Unicode code points from one."""
    problems = list(report)
    rules = sorted({problem.code for problem in problems})
    run = {
        "tool": {"driver": {"name": "yaoan", "rules": [{"id": code} for code in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, language) for problem in problems],
    }
    log = {"version": "2.1.0", "$schema": "https://json.schemastore.org/sarif-2.1.0.json"}
    return dumps({**log, "runs": [run]}, ensure_ascii=False, indent=2)


def _result(problem: Problem, language: Language) -> dict[str, object]:
    span = problem.span
    line, column = span.last
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": line,
        "endColumn": column,
    }
    words = f"{problem.message.in_(language)}\n{problem.help.in_(language)}"
    location = {"artifactLocation": {"uri": quote(span.source.name)}, "region": region}
    return {
        "ruleId": problem.code,
        "level": _LEVELS[problem.severity],
        "message": {"text": words},
        "locations": [{"physicalLocation": location}],
    }
