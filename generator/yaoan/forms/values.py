"""The small value types: a day, yes or no, a term of a vocabulary, the two unknowns."""

import datetime as dt
import re
import unicodedata
from enum import Enum
from typing import Annotated, Any, Self

from pydantic import BeforeValidator
from pydantic.json_schema import WithJsonSchema
from pydantic_core import PydanticCustomError

from yaoan.bilingual import Bilingual, Language

from .value import misread


class Unknown(Enum):
    """Why a fact is not there. Zero is neither: it is the amount 0."""

    NOT_DISCLOSED = Bilingual("未披露", "Not disclosed")
    NOT_FOUND = Bilingual("未查明", "Not established")

    @classmethod
    def named(cls, text: str) -> "Unknown | None":
        """The unknown that *text* names, in Chinese or in English."""
        asked = text.strip().casefold()
        return next((u for u in cls if asked in (u.value.zh, u.value.en.casefold())), None)

    def in_(self, language: Language) -> str:
        return self.value.in_(language)


class Vocabulary(str):
    """Marks a text field as a term: the name of the vocabulary it is chosen from."""

    __slots__ = ()


class Term(str):
    """An id out of a vocabulary; `Annotated[Term, Vocabulary("stage")]` says which one.

    Whether the vocabulary holds it is a rule's question, for a form knows no vocabularies.
    """

    __slots__ = ()

    @classmethod
    def of(cls, value: object) -> Self:
        """The term that *value* names."""
        if not isinstance(value, str):
            raise misread("not_text")
        return cls(value.strip())

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(
            cls.of, json_schema_input_schema=core_schema.str_schema()
        )


_SPOKEN_DAY = re.compile(r"([12]\d{3})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?")


def read_day(text: object) -> dt.date:
    """A day typed as 2026-03-05."""
    if isinstance(text, dt.date):
        return text
    if not isinstance(text, str):
        raise misread("not_text")
    try:
        if not re.fullmatch("[12][0-9]{3}-[0-9]{2}-[0-9]{2}", text.strip()):
            raise ValueError
        return dt.date.fromisoformat(text.strip())
    except ValueError:
        meant = iso_day(text)
        raise misread("date_style" if meant else "bad_date", text=text, suggest=meant) from None


def iso_day(text: str) -> str | None:
    """`2026年3月5日` or `2026/3/5` as 2026-03-05; None if no such day exists."""
    match = _SPOKEN_DAY.fullmatch(unicodedata.normalize("NFKC", text).strip())
    try:
        return dt.date(*(int(part) for part in match.groups())).isoformat() if match else None
    except ValueError:
        return None


_YES = {"是": True, "true": True, "否": False, "false": False}


def read_yes_no(text: object) -> bool:
    """是, 否, true or false."""
    if isinstance(text, bool):
        return text
    if isinstance(text, str) and text.strip() in _YES:
        return _YES[text.strip()]
    raise misread("bad_yes_no", text=text)


def read_number(text: object) -> int:
    """A whole number from 1 on, typed in plain digits; nothing like `+1`, `1.0` or `1_000`."""
    if isinstance(text, int):
        return text
    if isinstance(text, str) and re.fullmatch("[1-9][0-9]{0,8}", text.strip()):
        return int(text)
    raise PydanticCustomError("int_parsing", "not a number")


Number = Annotated[int, BeforeValidator(read_number)]
Day = Annotated[
    dt.date, BeforeValidator(read_day), WithJsonSchema({"type": "string", "format": "date"})
]
YesNo = Annotated[
    bool, BeforeValidator(read_yes_no), WithJsonSchema({"enum": ["是", "否", "true", "false"]})
]
