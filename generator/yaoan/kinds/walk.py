"""Walk through everything that an entry holds."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from yaoan.forms import Form, Note, notes


class Found(NamedTuple):
    """A value in a form: the path that leads to it, the field it fills, and the value."""

    path: tuple[str | int, ...]
    note: Note
    value: Any


def walk(form: Form) -> Iterator[Found]:
    """Every value of *form* and of the forms in it, single items of lists each on their own."""
    found: list[Found] = []
    _gather(form, (), found)
    return iter(found)


def _gather(form: Form, path: tuple[str | int, ...], found: list[Found]) -> None:
    values = form.__dict__
    for note in notes(type(form)):
        value = values[note.key]
        if value is None or value == ():
            continue
        here = (*path, note.key)
        if not note.shape.many:
            found.append(Found(here, note, value))
            if isinstance(value, Form):
                _gather(value, here, found)
            continue
        for index, item in enumerate(value):
            found.append(Found((*here, index), note, item))
            if isinstance(item, Form):
                _gather(item, (*here, index), found)
