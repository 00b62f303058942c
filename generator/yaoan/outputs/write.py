"""Write every output, found by looking into this room's folder."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from yaoan.site import Site

from .file import File


def write(site: Site) -> Iterator[File]:
    """Every file of every output. A module of this room that has `files(site)` is an output."""
    import yaoan.outputs as room

    for module in iter_modules(room.__path__):
        output = getattr(import_module(f"{room.__name__}.{module.name}"), "files", None)
        if output is not None:
            yield from output(site)
