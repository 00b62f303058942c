"""Problems for other programs."""

from json import dumps

from yaoan.bilingual import Bilingual, Language

from ..problem import Problem, Report


def json(report: Report, language: Language) -> str:
    """A list of problems; both languages are given, *language* decides `text`."""
    return dumps([_row(problem, language) for problem in report], ensure_ascii=False, indent=2)


def _row(problem: Problem, language: Language) -> dict[str, object]:
    span = problem.span
    line, column = span.last
    return {
        "code": problem.code,
        "severity": problem.severity.name.lower(),
        "file": span.source.name,
        "line": span.line,
        "column": span.column,
        "end_line": line,
        "end_column": column,
        "text": problem.message.in_(language),
        "message": _both(problem.message),
        "help": _both(problem.help),
        "fixable": problem.fix is not None,
    }


def _both(words: Bilingual) -> dict[str, str]:
    return {"zh": words.zh, "en": words.en}
