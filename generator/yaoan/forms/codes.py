"""Numbers and addresses that offices give: decision numbers, credit codes, ids, web addresses."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Self

from stdnum.cn import uscc
from stdnum.exceptions import ValidationError

from yaoan.bilingual import Language

from .value import Value, misread
from .values import Unknown

_BRACKETS = str.maketrans("【[［（(】]］）)", "〔〔〔〔〔〕〕〕〕〕")
_TAIL = re.compile(r"第|\s")


@dataclass(frozen=True, slots=True)
class DecisionNumber(Value):
    """A decision's number exactly as served; many house styles occur, and it may be missing.

    The text is never changed (Order 45 of SAMR, 2021, Art. 7: what is published equals
    what was served); `key` is for finding and comparing only.
    """

    text: str
    unknown: Unknown | None = None

    @classmethod
    def read(cls, text: str) -> Self:
        return cls(text.strip(), Unknown.named(text))

    @property
    def key(self) -> str:
        """The number with one kind of brackets, without 第 and spaces."""
        plain = unicodedata.normalize("NFKC", self.text).translate(_BRACKETS)
        return "" if self.unknown else _TAIL.sub("", plain)

    def in_(self, language: Language) -> str:
        return self.unknown.in_(language) if self.unknown else self.text


class CreditCode(str, Value):
    """A unified social credit code, 18 characters with a check digit (GB 32100-2015)."""

    __slots__ = ()

    @classmethod
    def read(cls, text: str) -> Self:
        code = unicodedata.normalize("NFKC", text).strip().upper()
        if len(code) == 22:
            raise misread("licence_in_code", text=text)
        try:
            return cls(uscc.validate(code))
        except ValidationError:
            raise misread("bad_credit_code", text=text) from None

    @classmethod
    def pattern(cls) -> dict[str, object]:
        return {"type": "string", "pattern": "^[0-9A-HJ-NP-RTUW-Y]{18}$"}


class MedicalLicence(str, Value):
    """A medical institution's licence number, 22 characters beginning with a letter."""

    __slots__ = ()

    @classmethod
    def read(cls, text: str) -> Self:
        if not re.fullmatch(r"[A-Z][0-9A-Z]{21}", text.strip()):
            raise misread("bad_licence", text=text)
        return cls(text.strip())


class EntryId(str, Value):
    """The id of an entry, which is also its address: `case-2023-0001`."""

    __slots__ = ()

    @classmethod
    def read(cls, text: str) -> Self:
        if not re.fullmatch(r"[a-z]+-\d{4}-\d{4,}", text.strip()):
            raise misread("bad_id", text=text)
        return cls(text.strip())


class IndexPattern(str, Value):
    """How an office numbers what it discloses (索引号): `000014348/{year}-{kind}{serial}`.

    There is no national pattern; what stands in braces is taken from the id of the entry.
    """

    __slots__ = ()
    _PLACES = ("year", "kind", "serial")

    @classmethod
    def read(cls, text: str) -> Self:
        pattern = text.strip()
        places = re.findall(r"\{(\w*)\}", pattern)
        rest = re.sub(r"\{\w*\}", "", pattern)
        unfit = not set(places) <= set(cls._PLACES) or "{" in rest or "}" in rest
        if unfit or "serial" not in places:
            raise misread("bad_index_pattern", text=text)
        return cls(pattern)

    def number(self, entry: str) -> str:
        """The number of the entry with that id."""
        kind, year, serial = entry.rsplit("-", 2)
        return self.format(year=year, kind=kind, serial=serial)


class WebAddress(str, Value):
    """An address on the web, `http` or `https`, without user name or spaces."""

    __slots__ = ()

    @classmethod
    def read(cls, text: str) -> Self:
        if not re.fullmatch(r"https?://[A-Za-z0-9.-]+(:\d+)?(/[^\s<>\"'`\\^{}|]*)?", text.strip()):
            raise misread("bad_address", text=text)
        return cls(text.strip())
