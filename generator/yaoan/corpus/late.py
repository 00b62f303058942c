"""A record of which nothing is read before somebody asks."""

from collections.abc import Callable
from typing import Any

from yaoan.diagnostics import Source
from yaoan.kinds import Entry, all_kinds
from yaoan.source import Branch

from .corpus import Record
from .files import Written
from .read import both, record


class Late(Record):
    """The record of a file that was read before; its entry comes from elsewhere, its lines from
    the file."""

    def __init__(self, file: Written, entry: Callable[[str], Entry | None]) -> None:
        kind = all_kinds()[file.folder].kind
        self.__dict__.update(id=file.id, kind=kind, file=file.name, _written=file, _entry=entry)

    def __getattr__(self, key: str) -> Any:
        about = self.__dict__
        if key == "entry" and "_entry" in about:
            return about["_entry"](self.id)
        if key not in ("tree", "english") or "_written" not in about:
            raise AttributeError(key)
        file: Written = about["_written"]
        found = record(file, *both(file))[0]
        about["tree"] = found.tree if found else Branch((), Source(file.name, ""), 0, 0)
        about["english"] = found.english if found else None
        return about[key]
