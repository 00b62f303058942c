"""The kinds there are, found by looking into this room's folder."""

from collections.abc import Mapping
from importlib import import_module
from importlib.resources import files
from pkgutil import iter_modules

from .entry import Entry, Kind


def all_kinds() -> Mapping[str, type[Entry]]:
    """The form of every kind by the folder its entries are kept in, in the order of the columns.

    A folder that holds a module with `FORM`, a class of entry with its `kind`, is a kind.
    """
    import yaoan.kinds as room

    forms: list[type[Entry]] = []
    for module in iter_modules(room.__path__):
        if module.ispkg and module.name != "parts":
            forms.append(import_module(f"{room.__name__}.{module.name}").FORM)
    forms.sort(key=lambda form: (form.kind.order, form.kind.folder))
    return {form.kind.folder: form for form in forms}


def example_of(kind: Kind, language: str = "") -> bytes:
    """The example entry of *kind*, complete and in order; its English with *language* `.en`."""
    return files(f"yaoan.kinds.{kind.module}").joinpath(f"example{language}.yml").read_bytes()
