"""How many of something: a number, how exact, and what is counted (`3000余盒`)."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from .amount import APPROXIMATIONS
from .value import Value, misread

_COUNTED = re.compile(r"(约|近)?\s*(\d[\d,]*(?:\.\d+)?)\s*(余)?\s*([^\d\s]{1,6}?)(以上)?")


@dataclass(frozen=True, slots=True)
class Quantity(Value):
    """A count with its measure word, which a vocabulary translates."""

    number: Decimal
    unit: str
    approx: str = "exact"

    @classmethod
    def read(cls, text: str) -> Self:
        match = _COUNTED.fullmatch(unicodedata.normalize("NFKC", text).strip())
        if not match:
            raise misread("bad_quantity", text=text)
        before, number, over, unit, after = match.groups()
        approx = {"约": "about", "近": "nearly"}.get(before or "", "exact")
        approx = "over" if over else "at_least" if after else approx
        return cls(Decimal(number.replace(",", "")), unit, approx)

    def shown(self) -> str:
        """The number with its thousands divided, without frame or unit."""
        return f"{self.number.normalize():,f}"

    def zh(self) -> str:
        return APPROXIMATIONS[self.approx].zh.format(sum=self.shown()) + self.unit
