"""`yaoan build`: build the site, or refuse and leave what was there."""

import datetime as dt
import re
from pathlib import Path

import click

from yaoan.bilingual import Language
from yaoan.doors import (
    Built,
    Share,
    Unchanged,
    Workshop,
    build,
    build_shard,
    made_from,
    remember,
    unchanged,
)
from yaoan.words import say

from .held import told
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


def _share(context: click.Context, parameter: click.Parameter, value: str | None) -> Share | None:
    if value is None:
        return None
    found = re.fullmatch(r"([1-9]\d{0,3})/([1-9]\d{0,3})", value)
    if not found or int(found[1]) > int(found[2]):
        raise click.BadParameter(f"{value} ≠ 1/3, 2/3, 3/3")
    return Share(int(found[1]), int(found[2]))


@click.command("build")
@out_option
@click.option(
    "--fewer", is_flag=True, help="页数少了一半以上也发布 publish far fewer pages than before"
)
@click.option(
    "--shard",
    "share",
    metavar="K/N",
    callback=_share,
    help="只生成第几份，之后用 merge 合并 only one part of several, for `merge`",
)
@jobs_option
@quiet_option
@day_option
@folder_option
@language_option
def COMMAND(  # noqa: N802
    out: Path | None,
    fewer: bool,
    share: Share | None,
    jobs: int,
    quiet: bool,
    day: dt.date,
    folder: Path,
    language: Language,
) -> None:
    """生成网站 build the site."""
    talk = Talk(language, quiet)
    if share is not None:
        return _shard(folder, day, out, share, jobs, talk)
    out = out or folder / "site"
    made = made_from(folder, day)
    if known := unchanged(folder, out, made):
        _warn(known.warnings, talk)
        return talk.note(say("unchanged", out=out.absolute(), pages=known.pages))
    workshop = _opened(folder, day, jobs, talk)
    with told(talk, workshop), talk.progress(say("building")):
        built = build(workshop, out, fewer=fewer, jobs=jobs)
    if made == made_from(folder, day):
        remember(folder, out, made, Unchanged(built.pages, built.warnings))
    return tell(built, talk)


def _opened(folder: Path, day: dt.date, jobs: int, talk: Talk) -> Workshop:
    with talk.progress(say("checking")):
        return opened(folder, day, talk.language, jobs)


def _shard(
    folder: Path, day: dt.date, out: Path | None, share: Share, jobs: int, talk: Talk
) -> None:
    """Build one part, which the public does not see before all are put together."""
    out = out or folder / f"shard-{share.number}"
    workshop = _opened(folder, day, jobs, talk)
    with told(talk, workshop), talk.progress(say("building")):
        shard = build_shard(workshop, out, share, jobs)
    _warn(shard.rendered.warnings, talk)
    talk.note(say("shard_built", out=out.absolute(), number=share.number, of=share.of))


def tell(built: Built, talk: Talk) -> None:
    """Say what was built, and what MkDocs warned of."""
    _warn(built.warnings, talk)
    seconds = f"{built.seconds:.1f}"
    talk.note(say("built", out=built.out, pages=built.pages, seconds=seconds))


def _warn(warnings: tuple[str, ...], talk: Talk) -> None:
    for warning in warnings:
        talk.error(say("warned", what=warning))
