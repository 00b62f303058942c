"""Why a build was held back, said in words, and the exit code for it."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from yaoan.bilingual import Bilingual
from yaoan.doors import Busy, Leaked, NotHere, NotOurs, Refused, Unfit, Unsound, Workshop
from yaoan.words import say

from .disk import disk
from .talk import Talk

_SHOWN = 20
"""How many flaws of a built site are told."""


@contextmanager
def told(talk: Talk, workshop: Workshop) -> Iterator[None]:
    """Say whatever holds back what is done within, and leave with its exit code."""
    try:
        yield
    except Refused:
        talk.report(workshop.report)
        talk.error(say("refused"))
        raise click.exceptions.Exit(1) from None
    except Leaked as leaked:
        talk.error(leaked.said(talk.language))
        raise click.exceptions.Exit(1) from None
    except Unsound as unsound:
        _flaws(unsound, talk)
        raise click.exceptions.Exit(1) from None
    except Unfit as unfit:
        talk.error(unfit.message)
        raise click.exceptions.Exit(1) from None
    except (NotOurs, NotHere, Busy) as held:
        raise click.UsageError(why_not(held).in_(talk.language)) from None
    except FileExistsError as there:
        raise click.UsageError(say("not_empty", folder=there.args[0]).in_(talk.language)) from None
    except OSError as fault:
        talk.error(disk(fault))
        talk.error(say("nothing_changed"))
        raise click.exceptions.Exit(3) from None


def why_not(held: NotOurs | NotHere | Busy) -> Bilingual:
    """Why nothing can be put where it was asked for."""
    folder = held.args[0]
    if isinstance(held, Busy):
        return say("busy", folder=folder)
    if isinstance(held, NotHere):
        return say("not_here", folder=folder)
    return say("not_ours", folder=folder)


def _flaws(unsound: Unsound, talk: Talk) -> None:
    """The flaws of a built site, the first of them."""
    for flaw in unsound.flaws[:_SHOWN]:
        talk.error(say("flaw", file=flaw.file, what=flaw.message))
    if (more := len(unsound.flaws) - _SHOWN) > 0:
        talk.error(say("more_flaws", count=more))
    talk.error(say("unsound", count=len(unsound.flaws)))
