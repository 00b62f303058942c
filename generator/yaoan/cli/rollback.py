"""`yaoan rollback`: put the build before the current one back."""

import datetime as dt
from pathlib import Path

import click

from yaoan.bilingual import Bilingual, Language
from yaoan.doors import (
    Busy,
    Kept,
    NotHere,
    NothingBefore,
    NotOurs,
    Outdated,
    Refused,
    Workshop,
    rollback,
)
from yaoan.words import say

from .disk import disk
from .held import why_not
from .options import day_option, folder_option, language_option, out_option
from .talk import Talk

_TOLD = 10
"""How many entries are told by their ids."""


@click.command("rollback")
@out_option
@day_option
@folder_option
@language_option
def COMMAND(out: Path | None, day: dt.date, folder: Path, language: Language) -> None:  # noqa: N802
    """退回上一份网站 go back to the build before."""
    talk, out = Talk(language), out or folder / "site"
    try:
        kept = rollback(out, day, _forbidden(folder, day))
    except NothingBefore:
        raise click.UsageError(say("nothing_before", out=out).in_(language)) from None
    except (NotOurs, NotHere, Busy) as held:
        raise click.UsageError(why_not(held).in_(language)) from None
    except Outdated as outdated:
        talk.error(_why(outdated))
        raise click.exceptions.Exit(1) from None
    except OSError as fault:
        talk.error(disk(fault))
        raise click.exceptions.Exit(3) from None
    talk.note(_said(kept, out))


def _forbidden(folder: Path, day: dt.date) -> frozenset[str]:
    """The entries that the office's files say must not be shown; none where there are no files."""
    try:
        return Workshop.open(folder, day).unchecked.forbidden
    except (FileNotFoundError, Refused):
        return frozenset()


def _why(outdated: Outdated) -> Bilingual:
    """Why the build before may not be shown."""
    day = _known(outdated.mark.day)
    if outdated.entries:
        ids = ", ".join(outdated.entries[:_TOLD])
        return say("forbidden_before", day=day, count=len(outdated.entries), ids=ids)
    return say("outdated", day=day, until=outdated.mark.until)


def _said(kept: Kept, out: Path) -> Bilingual:
    """Which build the public sees now."""
    made = f"{kept.made:%Y-%m-%d %H:%M}"
    return say(
        "rolled_back",
        out=out,
        day=_known(kept.mark.day),
        made=made,
        pages=_known(kept.mark.pages),
    )


def _known(value: object) -> object:
    return say("unknown") if value is None else value
