"""Problems as GitHub workflow commands, shown beside the lines of a pull request."""

from yaoan.bilingual import Bilingual, Language

from ..problem import Problem, Report, Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
_WORDS = Bilingual("{message}（怎么改：{help}）", "{message} (help: {help})")


def github(report: Report, language: Language) -> str:
    """One `::error file=…::` line per problem."""
    return "\n".join(_command(problem, language) for problem in report)


def _command(problem: Problem, language: Language) -> str:
    span = problem.span
    line, column = span.last
    places = {
        "file": _property(span.source.name),
        "line": span.line,
        "endLine": line,
        "col": span.column,
        "endColumn": column,
        "title": problem.code,
    }
    words = _WORDS.fill(message=problem.message, help=problem.help).in_(language)
    said = ",".join(f"{key}={value}" for key, value in places.items())
    return f"::{_LEVELS[problem.severity]} {said}::{_data(words)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
