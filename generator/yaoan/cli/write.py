"""`yaoan write`: the site as a folder of Markdown."""

import datetime as dt
from pathlib import Path

import click

from yaoan.bilingual import Language
from yaoan.doors import Leaked, Refused, write_folder
from yaoan.words import say

from .options import day_option, folder_option, language_option, opened, quiet_option
from .talk import Talk


@click.command("write")
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), required=True)
@quiet_option
@day_option
@folder_option
@language_option
def COMMAND(to: Path, quiet: bool, day: dt.date, folder: Path, language: Language) -> None:  # noqa: N802
    """写成 Markdown 文件夹 write the site as Markdown."""
    talk = Talk(language, quiet)
    workshop = opened(folder, day, language)
    try:
        with talk.progress(say("building")):
            pages = write_folder(workshop, to)
    except Refused as refused:
        talk.report(refused.report)
        raise click.exceptions.Exit(1) from None
    except Leaked as leaked:
        talk.error(leaked.said(language))
        raise click.exceptions.Exit(1) from None
    except FileExistsError:
        raise click.UsageError(say("not_empty", folder=to).in_(language)) from None
    talk.note(say("written", out=to, pages=pages))
