"""Which files an office has, and what lies in its folder that should not."""

import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from yaoan.diagnostics import Report, Source, Span
from yaoan.kinds import Kind, all_kinds

from .faults import FAULTS
from .ledger import LEDGER, SERIAL, Ledger

PICTURES = (".jpg", ".jpeg", ".png", ".webp")
ENGLISH = ".en.yml"
_PICTURE = re.compile(r"[^\W_][\w ()（）-]*\.[a-z]+")
"""Letters of any script, digits, `-`, `_`, blanks and brackets."""
_APART = ("README.md", "office.yml", "office.en.yml", LEDGER)
_REFERENCE = "reference"


class Written(NamedTuple):
    """A file of an entry: the folder of its kind, where it lies, its name as people know it.

    It is a picture, or a Chinese text; of such a one, whether it has its English beside it.
    """

    folder: str
    path: str
    name: str
    english: bool = False

    @property
    def id(self) -> str:
        return self.name.rpartition("/")[2].removesuffix(".yml")

    @property
    def english_name(self) -> str:
        """What people call the English file, whether or not there is one."""
        return self.name.removesuffix(".yml") + ENGLISH

    @property
    def english_path(self) -> str:
        """Where that lies, or would."""
        return self.path.removesuffix(".yml") + ENGLISH

    @property
    def is_picture(self) -> bool:
        return not self.name.endswith(".yml")


def written(folder: Path, ledger: Ledger, report: Report) -> Iterator[Written]:
    """The files of all entries in an office's `cases/`, in order."""
    kinds = all_kinds()
    for path in sorted(folder.iterdir()):
        name = f"{folder.name}/{path.name}"
        if path.is_symlink():
            report.add(FAULTS["symlink"].at(top(name), name=name))
        elif path.name == _REFERENCE and path.is_dir():
            _in_reference(path, folder.parent, report)
        elif path.name in _APART or path.name.startswith("."):
            continue
        elif path.is_dir() and path.name in kinds:
            yield from _in_kind(path, name, ledger, report)
        elif path.is_dir():
            known = "、".join(kinds)
            report.add(FAULTS["unknown_folder"].at(top(name), name=path.name, known=known))
        else:
            report.add(FAULTS["unexpected_file"].at(top(name), name=name))


class _Lying(NamedTuple):
    """A file or folder somewhere in the folder of a kind, and all that lies beside it by name."""

    entry: os.DirEntry[str]
    name: str
    year: str
    """The folder that it lies in, if that lies in the folder of the kind; else nothing."""
    beside: dict[str, os.DirEntry[str]]


def _everything(path: str, name: str, depth: int = 0) -> Iterator[_Lying]:
    """All that lies under *path* in order, each folder before what is in it."""
    try:
        with os.scandir(path) as found:
            beside = {each.name: each for each in sorted(found, key=lambda each: each.name)}
    except PermissionError:
        return
    year = name.rpartition("/")[2] if depth == 1 else ""
    for entry in beside.values():
        below = f"{name}/{entry.name}"
        yield _Lying(entry, below, year, beside)
        if entry.is_dir(follow_symlinks=False):
            yield from _everything(entry.path, below, depth + 1)


def _in_kind(folder: Path, name: str, ledger: Ledger, report: Report) -> Iterator[Written]:
    kind, names = all_kinds()[folder.name].kind, dict[str, str]()
    placed = re.compile(rf"{re.escape(kind.prefix)}-(.+)-{SERIAL}(\.en)?\.yml", re.DOTALL)
    for each in _everything(str(folder), name):
        entry, file = each.entry, each.entry.name
        if entry.is_symlink():
            report.add(FAULTS["symlink"].at(top(each.name), name=each.name))
        elif entry.is_dir() or file.startswith("."):
            continue
        elif _type(file) in PICTURES and entry.is_file():
            _look_at_name(file, each.name, names, report)
            yield Written(folder.name, entry.path, each.name)
        elif not file.endswith(".yml") or not entry.is_file():
            report.add(FAULTS["unexpected_file"].at(top(each.name), name=each.name))
        elif not ((found := placed.fullmatch(file)) and found[1] == each.year):
            wanted = f"{folder.name}/{_wanted(Path(entry.path), folder, kind, ledger)}"
            report.add(FAULTS["misplaced"].at(top(each.name), name=file, wanted=wanted))
        elif not file.endswith(ENGLISH):
            english = each.beside.get(file.removesuffix(".yml") + ENGLISH)
            there = english is not None and english.is_file(follow_symlinks=False)
            yield Written(folder.name, entry.path, each.name, there)
        elif not _there(each.beside.get(wanted := file.replace(ENGLISH, ".yml"))):
            report.add(FAULTS["english_alone"].at(top(each.name), wanted=wanted))


def _type(file: str) -> str:
    return file[file.rfind(".") :]


def _there(entry: os.DirEntry[str] | None) -> bool:
    return entry is not None and (not entry.is_symlink() or Path(entry.path).exists())


def _in_reference(folder: Path, root: Path, report: Report) -> None:
    """The links in the office's own reference data; all else there is read with the national."""
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            name = path.relative_to(root).as_posix()
            report.add(FAULTS["symlink"].at(top(name), name=name))


def _look_at_name(file: str, name: str, names: dict[str, str], report: Report) -> None:
    """A picture's name becomes an address: it must be usable as one, and no other's."""
    address = f"{name.rpartition('/')[0]}/{unicodedata.normalize('NFC', file).lower()}"
    if not _PICTURE.fullmatch(file):
        report.add(FAULTS["odd_picture"].at(top(name), name=file))
    if address in names:
        report.add(FAULTS["twin_picture"].at(top(name), name=file, other=names[address]))
    names[address] = file


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


def top(name: str) -> Span:
    """A place for a problem with the file itself."""
    return Span(Source(name, ""), 0, 0)
