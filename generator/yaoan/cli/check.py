"""`yaoan check`: find every problem in the entries."""

import datetime as dt
from pathlib import Path

import click

from yaoan.bilingual import Language
from yaoan.diagnostics import FORMATS, Problem, Report, Severity
from yaoan.source import mend
from yaoan.words import say

from .options import (
    day_option,
    folder_option,
    jobs_option,
    language_option,
    opened,
    quiet_option,
)
from .talk import Talk

_ROUNDS = 5
"""A mended file may show mistakes that hid behind others; more rounds than this help nobody."""


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text")
@click.option("--fix", is_flag=True, help="改好能自动改的 mend what can be mended")
@jobs_option
@quiet_option
@day_option
@folder_option
@language_option
def COMMAND(  # noqa: N802
    paths: tuple[Path, ...],
    form: str,
    fix: bool,
    jobs: int,
    quiet: bool,
    day: dt.date,
    folder: Path,
    language: Language,
) -> None:
    """检查条目 check the entries."""
    talk = Talk(language, quiet)

    def look() -> Report:
        with talk.progress(say("checking")):
            return _only(opened(folder, day, language, jobs).report, folder, paths)

    report = look()
    rounds = _ROUNDS if fix else 0
    while rounds and (mended := _mend(report, folder)):
        talk.note(say("mended", count=mended))
        report, rounds = look(), rounds - 1
    if form == "text":
        talk.report(report)
    else:
        click.echo(FORMATS[form](report, language))
    raise click.exceptions.Exit(1 if report.failed else 0)


def _only(report: Report, folder: Path, paths: tuple[Path, ...]) -> Report:
    """The problems of the files named; of all when none is named."""
    if not paths:
        return report
    root, wanted = folder.resolve(), [path.resolve() for path in paths]

    def named(problem: Problem) -> bool:
        file = root / problem.span.source.name
        return any(file == path or path in file.parents for path in wanted)

    return Report([problem for problem in report if named(problem)])


def _mend(report: Report, folder: Path) -> int:
    """Put every fix of an error into its file; how many there were."""
    by_file: dict[str, list[Problem]] = {}
    for problem in report:
        if problem.fix and problem.severity is Severity.ERROR:
            by_file.setdefault(problem.span.source.name, []).append(problem)
    for name, problems in by_file.items():
        text = problems[0].span.source.text
        fixed = mend(text, [problem.fix for problem in problems if problem.fix])
        (folder / name).write_text(fixed, "utf-8", newline="\n")
    return sum(map(len, by_file.values()))
