"""How many of something: a number, how exact, and what is counted (`3000余盒`)."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from .amount import APPROXIMATIONS
from .value import Value, misread

_COUNTED = re.compile(
    r"(约|近)?\s*(\d[\d,]*(?:\.\d+)?)\s*(余)?\s*([万亿])?\s*(余)?\s*([^\d\s]{1,6}?)(以上)?"
)
_LONGEST = 20
"""The most signs of a number; a longer one could not be shown exactly."""
_SIZES = {"": 1, "万": 10**4, "亿": 10**8}


@dataclass(frozen=True, slots=True)
class Quantity(Value):
    """A count with its measure word, which a vocabulary translates."""

    number: Decimal
    unit: str
    approx: str = "exact"
    typed: str = ""

    @classmethod
    def read(cls, text: str) -> Self:
        match = _COUNTED.fullmatch(unicodedata.normalize("NFKC", text).strip())
        if not match:
            raise misread("bad_quantity", text=text)
        before, digits, over, many, over_too, unit, after = match.groups()
        if len(digits) > _LONGEST:
            raise misread("bad_quantity", text=text)
        approx = {"约": "about", "近": "nearly"}.get(before or "", "exact")
        approx = "over" if over or over_too else "at_least" if after else approx
        number = Decimal(digits.replace(",", "")) * _SIZES[many or ""]
        return cls(number, unit, approx, "".join(text.split()))

    def shown(self) -> str:
        """The number with its thousands divided, without frame or unit."""
        return f"{self.number.normalize():,f}"

    def en(self, unit: str) -> str:
        """`over 3,000 boxes`, given the English of the unit."""
        return APPROXIMATIONS[self.approx].en.format(sum=self.shown()) + f" {unit}"

    def zh(self) -> str:
        """As it was typed: 10余万 and 10万余 are two different counts."""
        return self.typed
