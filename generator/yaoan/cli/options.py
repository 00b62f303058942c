"""The options that most commands take."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from yaoan.doors import Workshop, today
from yaoan.store import FOLDER
from yaoan.words import say

F = TypeVar("F", bound=Callable[..., Any])


def _day(context: click.Context, parameter: click.Parameter, value: str | None) -> dt.date:
    try:
        return dt.date.fromisoformat(value) if value else today()
    except ValueError:
        raise click.BadParameter(f"{value} ≠ 2026-03-05") from None


def folder_option(command: F) -> F:
    """`-C DIR`: the office to work on."""
    kind = click.Path(path_type=Path, file_okay=False)
    about = "单位文件夹 the office's folder"
    return click.option("-C", "folder", type=kind, default=Path(), help=about)(command)


def language_option(command: F) -> F:
    """`--lang zh|en`."""
    kind = click.Choice(["zh", "en"])
    return click.option("--lang", "language", type=kind, default="zh", show_default=True)(command)


def day_option(command: F) -> F:
    """`--day D`: today in China when left out."""
    about = "按哪一天，默认北京时间今天 the day, today in China"
    return click.option("--day", callback=_day, metavar="D", help=about)(command)


def jobs_option(command: F) -> F:
    """`--jobs N`: how many processes read the entries."""
    kind = click.IntRange(min=1)
    about = "用几个进程读条目 processes that read the entries"
    return click.option("--jobs", type=kind, default=1, show_default=True, help=about)(command)


def out_option(command: F) -> F:
    """`--out DIR`: where the site is; `site` in the office's folder when left out."""
    kind = click.Path(path_type=Path, file_okay=False)
    return click.option("--out", type=kind, help="默认 site")(command)


def quiet_option(command: F) -> F:
    """`-q`: no progress."""
    return click.option("-q", "--quiet", is_flag=True, help="不显示进度 no progress")(command)


def opened(folder: Path, day: dt.date, language: str, jobs: int = 1) -> Workshop:
    """The office at *folder*; a wrong folder is wrong usage."""
    try:
        return Workshop.open(folder, day, jobs, cache=folder / FOLDER)
    except FileNotFoundError:
        words = say("no_folder", folder=folder)
        raise click.UsageError(words.en if language == "en" else words.zh) from None
