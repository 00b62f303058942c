"""`yaoan calendar`: what must happen when."""

import datetime as dt
from io import StringIO
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from yaoan.bilingual import Language
from yaoan.doors import Refused, inside_site
from yaoan.outputs import as_ics, as_json
from yaoan.site import Site, Task, agenda
from yaoan.words import say

from .options import day_option, folder_option, language_option, opened, quiet_option
from .talk import Talk

_WIDTH = 120
"""The columns of a table that is written into a file."""


@click.command("calendar")
@click.option("--format", "form", type=click.Choice(["table", "json", "ics"]), default="table")
@click.option(
    "--days",
    type=click.IntRange(min=0),
    default=365,
    show_default=True,
    help="往后看几天 how many days ahead",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="写入文件（内部用，不能放进网站） a file of your own, never in the site",
)
@quiet_option
@day_option
@folder_option
@language_option
def COMMAND(  # noqa: N802
    form: str,
    days: int,
    out: Path | None,
    quiet: bool,
    day: dt.date,
    folder: Path,
    language: Language,
) -> None:
    """哪天要办什么事 what must happen when."""
    talk = Talk(language, quiet)
    if out is not None and inside_site(folder, out):
        raise click.UsageError(say("calendar_is_not_public", out=out).in_(language))
    with talk.progress(say("checking")):
        workshop = opened(folder, day, language)
    try:
        site = workshop.unchecked
    except Refused as refused:
        talk.report(refused.report)
        talk.error(say("refused"))
        raise click.exceptions.Exit(1) from None
    last = day + dt.timedelta(days)
    tasks = [task for task in agenda(site, workshop.corpus) if task.day <= last]
    made = _made(form, site, tasks, language)
    if out is not None:
        out.write_bytes(made)
        talk.note(say("calendar_written", out=out, count=len(tasks)))
    elif form != "table":
        click.echo(made, nl=False)
    elif tasks:
        talk.result(_table(tasks, day, language))
    else:
        talk.note(say("calendar_empty", days=days))


def _made(form: str, site: Site, tasks: list[Task], language: Language) -> bytes:
    """The tasks in a file of that form."""
    if form == "ics":
        return as_ics(site, tasks, language)
    if form == "json":
        return as_json(site, tasks).encode()
    shown = StringIO()
    Console(file=shown, width=_WIDTH).print(_table(tasks, site.day, language))
    return shown.getvalue().encode()


def _table(tasks: list[Task], day: dt.date, language: Language) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for key in ("day", "left", "what", "entry_of", "advice"):
        right = key == "left"
        table.add_column(
            say("calendar_" + key).in_(language),
            justify="right" if right else "left",
            no_wrap=key == "day",
            overflow="fold",
        )
    for task in tasks:
        left = (task.day - day).days
        table.add_row(
            task.day.isoformat(),
            str(left),
            task.words.in_(language),
            f"{task.id}\n{task.title.in_(language)}",
            task.advice.in_(language),
            style="bold red" if left < 0 else None,
        )
    return table
