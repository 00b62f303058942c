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
    which it must no longer be shown as it is; each None where it is not known.
    """

    day: dt.date | None = None
    pages: int | None = None
    until: dt.date | None = None

    def write(self, folder: Path) -> None:
        """Put the mark into a built site."""
        said = {"day": _text(self.day), "pages": self.pages, "until": _text(self.until)}
        (folder / MARK).write_text(json.dumps(said) + "\n", "utf-8", newline="\n")

    @classmethod
    def read(cls, folder: Path) -> "Mark | None":
        """The mark of a built site; None where there is none. An older mark says nothing."""
        try:
            text = (folder / MARK).read_text("utf-8")
        except OSError:
            return None
        try:
            said = json.loads(text)
            return cls(_day(said["day"]), said["pages"], _day(said["until"]))
        except (ValueError, TypeError, KeyError):
            return cls()


def _text(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
