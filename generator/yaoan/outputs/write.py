"""Write every output, found by looking into this room's folder."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from yaoan.site import Site

from . import find
from .file import File


def write(site: Site) -> Iterator[File]:
    """Every file of every output. A module of this room that has `files(site)` is an output, and
    tells by `paths(site)` where they stand."""
    for output in _outputs():
        yield from output.files(site)


def paths(site: Site, made: Iterable[str] | None = None) -> Iterator[str]:
    """Where every file stands that `write` writes, without making what it holds.

    Only the names of the files of words are taken from those *made*, for how many there are hangs
    on what they hold; they are made for it where None are given.
    """
    for output in _outputs():
        yield from output.paths(site)
    known = made if made is not None else [each.path for each in find.files(site)]
    yield from filter(find.WORDS.fullmatch, known)


def _outputs() -> Iterator[ModuleType]:
    import yaoan.outputs as room

    for each in iter_modules(room.__path__):
        module = import_module(f"{room.__name__}.{each.name}")
        if hasattr(module, "files"):
            yield module
