"""Money as it was published: the sum, its unit, how exact it is, or why it is not known."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Self

from yaoan.bilingual import Bilingual, Language

from .value import Value, misread
from .values import Unknown

_PLAIN = re.compile(r"(?:0|[1-9]\d{0,14})(?:\.\d{1,2})?", re.ASCII)
"""Below a million billion yuan; a longer number is a slip of the keyboard."""
_SPOKEN = re.compile(
    r"(约|近|逾|超过?)?([\d,.]+)\s*(余)?\s*(百万|千万|万|亿)?\s*(余)?\s*元?(以上)?"
)
_SIZES = {None: 1, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8}

APPROXIMATIONS = {
    "exact": Bilingual("{sum}{unit}", "{sum}"),
    "over": Bilingual("{sum}{unit}", "over {sum}"),
    "about": Bilingual("约{sum}{unit}", "about {sum}"),
    "nearly": Bilingual("近{sum}{unit}", "nearly {sum}"),
    "at_least": Bilingual("{sum}{unit}以上", "at least {sum}"),
}
UNITS = {"元": 1, "万元": 10**4, "亿元": 10**8}
CURRENCIES = {
    "CNY": Bilingual("元", "RMB"),
    "GBP": Bilingual("英镑", "GBP"),
    "AUD": Bilingual("澳元", "AUD"),
    "USD": Bilingual("美元", "USD"),
}
_MANY = {10**4: "万", 10**8: "亿"}


@dataclass(frozen=True, slots=True)
class Amount(Value):
    """A sum in whole currency units (yuan), never in 万; `unknown` says why there is none.

    Typed as a number (`50000`), as 未披露 or 未查明, or as
    `{sum: 700000, unit: 万元, approx: over}` where the published wording matters.
    """

    sum: Decimal | None
    unit: str = "元"
    approx: str = "exact"
    currency: str = "CNY"
    unknown: Unknown | None = None

    @classmethod
    def read(cls, text: str) -> Self:
        if unknown := Unknown.named(text):
            return cls(None, unknown=unknown)
        if not _PLAIN.fullmatch(text.strip()):
            meant = in_yuan(text)
            raise misread("bad_amount", text=text, suggest=meant)
        return cls(Decimal(text.strip()))

    @classmethod
    def of(cls, parts: dict[str, Any]) -> Self:
        """The long form, each key checked."""
        allowed: dict[str, Mapping[str, object]] = {
            "unit": UNITS,
            "approx": APPROXIMATIONS,
            "currency": CURRENCIES,
        }
        if unknown_keys := [key for key in parts if key not in (*allowed, "sum")]:
            raise misread("amount_key", where=unknown_keys[0], key=unknown_keys[0])
        if not isinstance(parts.get("sum"), str):
            raise misread("amount_sum")
        for key, choices in allowed.items():
            if key in parts and (not isinstance(parts[key], str) or parts[key] not in choices):
                raise misread("amount_choice", inside=key, key=key, choices=" ".join(choices))
        plain = cls.read(parts["sum"])
        if plain.unknown:
            return plain
        return cls(plain.sum, **{key: parts[key] for key in allowed if key in parts})

    @classmethod
    def accept(cls, value: object) -> Self:
        """An amount from its short or its long form."""
        return cls.of(value) if isinstance(value, dict) else super(Amount, cls).accept(value)

    @classmethod
    def pattern(cls) -> dict[str, object]:
        plain = {"type": "string", "pattern": rf"^({_PLAIN.pattern}|未披露|未查明)$"}
        parts = {
            "sum": {"type": ["string", "number"]},
            "unit": {"enum": list(UNITS)},
            "approx": {"enum": list(APPROXIMATIONS)},
            "currency": {"enum": list(CURRENCIES)},
        }
        long = {
            "type": "object",
            "properties": parts,
            "required": ["sum"],
            "additionalProperties": False,
        }
        return {"anyOf": [plain, {"type": "number", "minimum": 0}, long]}

    @property
    def known(self) -> bool:
        return self.sum is not None

    def in_(self, language: Language) -> str:
        """`70余万元`, `over RMB 700,000`, `未披露`."""
        if self.sum is None:
            return (self.unknown or Unknown.NOT_DISCLOSED).in_(language)
        name = CURRENCIES[self.currency].in_(language)
        if language == "en":
            number = f"{self.sum:,.2f}" if self.sum % 1 else f"{self.sum:,.0f}"
            return APPROXIMATIONS[self.approx].en.format(sum=f"{name} {number}")
        size = UNITS[self.unit]
        return counted(self.sum / size, _MANY.get(size, ""), name, self.approx)


def total(amounts: Iterable[Amount]) -> Amount | None:
    """The sum of the exact amounts in yuan; None when one of them is not known or not exact."""
    added = Decimal(0)
    for amount in amounts:
        if amount.sum is None or amount.approx != "exact" or amount.currency != "CNY":
            return None
        added += amount.sum
    return Amount(added)


def in_yuan(text: str) -> str | None:
    """`15万元` → `150000`, `70余万元` → `{sum: 700000, unit: 万元, approx: over}`."""
    match = _SPOKEN.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if not match:
        return None
    before, digits, over1, size, over2, after = match.groups()
    try:
        number = Decimal(digits.replace(",", "")) * _SIZES[size]
    except ArithmeticError:
        return None
    approx = {"约": "about", "近": "nearly"}.get(before or "", "over" if before else "")
    approx = approx or ("over" if over1 or over2 else "at_least" if after else "")
    plain = f"{number.normalize():f}"
    if not _PLAIN.fullmatch(plain) or over2:
        return None
    if not approx:
        return plain
    unit = ", unit: 万元" if size == "万" else ", unit: 亿元" if size == "亿" else ""
    return f"{{sum: {plain}{unit}, approx: {approx}}}"


def counted(number: Decimal, many: str, unit: str, approx: str) -> str:
    """A Chinese count: 余 stands after a round number (70余万元), else after 万 (639万余元)."""
    shown = _number(number)
    if approx == "over":
        shown, many = (shown + "余", many) if number % 10 == 0 else (shown, many + "余")
    return APPROXIMATIONS[approx].zh.format(sum=shown, unit=many + unit)


def _number(value: Decimal) -> str:
    """Thousands divided by commas, no empty decimals."""
    return f"{value.normalize():,f}"
