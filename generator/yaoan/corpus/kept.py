"""Whether every address that was public still answers, and none is given to something else."""

import datetime as dt
from collections.abc import Iterator

from yaoan.diagnostics import Problem, Span
from yaoan.reference import Reference

from .corpus import Corpus
from .faults import FAULTS
from .ledger import Address


def kept(corpus: Corpus, reference: Reference, day: dt.date) -> Iterator[Problem]:
    """What is wrong between the ledger and the entries on *day*."""
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
    yield from _unrecorded(corpus, day)


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


def _unrecorded(corpus: Corpus, day: dt.date) -> Iterator[Problem]:
    """One word about all entries that were ever public and are not in the ledger.

    Said to an office that keeps a ledger, and to every official one.
    """
    known, office = corpus.ledger.by_id, corpus.office
    if office is None or not (corpus.ledger.begun or office.official):
        return
    ids = [
        record.id
        for record, brief in corpus.briefs
        if brief.published <= day and record.id not in known and not brief.held
    ]
    if ids:
        span = Span(corpus.ledger.source, 0, 0)
        yield FAULTS["unrecorded"].at(span, count=len(ids), first=ids[0])
