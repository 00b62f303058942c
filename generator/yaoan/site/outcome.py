"""What came of a case: each kind of penalty and measure once, its sums added up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from yaoan.bilingual import Bilingual
from yaoan.forms import Amount, total
from yaoan.kinds import Entry, Penalty
from yaoan.reference import Reference


@dataclass(frozen=True)
class Outcome:
    """One thing that came of it: a term, what it comes to, what it is about where that is one."""

    vocabulary: str
    term: str
    amount: Amount | None = None
    what: Bilingual | None = None


def outcome(entry: Entry, reference: Reference) -> tuple[Outcome, ...]:
    """What came of *entry*: how its decision stands where that needs saying, penalties, the sum of
    those told together, measures, how far a criminal case has come, the state on a list.

    A decision whose state is marked `void` brings no penalties. Nothing here is ever a finding of
    guilt: a criminal stage is named as it stands in its vocabulary.
    """
    return tuple(dict.fromkeys(_outcomes(entry, reference)))


def _outcomes(entry: Entry, reference: Reference) -> Iterator[Outcome]:
    in_force = []
    for decision in vars(entry).get("decisions", ()):
        state = reference.term("decision_status", decision.status)
        marks = state.attributes if state else {}
        if marks.get("said") == "true":
            yield Outcome("decision_status", decision.status)
        if marks.get("void") != "true":
            in_force.append(decision)
    yield from _penalties([each for decision in in_force for each in decision.penalties])
    for decision in in_force:
        if decision.combined:
            yield Outcome("", "combined", decision.combined)
        for measure in decision.measures:
            yield Outcome("measure", measure.kind)
    for step in vars(entry).get("criminal", ()):
        yield Outcome("criminal_stage", step.stage)
    if status := vars(entry).get("status"):
        yield Outcome("list_status", status)


def _penalties(penalties: Iterable[Penalty]) -> Iterator[Outcome]:
    kinds: dict[str, list[Penalty]] = {}
    for each in penalties:
        kinds.setdefault(each.kind, []).append(each)
    for kind, group in kinds.items():
        sums = [each.amount for each in group if each.amount and each.amount.known]
        whole = sums[0] if len(sums) == 1 else total(sums) if sums else None
        one = group[0] if len(group) == 1 else None
        yield Outcome(
            "penalty_kind",
            kind,
            whole if len(sums) == len(group) else None,
            one.what if one and not one.amount else None,
        )
