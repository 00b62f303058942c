"""`yaoan new`: a blank form for an entry, its id given."""

import datetime as dt
from pathlib import Path

import click

from yaoan.bilingual import Language
from yaoan.corpus import read_ledger
from yaoan.diagnostics import Report, nearest
from yaoan.forms import blank
from yaoan.kinds import Entry, Kind, all_kinds
from yaoan.reference import read
from yaoan.words import say

from .options import day_option, folder_option, language_option
from .talk import Talk


@click.command("new")
@click.argument("kind")
@day_option
@folder_option
@language_option
def COMMAND(kind: str, day: dt.date, folder: Path, language: Language) -> None:  # noqa: N802
    """新建条目 start a new entry."""
    form = _form(kind, language)
    known = read(folder / "cases" / "reference", Report())
    given = tuple(read_ledger(folder / "cases", Report()).serials(form.kind, day.year))
    inside = folder / "cases" / form.kind.folder / str(day.year)
    inside.mkdir(parents=True, exist_ok=True)
    file = inside / f"{next_id(form.kind, inside, day.year, given)}.yml"
    text = blank(form, known.choices).replace("published:", f"published: {day.isoformat()}", 1)
    with file.open("x", encoding="utf-8", newline="\n") as out:
        out.write(text)
    Talk(language).result(say("new_made", file=file).in_(language))


def _form(kind: str, language: Language) -> type[Entry]:
    """The form of the kind, named by its folder, its Chinese name or the beginning of its ids."""
    forms = all_kinds()
    for form in forms.values():
        named = (form.kind.folder, form.kind.name.zh, form.kind.prefix)
        if kind in named or form.kind.name.zh.startswith(kind):
            return form
    known = "、".join(f"{each.kind.folder}（{each.kind.name.zh}）" for each in forms.values())
    close = nearest(kind, forms, 0.6)
    key = "meant_kind" if close else "unknown_kind"
    words = say(key, kind=kind, known=known, **({"close": close} if close else {}))
    raise click.UsageError(words.in_(language))


def next_id(kind: Kind, inside: Path, year: int, given: tuple[int, ...] = ()) -> str:
    """The first id of *year* after all that stand in the folder or were *given* before."""
    serials = [
        int(serial)
        for path in inside.glob(f"{kind.prefix}-{year}-*.yml")
        if (serial := path.name.split(".")[0].rpartition("-")[2]).isdigit()
    ]
    return f"{kind.prefix}-{year}-{max((*serials, *given), default=0) + 1:04d}"
