"""`yaoan build`: build the site, or refuse and leave what was there."""

import datetime as dt
from pathlib import Path

import click

from yaoan.bilingual import Language
from yaoan.doors import Leaked, NotOurs, Refused, build
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


@click.command("build")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="默认 site")
@jobs_option
@quiet_option
@day_option
@folder_option
@language_option
def COMMAND(  # noqa: N802
    out: Path | None, jobs: int, quiet: bool, day: dt.date, folder: Path, language: Language
) -> None:
    """生成网站 build the site."""
    talk = Talk(language, quiet)
    with talk.progress(say("checking")):
        workshop = opened(folder, day, language, jobs)
    try:
        with talk.progress(say("building")):
            built = build(workshop, out or folder / "site")
    except Refused as refused:
        talk.report(refused.report)
        talk.error(say("refused"))
        raise click.exceptions.Exit(1) from None
    except Leaked as leaked:
        talk.error(leaked.said(language))
        raise click.exceptions.Exit(1) from None
    except NotOurs as held:
        raise click.UsageError(say("not_ours", folder=held.args[0]).in_(language)) from None
    seconds = f"{built.seconds:.1f}"
    talk.note(say("built", out=built.out, pages=built.pages, seconds=seconds))
