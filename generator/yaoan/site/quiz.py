"""The quiz: questions that entries ask, and questions made from what entries say.

Only real public entries are asked about, as the public sees them. Nothing is left to chance: the
same entries make the same quiz, for the order is that of digests of their ids.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from itertools import chain, zip_longest

from yaoan.bilingual import Bilingual
from yaoan.forms import Amount, Citation
from yaoan.kinds import BasedAmount, Lesson, Myth, Party, Quiz, held
from yaoan.reference import Reference
from yaoan.words import say

from .fines import fines
from .item import Item
from .site import Site

_TIMES = 5
"""How many times larger each sum is that may be chosen than the one before it: far enough apart
that nobody need remember the figure."""
_LEAST = Decimal(100)
"""No fine that may be chosen is smaller, in yuan."""
_NAMED = "named"


@dataclass(frozen=True)
class Question:
    """One question about *item*; *right* is the place of the right option, from 0.

    *citations* are the law behind the answer, at most two.
    """

    item: Item
    asked: Bilingual
    options: tuple[Bilingual, ...]
    right: int
    why: Bilingual
    citations: tuple[Citation, ...] = ()


def quiz(site: Site, count: int) -> tuple[Question, ...]:
    """At most *count* questions, in turns: one that an entry asks, one of a myth, one of a fine.

    Of an entry that asks something itself no other question is made.
    """
    items = [each for each in site.items.values() if not each.entry.demonstration]
    silent = [each for each in items if not each.entry.quiz]
    groups = (
        _mixed(chain.from_iterable(map(_asked, items))),
        _mixed(chain.from_iterable(map(_myths, silent))),
        _mixed(chain.from_iterable(_fined(each, site.reference) for each in silent)),
    )
    turns = chain.from_iterable(zip_longest(*groups))
    return tuple(each for each in turns if each)[:count]


def laws(item: Item, count: int = 2) -> tuple[Citation, ...]:
    """The first articles that an entry says were violated, or explains; or else, its basis."""
    found = {
        (citation.law, citation.key): citation
        for wanted in (("violated", "explained"), ("basis",))
        for citation, role in item.citations
        if role in wanted
    }
    return tuple(found.values())[:count]


def _mixed(questions: Iterable[Question]) -> list[Question]:
    return sorted(questions, key=lambda each: _digest(each.item.id, each.asked.zh))


def _digest(*texts: str) -> bytes:
    return sha256("\n".join(texts).encode()).digest()


def _asked(item: Item) -> Iterator[Question]:
    """What the entry asks itself."""
    for one in held(item.entry, Quiz):
        if 1 <= one.right <= len(one.options):
            yield Question(item, one.question, one.options, one.right - 1, one.why, laws(item))


def _myths(item: Item) -> Iterator[Question]:
    """Which of three is the myth: one of the entry's myths beside two of its key points."""
    points: tuple[Bilingual, ...] = getattr(item.entry, "points", ())
    myths = list(held(item.entry, Myth))
    if not myths or len(points) < 2:
        return
    one = min(myths, key=lambda each: _digest(item.id, each.myth.zh))
    beside = sorted(points, key=lambda point: _digest(one.myth.zh, point.zh))[:2]
    options = sorted((one.myth, *beside), key=lambda each: _digest(item.id, each.zh))
    asked = say("quiz_myth", title=item.entry.title)
    yield Question(item, asked, tuple(options), options.index(one.myth), one.truth, laws(item))


def _fined(item: Item, reference: Reference) -> Iterator[Question]:
    """What the fine was, in a case that teaches, has one exact round fine, and names nobody."""
    told = fines([item]).all
    if (
        not any(held(item.entry, Lesson))
        or any(each.naming == _NAMED for each in held(item.entry, Party))
        or [each.exact and _round(each.sum) for each in told] != [True]
    ):
        return
    sums = _choices(told[0].sum, _digest(item.id, "fine")[0] % 4)
    options = tuple(Amount(each) for each in sums)
    asked = say("quiz_fine", title=item.entry.title, about=_at_stake(item, reference))
    shown = tuple(Bilingual(each.in_("zh"), each.in_("en")) for each in options)
    right = sums.index(told[0].sum)
    yield Question(item, asked, shown, right, item.entry.summary, laws(item))


def _at_stake(item: Item, reference: Reference) -> Bilingual:
    """The first sum that the acts give, and what it measures; nothing where there is none."""
    for one in held(item.entry, BasedAmount):
        if one.amount.known:
            basis = reference.term("amount_basis", one.basis)
            what = say("quiz_sum", basis=basis.name if basis else one.basis, amount=one.amount)
            return say("in_brackets", what=what)
    return Bilingual("")


def _round(sum_: Decimal) -> bool:
    """Whether a sum has two digits that count, as those have that are made to stand beside it."""
    return sum_ >= _LEAST and len(f"{sum_.normalize():e}".partition("e")[0].replace(".", "")) <= 2


def _choices(sum_: Decimal, place: int) -> list[Decimal]:
    """Four sums, the lowest first, *sum_* among them and at *place* where the others allow it."""
    below = [each for n in range(place, 0, -1) if (each := sum_ / _TIMES**n) >= _LEAST]
    above = [sum_ * _TIMES**n for n in range(1, 4 - len(below))]
    return [*map(_rounded, below), sum_, *map(_rounded, above)]


def _rounded(sum_: Decimal) -> Decimal:
    return Decimal(f"{sum_:.1e}")
