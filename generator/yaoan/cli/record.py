"""`yaoan record`: enter the public addresses into the ledger, and what became of former ones."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import click

from yaoan.bilingual import Language
from yaoan.corpus import FAULTS, LEDGER, Address
from yaoan.doors import Refused, Workshop, rewrite
from yaoan.site import State
from yaoan.words import say

from .options import day_option, folder_option, language_option, opened
from .talk import Talk

Pairs = tuple[tuple[str, str], ...]

_NEVER = (State.EMBARGOED, State.HELD)
"""The states of entries that were not public yet."""

_LEGIBLE = ("address_gone", "moved_nowhere", "unknown_withdrawal", "unrecorded")
"""What may be wrong with the ledger although every line of it was read."""


@click.command("record")
@click.option(
    "--moved", type=(str, str), multiple=True, metavar="OLD NEW", help="换了编号 a new id"
)
@click.option(
    "--withdrawn", type=(str, str), multiple=True, metavar="ID REASON", help="已撤下 withdrawn"
)
@day_option
@folder_option
@language_option
def COMMAND(  # noqa: N802
    moved: Pairs, withdrawn: Pairs, day: dt.date, folder: Path, language: Language
) -> None:
    """登记公开的网址 enter public addresses into the ledger."""
    talk = Talk(language)
    workshop = opened(folder, day, language)
    file = Path("cases", LEDGER).as_posix()
    if _broken(workshop):
        raise click.UsageError(say("ledger_broken", file=file).in_(language))
    try:
        changed = _after(workshop, moved, withdrawn) or list(_new(workshop))
    except Refused as refused:
        talk.report(refused.report)
        raise click.exceptions.Exit(1) from None
    except LookupError as wrong:
        raise click.UsageError(wrong.args[0].in_(language)) from None
    if changed:
        rewrite(folder / "cases" / LEDGER, workshop.corpus.ledger.but(changed).text)
        talk.note(say("recorded", file=file, count=len(changed)))
    else:
        talk.note(say("nothing_to_record"))


def _broken(workshop: Workshop) -> bool:
    """Whether lines of the ledger could not be read, which writing it anew would lose."""
    legible = {FAULTS[name].code for name in _LEGIBLE}
    name = workshop.corpus.ledger.source.name
    return any(
        problem.span.source.name == name and problem.code not in legible
        for problem in workshop.report
    )


def _new(workshop: Workshop) -> list[Address]:
    """The addresses that were ever public and are not in the ledger. Raises Refused."""
    known, standings = workshop.corpus.ledger.by_id, workshop.site.standings
    return [
        Address(record.id, entry.published)
        for record, entry in workshop.corpus.filled
        if record.id not in known and standings[record.id].state not in _NEVER
    ]


def _after(workshop: Workshop, moved: Pairs, withdrawn: Pairs) -> list[Address]:
    """The former addresses with what became of them. Raises LookupError with what is wrong."""
    changed = []
    for old, new in moved:
        if new not in workshop.corpus.by_id:
            raise LookupError(say("no_such_entry", id=new))
        changed.append(replace(_former(workshop, old), moved=new, withdrawn=None))
    reasons = workshop.reference.vocabularies["withdrawal"].terms
    for ident, reason in withdrawn:
        if reason not in reasons:
            known = "、".join(f"{term.id}（{term.name.zh}）" for term in reasons.values())
            raise LookupError(say("no_such_reason", reason=reason, known=known))
        changed.append(replace(_former(workshop, ident), moved=None, withdrawn=reason))
    return changed


def _former(workshop: Workshop, ident: str) -> Address:
    """The address *ident* in the ledger, where no entry may be any more."""
    found = workshop.corpus.ledger.by_id.get(ident)
    if found is None:
        raise LookupError(say("not_recorded", id=ident))
    if record := workshop.corpus.by_id.get(ident):
        raise LookupError(say("still_there", file=record.file))
    return found
