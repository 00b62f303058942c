"""A build asked for again when nothing has changed: found out by keys, and left as it is."""

import json
from dataclasses import dataclass
from pathlib import Path

from yaoan.store import FOLDER, Store

from .inputs import tree
from .shelf import Shelf


@dataclass(frozen=True)
class Unchanged:
    """A site that is already what a build would make: its pages, and what MkDocs warned of."""

    pages: int
    warnings: tuple[str, ...]


def unchanged(office: Path, out: Path, made_from: str) -> Unchanged | None:
    """The site at *out*, if it was made from the same and no byte of it has changed since."""
    shelf = Shelf.of(out)
    said = _store(office).get_many([str(shelf.out)]).get(str(shelf.out))
    if said is None or shelf.current is None:
        return None
    try:
        key, whole, pages, warnings = json.loads(said)
    except ValueError:
        return None
    if key != made_from or whole != tree(shelf.current):
        return None
    return Unchanged(pages, tuple(warnings))


def remember(office: Path, out: Path, made_from: str, known: Unchanged) -> None:
    """Remember what the site that is now at *out* was made from."""
    shelf = Shelf.of(out)
    if shelf.current is not None:
        said = [made_from, tree(shelf.current), known.pages, known.warnings]
        _store(office).put_many({str(shelf.out): json.dumps(said).encode()})


def _store(office: Path) -> Store:
    return Store.open(office / FOLDER, "builds")
