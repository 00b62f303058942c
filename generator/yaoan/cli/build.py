"""`yaoan build`: build the site, or refuse and leave what was there."""

import datetime as dt
from pathlib import Path

import click

from yaoan.bilingual import Bilingual, Language
from yaoan.doors import Busy, Leaked, NotHere, NotOurs, Refused, Unsound, build
from yaoan.words import say

from .disk import disk
from .options import (
    day_option,
    folder_option,
    jobs_option,
    language_option,
    opened,
    out_option,
    quiet_option,
)
from .talk import Talk

_SHOWN = 20
"""How many flaws of a built site are told."""


@click.command("build")
@out_option
@click.option(
    "--fewer", is_flag=True, help="页数少了一半以上也发布 publish far fewer pages than before"
)
@jobs_option
@quiet_option
@day_option
@folder_option
@language_option
def COMMAND(  # noqa: N802
    out: Path | None,
    fewer: bool,
    jobs: int,
    quiet: bool,
    day: dt.date,
    folder: Path,
    language: Language,
) -> None:
    """生成网站 build the site."""
    talk = Talk(language, quiet)
    with talk.progress(say("checking")):
        workshop = opened(folder, day, language, jobs)
    try:
        with talk.progress(say("building")):
            built = build(workshop, out or folder / "site", fewer=fewer, jobs=jobs)
    except Refused as refused:
        talk.report(refused.report)
        talk.error(say("refused"))
        raise click.exceptions.Exit(1) from None
    except Leaked as leaked:
        talk.error(leaked.said(language))
        raise click.exceptions.Exit(1) from None
    except Unsound as unsound:
        _tell(unsound, talk)
        raise click.exceptions.Exit(1) from None
    except (NotOurs, NotHere, Busy) as held:
        raise click.UsageError(why_not(held).in_(language)) from None
    except OSError as fault:
        talk.error(disk(fault))
        talk.error(say("nothing_changed"))
        raise click.exceptions.Exit(3) from None
    for warning in built.warnings:
        talk.error(say("warned", what=warning))
    seconds = f"{built.seconds:.1f}"
    talk.note(say("built", out=built.out, pages=built.pages, seconds=seconds))


def why_not(held: NotOurs | NotHere | Busy) -> Bilingual:
    """Why nothing can be put where it was asked for."""
    folder = held.args[0]
    if isinstance(held, Busy):
        return say("busy", folder=folder)
    if isinstance(held, NotHere):
        return say("not_here", folder=folder)
    return say("not_ours", folder=folder)


def _tell(unsound: Unsound, talk: Talk) -> None:
    """The flaws of a built site, the first of them."""
    for flaw in unsound.flaws[:_SHOWN]:
        talk.error(say("flaw", file=flaw.file, what=flaw.message))
    if (more := len(unsound.flaws) - _SHOWN) > 0:
        talk.error(say("more_flaws", count=more))
    talk.error(say("unsound", count=len(unsound.flaws)))
