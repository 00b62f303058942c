"""What stays of an entry whose decision no longer stands: that it was withdrawn, when and why."""

import datetime as dt
from dataclasses import dataclass

from yaoan.bilingual import Bilingual
from yaoan.kinds import Kind, Turn

from .lifecycle import rests_on
from .showing import Showing
from .state import State


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An entry of which only the reason for its withdrawal may be seen (Administrative Penalty
    Law, Art. 48); *status* names a term of *vocabulary*."""

    id: str
    kind: Kind
    on: dt.date
    vocabulary: str
    status: str
    reason: Bilingual | None


def withdrawn(showing: Showing) -> tuple[Withdrawn, ...]:
    """What stays of every withdrawn entry, in the order of their files."""
    return tuple(
        Withdrawn(
            record.id,
            record.kind,
            showing.standings[record.id].since,
            turn.vocabulary,
            turn.term,
            _masked(showing, record.id, turn),
        )
        for record, _ in showing.corpus.filled
        if showing.standings[record.id].state is State.WITHDRAWN
        for turn in _turn(showing, record.id)
    )


def _turn(showing: Showing, ident: str) -> tuple[Turn, ...]:
    """The first status by which the entry was withdrawn: its own, or that of what it rests on."""
    entry = showing.entries[ident]
    behind = showing.entries.get(rests_on(entry) or "")
    credits_ = (each.credit for each in (entry, behind) if each and each.credit)
    turns = (turn for credit in credits_ for turn in credit.turns)
    return tuple(
        turn
        for turn in turns
        if showing.leaves(turn) == "withdrawn" and (turn.on is None or turn.on <= showing.day)
    )[:1]


def _masked(showing: Showing, ident: str, turn: Turn) -> Bilingual | None:
    if turn.reason is None:
        return None
    masks = showing.masks(ident)
    return Bilingual(masks.apply(turn.reason.zh, "zh"), masks.apply(turn.reason.en, "en"))
