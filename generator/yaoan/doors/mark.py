"""The mark in a built site: it is ours, for which day it was built, how much it holds."""

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path

MARK = ".yaoan"
"""The file by which a folder is known to be a site of ours."""


@dataclass(frozen=True)
class Mark:
    """What a build says of itself.

    *day* is the day it was built for, *pages* how many pages it holds, *until* the first day on
    which it must no longer be shown as it is; each None where it is not known. *entries* are the
    ids of the entries that it shows in full.
    """

    day: dt.date | None = None
    pages: int | None = None
    until: dt.date | None = None
    entries: frozenset[str] = frozenset()

    def write(self, folder: Path) -> None:
        """Put the mark into a built site."""
        said = {
            "day": _text(self.day),
            "pages": self.pages,
            "until": _text(self.until),
            "entries": sorted(self.entries),
        }
        (folder / MARK).write_text(json.dumps(said) + "\n", "utf-8", newline="\n")

    @classmethod
    def read(cls, folder: Path) -> "Mark | None":
        """The mark of a built site; None where there is none. An older mark says nothing."""
        try:
            data = (folder / MARK).read_bytes()
        except OSError:
            return None
        try:
            said = json.loads(data)
            entries = frozenset(said.get("entries", ()))
            return cls(_day(said["day"]), said["pages"], _day(said["until"]), entries)
        except (ValueError, TypeError, KeyError, AttributeError):
            return cls()


def inside_site(office: Path, path: Path) -> bool:
    """Whether *path* lies in a site of ours, or in a folder that the office's site is made of."""
    path, office = path.resolve(), office.resolve()
    made_of = (office / "docs", office / "overrides")
    return any(each in made_of or (each / MARK).exists() for each in path.parents)


def _text(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
