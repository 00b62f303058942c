"""A value that reads itself from what was typed, and says what is wrong when it cannot."""

from abc import abstractmethod
from collections.abc import Callable
from typing import Any, Self, TypeVar

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

MISREAD = "misread"
"""The pydantic error type under which a value reports one of our faults."""


def misread(
    fault: str, *, suggest: str | None = None, where: str = "", inside: str = "", **values: object
) -> PydanticCustomError:
    """The error for a value that cannot be read.

    *fault* names it in `faults.toml`, *suggest* is the text that would be right, *where* the part
    of the typed text that is wrong, *inside* the key of a group under which it stands.
    """
    context = {
        "fault": fault,
        "suggest": suggest,
        "where": where,
        "inside": inside,
        "english": False,
        "values": values,
    }
    return PydanticCustomError(MISREAD, "misread", context)


T = TypeVar("T")


def in_english(read: Callable[[str], T], text: str) -> T:
    """What *read* makes of an English text; its errors say that the English is meant."""
    try:
        return read(text)
    except PydanticCustomError as error:
        context = {**(error.context or {}), "english": True}
        raise PydanticCustomError(MISREAD, "misread", context) from None


class Value:
    """Base of all value types: `read` turns typed text into the value or raises `misread(…)`."""

    __slots__ = ()

    @classmethod
    @abstractmethod
    def read(cls, text: str) -> Self:
        """What *text* says."""

    @classmethod
    def accept(cls, value: object) -> Self:
        """*value* itself if it is one already, else what its text says."""
        if isinstance(value, cls):
            return value
        if value is None:
            raise misread("empty_item")
        if not isinstance(value, str):
            raise misread("not_text")
        return cls.read(value)

    @classmethod
    def pattern(cls) -> dict[str, object]:
        """The value in a JSON Schema, as far as a schema can say it."""
        return {"type": "string"}

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.accept, json_schema_input_schema=core_schema.str_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return dict(cls.pattern())
