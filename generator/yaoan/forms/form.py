"""A form: a class whose body reads like the form that a person fills in."""

import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import PydanticUndefined

from yaoan.bilingual import Bilingual

from .values import Vocabulary


class Form(BaseModel):
    """Base of everything that is filled in. A key that the form does not have is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


F = TypeVar("F", bound=Form)
_set = object.__setattr__


def made(form: type[F], values: dict[str, Any], given: set[str]) -> F:
    """A form that holds *values*, one for each of its fields in their order and all of them read
    already; *given* are the keys of those that were typed."""
    filled = form.__new__(form)
    _set(filled, "__dict__", values)
    _set(filled, "__pydantic_fields_set__", given)
    _set(filled, "__pydantic_extra__", None)
    _set(filled, "__pydantic_private__", None)
    return filled


def field(
    zh: str,
    en: str,
    hint: str = "",
    hint_en: str = "",
    *,
    default: Any = PydanticUndefined,
    default_factory: Any = None,
    example: str = "",
    shown: bool = True,
) -> Any:
    """A line of a form: its label, and a hint on what to write. Without *default* it is required.

    *example* is typed into a blank form; *shown* is false for what the public page leaves out.
    """
    extra: dict[str, Any] = {"label_en": en, "hint_en": hint_en, "example": example, "shown": shown}
    about: dict[str, Any] = {
        "title": zh,
        "description": hint or None,
        "json_schema_extra": extra,
    }
    if default_factory:
        return Field(default_factory=default_factory, **about)
    return Field(default, **about)


@dataclass(frozen=True, slots=True)
class Shape:
    """What a field holds: one or many of a value type, a form, or a term of a vocabulary."""

    base: Any
    many: bool
    vocabulary: str | None = None

    @property
    def form(self) -> type[Form] | None:
        is_form = isinstance(self.base, type) and issubclass(self.base, Form)
        return self.base if is_form else None


@dataclass(frozen=True, slots=True)
class Note:
    """What is known of a field: its key, label, hint, shape, and whether it must be filled in."""

    key: str
    label: Bilingual
    hint: Bilingual
    shape: Shape
    required: bool
    example: str
    shown: bool


@cache
def notes(form: type[BaseModel]) -> tuple[Note, ...]:
    """Every field of *form*, in the order of its class body."""
    return tuple(_notes(form))


def _notes(form: type[BaseModel]) -> Iterator[Note]:
    for key, info in form.model_fields.items():
        extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
        annotation: Any = info.annotation
        if info.metadata:
            annotation = Annotated[(annotation, *info.metadata)]
        yield Note(
            key,
            Bilingual(info.title or key, str(extra.get("label_en") or key)),
            Bilingual(info.description or "", str(extra.get("hint_en") or "")),
            shape_of(annotation),
            info.is_required(),
            str(extra.get("example") or ""),
            bool(extra.get("shown", True)),
        )


def labels(form: type[BaseModel]) -> dict[str, Bilingual]:
    """The labels of *form* by key."""
    return {note.key: note.label for note in notes(form)}


def shape_of(annotation: Any) -> Shape:
    """*annotation* without `| None`, `tuple[…, ...]` and `Annotated`."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        inner = shape_of(args[0])
        marks = [mark for mark in args[1:] if isinstance(mark, Vocabulary)]
        return Shape(inner.base, inner.many, str(marks[0])) if marks else inner
    if origin in (types.UnionType, typing.Union):
        return shape_of(next(arg for arg in args if arg is not type(None)))
    if origin is tuple:
        inner = shape_of(args[0])
        return Shape(inner.base, True, inner.vocabulary)
    return Shape(annotation, False)
