"""`yaoan merge`: put the parts of a site, built on several machines, together and publish it."""

import datetime as dt
from pathlib import Path

import click

from yaoan.bilingual import Language
from yaoan.doors import merge
from yaoan.words import say

from .build import tell
from .held import told
from .options import day_option, folder_option, language_option, opened, out_option, quiet_option
from .talk import Talk


@click.command("merge")
@click.argument(
    "shards", nargs=-1, required=True, type=click.Path(path_type=Path, file_okay=False, exists=True)
)
@out_option
@click.option(
    "--fewer", is_flag=True, help="页数少了一半以上也发布 publish far fewer pages than before"
)
@quiet_option
@day_option
@folder_option
@language_option
def COMMAND(  # noqa: N802
    shards: tuple[Path, ...],
    out: Path | None,
    fewer: bool,
    quiet: bool,
    day: dt.date,
    folder: Path,
    language: Language,
) -> None:
    """合并各份，核对后发布 put the parts of a build together."""
    talk = Talk(language, quiet)
    with talk.progress(say("checking")):
        workshop = opened(folder, day, language)
    with told(talk, workshop), talk.progress(say("merging")):
        built = merge(workshop, shards, out or folder / "site", fewer=fewer)
    tell(built, talk)
