"""The kinds there are, found by looking into this room's folder."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.resources import files
from pkgutil import iter_modules
from types import MappingProxyType

from .entry import Entry, Kind


def all_kinds() -> Mapping[str, type[Entry]]:
    """The form of every kind by the folder its entries are kept in, in the order of the columns.

    A folder that holds a module with `FORM`, a class of entry with its `kind`, is a kind.
    """
    import yaoan.kinds as room

    return _forms(room.__name__, tuple(room.__path__))


@cache
def _forms(room: str, path: tuple[str, ...]) -> Mapping[str, type[Entry]]:
    forms: list[type[Entry]] = []
    for module in iter_modules(path):
        if module.ispkg and module.name != "parts":
            forms.append(import_module(f"{room}.{module.name}").FORM)
    forms.sort(key=lambda form: (form.kind.order, form.kind.folder))
    return MappingProxyType({form.kind.folder: form for form in forms})


def example_of(kind: Kind, language: str = "") -> bytes:
    """The example entry of *kind*, complete and in order; its English with *language* `.en`."""
    return files(f"yaoan.kinds.{kind.module}").joinpath(f"example{language}.yml").read_bytes()
