"""The desk at which one entry after another is read and checked, or known from the last time."""

import datetime as dt
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from yaoan import corpus, rules
from yaoan.corpus import Brief, Survey, Taken, Written
from yaoan.reference import Reference
from yaoan.rules import Context
from yaoan.store import Store, key_of

from . import entries
from .checked import Checked, from_bytes, to_bytes
from .shelf import Place, Shelf, key_of_content

_WORTH_SHARING = 100


class Sheet(NamedTuple):
    """An entry as it lies before us: its file, what that and the English file hold, the key of
    that, and the key of what comes of it; no keys when it could not be read."""

    file: Written
    zh: Taken
    en: Taken
    content: str
    key: str


class Done(NamedTuple):
    """What came of the entry in *file*; the key of what that held."""

    file: Written
    content: str
    checked: Checked


@dataclass
class Desk:
    """All that entries are read and checked with."""

    ground: str
    survey: Survey
    reference: Reference
    day: dt.date
    store: Store
    shelf: Shelf

    @cached_property
    def first(self) -> Context:
        """What can be asked while not all are read: who is there, but not what they say."""
        return Context(self.survey.corpus((), {}), self.reference, self.day)

    def all_of(self, files: Sequence[Written], pool: Executor | None) -> Iterator[Done]:
        """What came of *files*, the last time or now."""
        sheets = [self.sheet(file) for file in files]
        kept = self.store.get_many(each.key for each in sheets if each.key)
        known = [
            from_bytes(kept[each.key], each.file) if each.key in kept else None for each in sheets
        ]
        new = iter(self._new([s for s, each in zip(sheets, known, strict=True) if not each], pool))
        for sheet, checked in zip(sheets, known, strict=True):
            yield Done(sheet.file, sheet.content, checked) if checked else next(new)

    def sheet(self, file: Written) -> Sheet:
        """The entry in *file*, taken in hand."""
        zh, en = corpus.both(file)
        content = key_of_content(file, zh, en)
        return Sheet(file, zh, en, content, content and key_of(self.ground, file.name, content))

    def _new(self, sheets: list[Sheet], pool: Executor | None) -> list[Done]:
        """What comes of *sheets*, which is then kept for the next time."""
        done, keep = [], {}
        shared = pool if len(sheets) >= _WORTH_SHARING else None
        worked = shared.map(_at_work, sheets, chunksize=25) if shared else None
        for sheet in sheets:
            data, packed = next(worked) if worked else (None, None)
            checked = from_bytes(data, sheet.file) if data else None
            if checked is None:
                checked, data = self.check(sheet, self.first)
            if packed:
                self.shelf.packed[sheet.content] = packed
            if data and sheet.key:
                keep[sheet.key] = data
            done.append(Done(sheet.file, sheet.content, checked))
        self.store.put_many(keep)
        return done

    def again(self, done: Done, context: Context) -> Done:
        """What comes of an entry where the answers are no longer those that it was checked with."""
        sheet = self.sheet(done.file)
        checked, data = self.check(sheet, context)
        if data and sheet.key:
            self.store.put_many({sheet.key: data})
        return Done(sheet.file, sheet.content, checked)

    def check(self, sheet: Sheet, context: Context) -> tuple[Checked, bytes | None]:
        """What comes of one entry, also in bytes if it may be kept."""
        record, problems = corpus.record(sheet.file, sheet.zh, sheet.en)
        found, asked = rules.check_record(record, context) if record else ((), {})
        entry = record.entry if record else None
        if entry is not None and sheet.content:
            self.shelf.held[sheet.content] = entry
        brief = Brief.of(entry, self.survey.office) if entry else None
        checked = Checked(record is not None, brief, tuple(problems), found, asked)
        return checked, to_bytes(checked, sheet.file) if self.store.path else None

    def put(self, done: Sequence[Done]) -> None:
        """Say which entries are in order, and where they are to be had."""
        for file, content, checked in done:
            if checked.brief:
                self.shelf.places[file.id] = Place(file, content)


_desk: Desk | None = None


def sit_down(desk: Desk) -> None:
    """Make this process one that works at *desk*, but keeps nothing by itself."""
    global _desk
    _desk = desk


def _at_work(sheet: Sheet) -> tuple[bytes | None, bytes | None]:
    """What comes of one entry in another process, and the entry, both in bytes."""
    assert _desk is not None
    checked, data = _desk.check(sheet, _desk.first)
    entry = _desk.shelf.held.pop(sheet.content, None)
    data = data or to_bytes(checked, sheet.file)
    return data, entries.to_bytes(entry) if entry else None
