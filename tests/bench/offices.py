"""Offices of any size to measure with, made once and kept below `build/bench/`."""

import hashlib
import shutil
from pathlib import Path

from corpus import ROOT, write

BENCH = ROOT / "build" / "bench"
SEED = 1

_MARK, _QUOTED = "，改", 'title: "'


def office(count: int) -> Path:
    """The office with *count* entries; made anew when its makers or the sample changed."""
    folder = BENCH / f"office-{count}"
    mark = BENCH / f"office-{count}.made"
    if not (mark.exists() and mark.read_text() == _makers()):
        shutil.rmtree(folder, ignore_errors=True)
        write(folder, count, SEED)
        mark.write_text(_makers())
    return folder


def _makers() -> str:
    digest = hashlib.sha256()
    for top in ("cases", "docs", "overrides"):
        for path in sorted((ROOT / top).rglob("*")):
            if path.is_file():
                digest.update(path.relative_to(ROOT).as_posix().encode() + path.read_bytes())
    for path in (Path(__file__).with_name("corpus.py"), ROOT / "mkdocs.yml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def one_entry(office: Path) -> Path:
    """The newest penalty of the office, which every list shows first."""
    entries = (each for each in office.glob("cases/penalties/*/*.yml") if ".en" not in each.name)
    return max(entries, key=lambda entry: (_line(entry, "published: "), entry.name))


def _line(entry: Path, start: str) -> str:
    return next(line for line in entry.read_text("utf-8").splitlines() if line.startswith(start))


def retitled(entry: Path, word: str) -> None:
    """Put *word* at the end of the entry's title, in place of what this put there before."""
    text = entry.read_text("utf-8")
    title, rest = text.split("\n", 1)
    title = title.removesuffix('"').partition(_MARK)[0] + (f"{_MARK}{word}" if word else "")
    quote = '"' if title.startswith(_QUOTED) else ""
    entry.write_text(f"{title}{quote}\n{rest}", "utf-8")
