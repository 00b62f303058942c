"""The range of a fine that an article gives, as far as the reference data say it in numbers."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from yaoan.bilingual import Bilingual
from yaoan.forms import Citation

from .rule import Context

_OF_STAGE = {
    "retail": "retail",
    "use": "retail",
    "wholesale": "wholesale",
    "manufacture": "wholesale",
}
Pair = tuple[Decimal, Decimal]


@dataclass(frozen=True)
class Band:
    """A multiple of the value of the goods, not below *floor*; a fixed range for small values."""

    place: Bilingual
    multiple: Pair | None = None
    floor: Decimal = Decimal(0)
    fixed: Pair | None = None
    below: Decimal | None = None
    """The value under which the fixed range holds; always when None and there is no multiple."""

    def range(self, value: Decimal) -> Pair:
        """The lowest and the highest fine for goods of that value, in yuan."""
        small = self.below is not None and value < self.below
        if self.fixed and (small or self.multiple is None):
            return self.fixed
        assert self.multiple is not None
        counted = max(value, self.floor)
        return self.multiple[0] * counted, self.multiple[1] * counted


def band_of(
    cited: Citation, stages: Collection[str | None], day: dt.date | None, context: Context
) -> Band | None:
    """The range of the cited article in the version of *day*; None when the data give none."""
    law = context.reference.law(cited.law)
    article = law.version(cited.version, day).articles.get(cited.key) if law else None
    if law is None or article is None or not article.band:
        return None
    place = Bilingual(
        f"《{law.name.zh}》{cited.place('zh')}", f"{law.name.en}, {cited.place('en')}"
    )
    data = article.band
    kinds = {_OF_STAGE[stage] for stage in stages if stage in _OF_STAGE}
    if len(kinds) == 1 and isinstance(of_stage := data.get(next(iter(kinds))), dict):
        data = of_stage
    small = data.get("small")
    if isinstance(small, dict):
        below, fixed = _number(small.get("below")), _pair(small.get("fixed"))
    else:
        below, fixed = None, _pair(data.get("fixed"))
    multiple = _pair(data.get("mult"))
    if multiple is None and (fixed is None or below is not None):
        return None
    return Band(place, multiple, _number(data.get("floor")) or Decimal(0), fixed, below)


def _pair(value: Any) -> Pair | None:
    if not isinstance(value, list) or len(value) != 2:
        return None
    low, high = _number(value[0]), _number(value[1])
    return (low, high) if low is not None and high is not None else None


def _number(value: Any) -> Decimal | None:
    try:
        return Decimal(str(value)) if value is not None else None
    except InvalidOperation:
        return None
