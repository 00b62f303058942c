"""Walk through everything that an entry holds."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from yaoan.forms import Form, Note, notes


class Found(NamedTuple):
    """A value in a form: the path that leads to it, the field it fills, and the value."""

    path: tuple[str | int, ...]
    note: Note
    value: Any


def walk(form: Form, path: tuple[str | int, ...] = ()) -> Iterator[Found]:
    """Every value of *form* and of the forms in it, single items of lists each on their own."""
    for note in notes(type(form)):
        value = getattr(form, note.key)
        if value is None:
            continue
        here = (*path, note.key)
        items = (
            [((*here, i), each) for i, each in enumerate(value)]
            if note.shape.many
            else [(here, value)]
        )
        for place, item in items:
            yield Found(place, note, item)
            if isinstance(item, Form):
                yield from walk(item, place)
