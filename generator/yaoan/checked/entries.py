"""Entries in bytes and back. Nothing but values of ours can come out of bytes, whatever they say.

The bytes are a pickle; but a class or function that is not one of our forms or values is not known
here, so a pickle made by another hand cannot call anything.
"""

import datetime as dt
import io
import pickle
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import Any, get_args

from yaoan.forms import Block, Form, Inline, Point, Term, Unknown, Value, made, notes
from yaoan.kinds import Entry, all_kinds

_BROKEN = (pickle.PickleError, ValueError, TypeError, LookupError, AttributeError, EOFError)


def to_bytes(entry: Entry) -> bytes:
    """*entry* in bytes."""
    out = io.BytesIO()
    pickler = pickle.Pickler(out, 5)
    pickler.dispatch_table = _reducers()
    pickler.dump(entry)
    return out.getvalue()


def from_bytes(data: bytes, form: type[Entry]) -> Entry | None:
    """The entry of that *form* that `to_bytes` made *data* of; None when it is nothing such."""
    try:
        found = _Reader(io.BytesIO(data)).load()
    except _BROKEN:
        return None
    return found if type(found) is form else None


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        return _known()[module, name]

    def persistent_load(self, pid: Any) -> Any:
        raise pickle.UnpicklingError(pid)


def _form(form: type[Form], values: tuple[Any, ...], given: tuple[str, ...]) -> Form:
    """A form with *values*, in the order of its fields."""
    keys = [note.key for note in notes(form)]
    return made(form, dict(zip(keys, values, strict=True)), set(given))


def _unknown(name: str) -> Unknown:
    return Unknown[name]


@cache
def _known() -> dict[tuple[str, str], Any]:
    """All that bytes may name."""
    known: tuple[Any, ...] = (_form, _unknown, dt.date, Decimal, *_forms(), *_values())
    return {(each.__module__, each.__qualname__): each for each in known}


@cache
def _reducers() -> dict[type[Any], Callable[[Any], tuple[Any, ...]]]:
    """How each type is taken apart."""
    found: dict[type[Any], Callable[[Any], tuple[Any, ...]]] = {Unknown: _of_unknown}
    found |= dict.fromkeys(_forms(), _of_form)
    found |= {each: _taking_apart(each) for each in _values()}
    return found


def _of_form(form: Form) -> tuple[Any, ...]:
    return _form, (type(form), tuple(form.__dict__.values()), tuple(sorted(form.model_fields_set)))


def _of_unknown(unknown: Unknown) -> tuple[Any, ...]:
    return _unknown, (unknown.name,)


def _taking_apart(kind: type[Any]) -> Callable[[Any], tuple[Any, ...]]:
    keys = tuple(each.name for each in fields(kind)) if is_dataclass(kind) else ()
    if not keys:
        return lambda value: (kind, (str(value),))
    return lambda value: (kind, tuple([getattr(value, key) for key in keys]))


@cache
def _forms() -> frozenset[type[Form]]:
    """Every form of an entry, and those in them."""
    found: set[type[Form]] = set()

    def add(form: type[Form]) -> None:
        if form not in found:
            found.add(form)
            for note in notes(form):
                if note.shape.form:
                    add(note.shape.form)

    for form in all_kinds().values():
        add(form)
    return frozenset(found)


def _values() -> Iterator[type[Any]]:
    """Every type that a value in a form may have.

    A dataclass with slots is made anew from the class as it was written, which stays known.
    """
    yield from (Term, Point, *get_args(Block), *get_args(Inline))
    waiting = Value.__subclasses__()
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if getattr(sys.modules[kind.__module__], kind.__qualname__, None) is kind:
            yield kind
