"""An office opened for work on a day: its entries read and checked, its site."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from yaoan import corpus, rules
from yaoan.bilingual import Language
from yaoan.checked import Known, inspect
from yaoan.corpus import Corpus
from yaoan.diagnostics import Report
from yaoan.pages import Draft, Page, drafts
from yaoan.reference import Reference
from yaoan.site import Site

from .grounds import strays
from .handwritten import handwritten, sources
from .pictures import unusable

CHINA = ZoneInfo("Asia/Shanghai")


def today(now: dt.datetime | None = None) -> dt.date:
    """The day it is in China at *now*, a moment with its time zone; the clock's moment if none.

    Where the machine stands does not matter. Raises ValueError for a moment without a time zone.
    """
    if now is not None and now.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return (now or dt.datetime.now(dt.UTC)).astimezone(CHINA).date()


class Refused(Exception):  # noqa: N818 - it says what happened, as the command does
    """The entries have errors; the report tells which."""

    def __init__(self, report: Report) -> None:
        super().__init__("the entries have errors")
        self.report = report


@dataclass(frozen=True)
class Workshop:
    """Everything that an office has, read and checked once."""

    folder: Path
    day: dt.date
    corpus: Corpus
    reference: Reference
    report: Report

    @classmethod
    def open(
        cls,
        folder: Path,
        day: dt.date,
        jobs: int = 1,
        read: Known | None = None,
        cache: Path | None = None,
    ) -> "Workshop":
        """Read the office at *folder*. Raises FileNotFoundError when it has no `cases`.

        *read* is a memory of entries, for one who opens the office again and again; in the folder
        *cache* they are kept from one run to the next.
        """
        cases = folder / "cases"
        if not cases.is_dir():
            raise FileNotFoundError(cases)
        report = Report()
        written, known = inspect(cases, day, report, cache=cache, jobs=jobs, known=read)
        report.extend(rules.check_pages(sources(folder), rules.Context(written, known, day)))
        report.extend(corpus.kept(written, known, day))
        report.extend([*unusable(folder, written), *strays(folder)])
        return cls(folder, day, written, known, report)

    @cached_property
    def site(self) -> Site:
        """The site of the day. Raises Refused while there are errors."""
        if self.report.failed:
            raise Refused(self.report)
        return self.unchecked

    @cached_property
    def unchecked(self) -> Site:
        """The site of the day, errors or not: for the eyes of staff, never to be published.

        Raises Refused when it is nobody's site, since the office is missing.
        """
        if self.corpus.office is None:
            raise Refused(self.report)
        written = tuple(handwritten(self.folder))
        return Site.open(self.corpus, self.reference, self.day, written)

    @cached_property
    def drafts(self) -> tuple[Draft, ...]:
        """Every page of the site, in no language yet. Raises Refused while there are errors."""
        return tuple(drafts(self.site))

    def page(self, draft: Draft, language: Language) -> Page:
        """The page that *draft* becomes in *language*."""
        return draft.write(self.site, language, self.templates)

    @property
    def templates(self) -> Path:
        """Where a designer may put page templates of the office's own."""
        return self.folder / "overrides" / "pages"
