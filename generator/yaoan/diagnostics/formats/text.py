"""Problems for a terminal, in the manner of rustc: the line, a caret under it, how to mend it."""

from unicodedata import category, combining, east_asian_width

from rich.text import Text

from yaoan.bilingual import Bilingual, Language

from ..problem import Problem, Report, Severity

Shown = Text
"""A text with its colours."""

_NAMES = {
    Severity.ERROR: (Bilingual("错误", "error"), "bold red"),
    Severity.WARNING: (Bilingual("警告", "warning"), "bold yellow"),
    Severity.ADVICE: (Bilingual("提示", "advice"), "bold cyan"),
}
_HELP = Bilingual("怎么改：", "help: ")
_COLON = Bilingual("：", ": ")
_GOOD = Bilingual("没有发现问题。", "No problems found.")
_TOTAL = Bilingual(
    "共 {errors} 处错误，{warnings} 处警告。", "{errors} errors, {warnings} warnings."
)
_WIDEST = 110


def text(report: Report, language: Language) -> Shown:
    """The whole report; the last line says how many problems there are."""
    shown = Shown()
    for problem in report:
        shown.append_text(_problem(problem, language)).append("\n\n")
    errors, warnings = report.count(Severity.ERROR), report.count(Severity.WARNING)
    total = _TOTAL.fill(errors=errors, warnings=warnings) if len(report) else _GOOD
    return shown.append(total.in_(language), "bold" if errors else "")


def _problem(problem: Problem, language: Language) -> Shown:
    span = problem.span.head
    name, style = _NAMES[problem.severity]
    number, line, column = str(span.line), span.source.line(span.line), span.column
    line, column = _window(line, column)
    gutter = " " * len(number)
    marked = _tame(span.text[: _WIDEST - column]) or " "
    shown = Shown()
    shown.append(f"{name.in_(language)}[{problem.code}]", style)
    shown.append(f"{_COLON.in_(language)}{problem.message.in_(language)}\n", "bold")
    shown.append(f"{gutter}--> ", "blue").append(f"{span.source.name}:{span.line}:{span.column}\n")
    shown.append(f"{gutter} |\n{number} | ", "blue").append(f"{line}\n")
    shown.append(f"{gutter} | ", "blue")
    shown.append(" " * width(line[: column - 1]) + "^" * max(1, width(marked)), style)
    shown.append(f"\n{gutter} = ", "blue").append(_HELP.in_(language), "bold")
    return shown.append(problem.help.in_(language))


def _window(line: str, column: int) -> tuple[str, int]:
    """A long line cut down to the part around *column*, and the column in it."""
    if len(line) <= _WIDEST:
        return _tame(line), column
    start = max(0, min(column - 20, len(line) - _WIDEST))
    before, after = ("…" if start else ""), ("…" if start + _WIDEST < len(line) else "")
    cut = before + line[start + len(before) : start + _WIDEST] + after
    return _tame(cut), column - start


def _tame(text: str) -> str:
    """The line with what could steer a terminal shown as a box: control and format characters."""
    return "".join("□" if category(c) in ("Cc", "Cf") and c != "\t" else c for c in text).replace(
        "\t", " "
    )


def width(text: str) -> int:
    """How many columns *text* takes in a terminal: a Chinese character takes two."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)
