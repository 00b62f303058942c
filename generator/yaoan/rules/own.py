"""The decisions to which the duties of publication apply: those of the office itself.

A retelling of what another authority published, and what is marked as demonstration data, have
their own sources; the clocks of the law do not run for them here.
"""

from collections.abc import Iterator

from yaoan.kinds import Decision, Entry

from .rule import Context, Record

WITHDRAWN = ("changed", "revoked", "unlawful", "void")
"""The statuses of a decision after which its publication is withdrawn."""


def own_decisions(record: Record, entry: Entry, context: Context) -> Iterator[tuple[int, Decision]]:
    """The office's own decisions that the entry discloses, with their places in the list."""
    office = context.office
    if office is None or entry.demonstration or not record.kind.discloses:
        return
    name = office.name.zh
    if any(source.publisher.zh != name for source in entry.sources):
        return
    deciding = {each.name.zh for each in record.part("authorities", ())}
    for index, decision in enumerate(record.part("decisions", ())):
        by = {decision.authority.zh} if decision.authority else deciding
        if name in by:
            yield index, decision


def days_allowed(context: Context, deadline: str) -> int:
    """How many working days that deadline gives; a number far off if no data say."""
    term = context.reference.term("deadline", deadline)
    days = str(term.attributes.get("days", "")) if term else ""
    return int(days) if days.isdigit() else 10**6
