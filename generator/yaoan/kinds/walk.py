"""Walk through everything that an entry holds."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, TypeVar

from yaoan.forms import Form, Note, notes


class Found(NamedTuple):
    """A value in a form: the path that leads to it, the field it fills, and the value."""

    path: tuple[str | int, ...]
    note: Note
    value: Any


T = TypeVar("T")


def walk(form: Form, *kinds: type) -> Iterator[Found]:
    """Every value of *form* and of the forms in it, single items of lists each on their own.

    With *kinds*, only the values of these types and of types derived from them.
    """
    found: list[Found] = []
    _gather(form, (), found, kinds or (object,))
    return iter(found)


def _gather(
    form: Form, path: tuple[str | int, ...], found: list[Found], kinds: tuple[type, ...]
) -> None:
    values = form.__dict__
    for note, wanted in _leading(type(form), kinds):
        value = values[note.key]
        if value is None or value == ():
            continue
        here = (*path, note.key)
        for index, item in enumerate(value if note.shape.many else (value,)):
            place = (*here, index) if note.shape.many else here
            if wanted:
                found.append(Found(place, note, item))
            if isinstance(item, Form):
                _gather(item, place, found, kinds)


@cache
def _leading(form: type[Form], kinds: tuple[type, ...]) -> tuple[tuple[Note, bool], ...]:
    """The fields of *form* that hold values of those *kinds*, or forms in which there are some;
    and whether they hold such values themselves."""
    found = []
    for note in notes(form):
        base, inner = note.shape.base, note.shape.form
        wanted = isinstance(base, type) and issubclass(base, kinds)
        if wanted or not isinstance(base, type) or (inner and _leading(inner, kinds)):
            found.append((note, wanted or kinds == (object,)))
    return tuple(found)


def held(form: Form, wanted: type[T]) -> Iterator[T]:
    """Every value of the type *wanted* that *form* holds, in the order of `walk`."""
    ways = _ways(type(form), wanted)  # type: ignore[arg-type] # every class can be hashed
    for key, many, is_wanted, is_form in ways:
        value = getattr(form, key)
        for item in value if many else () if value is None else (value,):
            if is_wanted and isinstance(item, wanted):
                yield item
            if is_form:
                yield from held(item, wanted)


@cache
def _ways(form: type[Form], wanted: type) -> tuple[tuple[str, bool, bool, bool], ...]:
    """The fields of *form* that may hold what is wanted: the key, whether it holds many, whether
    what is wanted may stand in it, and whether it may in the forms in it."""
    found = []
    for note in notes(form):
        inside, base = note.shape.form, note.shape.base
        is_wanted = isinstance(base, type) and issubclass(base, wanted)
        is_form = inside is not None and bool(_ways(inside, wanted))
        if is_wanted or is_form:
            found.append((note.key, note.shape.many, is_wanted, is_form))
    return tuple(found)
