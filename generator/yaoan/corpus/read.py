"""Read the files that an office has written."""

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from yaoan import source
from yaoan.diagnostics import Problem, Report, Source
from yaoan.forms import fill
from yaoan.kinds import Entry, all_kinds
from yaoan.source import Branch

from .brief import Brief
from .corpus import Corpus, Record
from .faults import FAULTS
from .files import ENGLISH, Written, top, written
from .ledger import LEDGER, Ledger, ledger_of
from .office import Office

Read = tuple[Record | None, list[Problem]]
Taken = bytes | OSError | None
"""What a file holds, or why it cannot be read; None when there is none."""


@dataclass(frozen=True)
class Survey:
    """An office before its entries are read: what it is, and which files it has."""

    office: Office | None
    office_tree: Branch | None
    ledger: Ledger
    entries: tuple[Written, ...]
    pictures: frozenset[str]

    def corpus(self, records: Iterable[Record], known: Mapping[str, Brief] | None = None) -> Corpus:
        """The corpus of this office with *records*, those of its entries that could be read, and
        what is *known* of them in brief."""
        found = tuple(records)
        unread = frozenset(each.id for each in self.entries) - {each.id for each in found}
        office, tree = self.office, self.office_tree
        return Corpus(office, found, self.pictures, unread, tree, self.ledger, known)


def survey(folder: Path, report: Report) -> Survey:
    """What stands under *folder* (an office's `cases/`); what is wrong is in *report*."""
    office, tree = _office(folder, report)
    ledger = read_ledger(folder, report)
    found = tuple(written(folder, ledger, report))
    entries = tuple(each for each in found if not each.is_picture)
    pictures = frozenset(each.name for each in found if each.is_picture)
    return Survey(office, tree, ledger, entries, pictures)


def read(folder: Path, report: Report, jobs: int = 1) -> Corpus:
    """All that stands under *folder* (an office's `cases/`); what is wrong is in *report*.

    With *jobs* above one, the files are parsed by that many processes.
    """
    found = survey(folder, report)
    records: list[Record] = []
    for record, problems in _records(found.entries, jobs):
        report.extend(problems)
        if record:
            records.append(record)
    return found.corpus(records)


def read_ledger(folder: Path, report: Report) -> Ledger:
    """The ledger of addresses in *folder*, empty if there is none."""
    path = folder / LEDGER
    if not path.is_file() or path.is_symlink():
        return Ledger()
    text = _text(taken(path), path.relative_to(folder.parent).as_posix(), report)
    ledger, problems = ledger_of(text) if text else (Ledger(begun=True), [])
    report.extend(problems)
    return ledger


def record_of(
    form: type[Entry], ident: str, zh: Source, en: Source | None, report: Report
) -> Record | None:
    """The record that the text *zh* and its English make.

    None when the Chinese cannot be read at all; without an entry when either is not in order.
    """
    tree = source.read(zh, report)
    english = source.read(en, report) if en else None
    if tree is None:
        return None
    entry = fill(form, tree, report, english)
    if en is not None and english is None:
        entry = None
    return Record(ident, form.kind, zh.name, tree, english, entry)


def record(file: Written, zh: Taken, en: Taken) -> Read:
    """The record of the entry at *file*, whose two files hold that, and what is wrong with them."""
    report = Report()
    english = _text(en, file.english_name, report) if en is not None else None
    chinese = _text(zh, file.name, report) if zh is not None else None
    form = all_kinds()[file.folder]
    found = record_of(form, file.id, chinese, english, report) if chinese else None
    if found and en is not None and english is None:
        found = replace(found, entry=None)
    return found, report.problems


def both(file: Written) -> tuple[Taken, Taken]:
    """What the Chinese file of an entry holds, and its English."""
    return taken(file.path), taken(file.english_path) if file.english else None


def taken(path: str | Path) -> bytes | OSError:
    """What a file holds, or why it cannot be read."""
    try:
        return source.take(path)
    except OSError as error:
        return error


def _records(files: tuple[Written, ...], jobs: int) -> Iterator[Read]:
    if jobs <= 1 or len(files) < 200:
        yield from map(_record, files)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(_record, files, chunksize=50)


def _record(file: Written) -> Read:
    return record(file, *both(file))


def _text(data: bytes | OSError, name: str, report: Report) -> Source | None:
    if isinstance(data, OSError):
        report.add(FAULTS["unreadable"].at(top(name), name=name, reason=data.strerror))
        return None
    text, problem = source.decode(name, data)
    report.extend([problem] if problem else [])
    return None if problem else text


def _office(folder: Path, report: Report) -> tuple[Office | None, Branch | None]:
    path = folder / "office.yml"
    name = path.relative_to(folder.parent).as_posix()
    if not path.is_file() or path.is_symlink():
        report.add(FAULTS["no_office"].at(top(name), name=name))
        return None, None
    beside = path.with_name("office.en.yml")
    there = beside.is_file() and not beside.is_symlink()
    en_name = name.removesuffix(".yml") + ENGLISH
    en = _text(taken(beside), en_name, report) if there else None
    zh = _text(taken(path), name, report)
    tree = source.read(zh, report) if zh else None
    english = source.read(en, report) if en else None
    return (fill(Office, tree, report, english) if tree else None), tree
