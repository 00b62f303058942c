"""Whether every address that was public still answers, and none is given to something else."""

import datetime as dt
from collections.abc import Collection, Iterator

from yaoan.diagnostics import Problem, Span
from yaoan.reference import Reference

from .corpus import Corpus
from .faults import FAULTS
from .ledger import Address


def kept(
    corpus: Corpus, reference: Reference, day: dt.date, held: Collection[str] = ()
) -> Iterator[Problem]:
    """What is wrong between the ledger and the entries on *day*; those *held* were not public."""
    there = {*corpus.by_id, *corpus.unread}
    for address in corpus.ledger.addresses:
        span = address.span or Span(corpus.ledger.source, 0, 0)
        if address.live:
            if address.id not in there:
                yield FAULTS["address_gone"].at(span, id=address.id)
            continue
        if address.id in corpus.by_id:
            yield FAULTS["address_reused"].at(corpus.by_id[address.id].at("title"), id=address.id)
        yield from _after(address, span, there, reference)
    yield from _unrecorded(corpus, day, held)


def _after(
    address: Address, span: Span, there: set[str], reference: Reference
) -> Iterator[Problem]:
    """What is wrong with where an address moved, or why it went."""
    if address.moved and address.moved not in there:
        place = span.find(f" {address.moved}")
        yield FAULTS["moved_nowhere"].at(place, id=address.id, to=address.moved)
    reasons = reference.vocabularies["withdrawal"].terms
    if address.withdrawn and address.withdrawn not in reasons:
        known = "、".join(f"{term.id}（{term.name.zh}）" for term in reasons.values())
        place = span.find(f" {address.withdrawn}")
        yield FAULTS["unknown_withdrawal"].at(place, reason=address.withdrawn, known=known)


def _unrecorded(corpus: Corpus, day: dt.date, held: Collection[str]) -> Iterator[Problem]:
    """One word about all entries that were ever public and are not in the ledger."""
    known = {*corpus.ledger.by_id, *held}
    ids = [
        record.id
        for record, entry in corpus.filled
        if entry.published <= day and record.id not in known
    ]
    if ids:
        span = Span(corpus.ledger.source, 0, 0)
        yield FAULTS["unrecorded"].at(span, count=len(ids), first=ids[0])
