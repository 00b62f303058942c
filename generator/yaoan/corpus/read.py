"""Read every file that an office has written."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from yaoan import source
from yaoan.diagnostics import Problem, Report, Source, Span
from yaoan.forms import fill
from yaoan.kinds import Entry, Kind, all_kinds
from yaoan.source import Branch

from .corpus import Corpus, Record
from .faults import FAULTS
from .ledger import LEDGER, SERIAL, Ledger, ledger_of
from .office import Office

PICTURES = (".jpg", ".jpeg", ".png", ".webp")
_PICTURE = re.compile(r"[^\W_][\w ()（）-]*\.[a-z]+")
"""Letters of any script, digits, `-`, `_`, blanks and brackets."""
_APART = ("README.md", "office.yml", "office.en.yml", LEDGER)
_REFERENCE = "reference"
_ENGLISH = ".en.yml"


@dataclass(frozen=True)
class _Written:
    """An entry's files: the folder of its kind, the Chinese file, its name as people know it."""

    folder: str
    path: Path
    name: str


Read = tuple[Record | None, list[Problem]]
Known = dict[tuple[str, float, float], Read]
"""What files were read to be, by name and times of change; kept while a preview runs."""


def read(folder: Path, report: Report, jobs: int = 1, known: Known | None = None) -> Corpus:
    """All that stands under *folder* (an office's `cases/`); what is wrong is in *report*.

    With *jobs* above one, the files are parsed by that many processes. Files that are *known* and
    did not change are not read again.
    """
    root = folder.parent
    office, office_tree = _office(folder, root, report)
    ledger = read_ledger(folder, report)
    found = list(_files(folder, root, ledger, report))
    entries = [each for each in found if each.path.suffix == ".yml"]
    pictures = frozenset(each.name for each in found if each.path.suffix != ".yml")
    records: list[Record] = []
    for record, problems in _records(entries, jobs) if known is None else _kept(entries, known):
        report.extend(problems)
        if record:
            records.append(record)
    unread = frozenset(each.path.stem for each in entries) - {each.id for each in records}
    return Corpus(office, tuple(records), pictures, unread, office_tree, ledger)


def read_ledger(folder: Path, report: Report) -> Ledger:
    """The ledger of addresses in *folder*, empty if there is none."""
    path = folder / LEDGER
    if not path.is_file() or path.is_symlink():
        return Ledger()
    text = _text(path, path.relative_to(folder.parent).as_posix(), report)
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


def _records(files: list[_Written], jobs: int) -> Iterable[Read]:
    if jobs <= 1 or len(files) < 200:
        return map(_record, files)
    with ProcessPoolExecutor(jobs) as pool:
        return list(pool.map(_record, files, chunksize=50))


def _kept(files: list[_Written], known: Known) -> Iterator[Read]:
    """What the files hold, those unchanged since the last time from memory."""
    seen: Known = {}
    for file in files:
        english = file.path.with_name(file.path.stem + _ENGLISH)
        times = [each.stat().st_mtime if each.exists() else 0.0 for each in (file.path, english)]
        key = (file.name, times[0], times[1])
        seen[key] = known.get(key) or _record(file)
        yield seen[key]
    known.clear()
    known.update(seen)


def _record(file: _Written) -> Read:
    report = Report()
    zh, en, lost = _texts(file.path, file.name, report)
    form = all_kinds()[file.folder]
    record = record_of(form, file.path.stem, zh, en, report) if zh else None
    if record and lost:
        record = replace(record, entry=None)
    return record, report.problems


def _texts(path: Path, name: str, report: Report) -> tuple[Source | None, Source | None, bool]:
    """A Chinese text, the English beside it if any, and whether an English could not be read."""
    beside = path.with_name(path.stem + _ENGLISH)
    there = beside.is_file() and not beside.is_symlink()
    english = _text(beside, name.removesuffix(".yml") + _ENGLISH, report) if there else None
    return _text(path, name, report), english, there and english is None


def _text(path: Path, name: str, report: Report) -> Source | None:
    try:
        text, problem = source.decode(name, source.take(path))
    except OSError as error:
        report.add(FAULTS["unreadable"].at(_top(name), name=name, reason=error.strerror))
        return None
    report.extend([problem] if problem else [])
    return None if problem else text


def _office(folder: Path, root: Path, report: Report) -> tuple[Office | None, Branch | None]:
    path = folder / "office.yml"
    name = path.relative_to(root).as_posix()
    if not path.is_file() or path.is_symlink():
        report.add(FAULTS["no_office"].at(_top(name), name=name))
        return None, None
    zh, en, _ = _texts(path, name, report)
    tree = source.read(zh, report) if zh else None
    english = source.read(en, report) if en else None
    return (fill(Office, tree, report, english) if tree else None), tree


def _files(folder: Path, root: Path, ledger: Ledger, report: Report) -> Iterator[_Written]:
    kinds = all_kinds()
    for path in sorted(folder.iterdir()):
        name = path.relative_to(root).as_posix()
        if path.is_symlink():
            report.add(FAULTS["symlink"].at(_top(name), name=name))
        elif path.name == _REFERENCE and path.is_dir():
            _in_reference(path, root, report)
        elif path.name in _APART or path.name.startswith("."):
            continue
        elif path.is_dir() and path.name in kinds:
            yield from _in_kind(path, root, ledger, report)
        elif path.is_dir():
            known = "、".join(kinds)
            report.add(FAULTS["unknown_folder"].at(_top(name), name=path.name, known=known))
        else:
            report.add(FAULTS["unexpected_file"].at(_top(name), name=name))


def _in_kind(folder: Path, root: Path, ledger: Ledger, report: Report) -> Iterator[_Written]:
    kind, names = all_kinds()[folder.name].kind, dict[Path, str]()
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.is_symlink():
            report.add(FAULTS["symlink"].at(_top(name), name=name))
        elif path.is_dir() or path.name.startswith("."):
            continue
        elif path.suffix in PICTURES and path.is_file():
            _look_at_name(path, name, names, report)
            yield _Written(folder.name, path, name)
        elif path.suffix != ".yml" or not path.is_file():
            report.add(FAULTS["unexpected_file"].at(_top(name), name=name))
        elif not _in_place(path, folder, kind.prefix):
            wanted = f"{folder.name}/{_wanted(path, folder, kind, ledger)}"
            report.add(FAULTS["misplaced"].at(_top(name), name=path.name, wanted=wanted))
        elif not path.name.endswith(_ENGLISH):
            yield _Written(folder.name, path, name)
        elif not path.with_name(path.name.removesuffix(_ENGLISH) + ".yml").exists():
            wanted = path.name.replace(_ENGLISH, ".yml")
            report.add(FAULTS["english_alone"].at(_top(name), wanted=wanted))


def _in_reference(folder: Path, root: Path, report: Report) -> None:
    """The links in the office's own reference data; all else there is read with the national."""
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            name = path.relative_to(root).as_posix()
            report.add(FAULTS["symlink"].at(_top(name), name=name))


def _look_at_name(path: Path, name: str, names: dict[Path, str], report: Report) -> None:
    """A picture's name becomes an address: it must be usable as one, and no other's."""
    address = path.with_name(unicodedata.normalize("NFC", path.name).lower())
    if not _PICTURE.fullmatch(path.name):
        report.add(FAULTS["odd_picture"].at(_top(name), name=path.name))
    if address in names:
        report.add(FAULTS["twin_picture"].at(_top(name), name=path.name, other=names[address]))
    names[address] = path.name


def _wanted(path: Path, folder: Path, kind: Kind, ledger: Ledger) -> str:
    """Where the file belongs: the year of its own id, or the first free id of the year it is in."""
    prefix = kind.prefix
    own = re.fullmatch(rf"{prefix}-([0-9]{{4}})-{SERIAL}(\.en)?\.yml", path.name)
    if own and not (folder / own[1] / path.name).exists():
        return f"{own[1]}/{path.name}"
    year = next((part for part in path.parts[::-1] if re.fullmatch(r"\d{4}", part)), None)
    year = year or max((each.name for each in folder.iterdir() if each.is_dir()), default="2026")
    serials = [each.stem.rpartition("-")[2] for each in (folder / year).glob(f"{prefix}-*-*.yml")]
    given = ledger.serials(kind, int(year))
    used = max((*given, *(int(each) for each in serials if each.isdigit())), default=0)
    return f"{year}/{prefix}-{year}-{used + 1:04d}.yml"


def _in_place(path: Path, folder: Path, prefix: str) -> bool:
    parts = path.relative_to(folder).parts
    return len(parts) == 2 and bool(
        re.fullmatch(rf"{prefix}-{re.escape(parts[0])}-{SERIAL}(\.en)?\.yml", parts[1])
    )


def _top(name: str) -> Span:
    """A place for a problem with the file itself."""
    return Span(Source(name, ""), 0, 0)
