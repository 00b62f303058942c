"""What a command says: to the terminal, in one language, quietly if asked."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.table import Table

from yaoan.bilingual import Bilingual, Language
from yaoan.diagnostics import Report, Shown, in_colour


class Talk:
    """Says things to standard error; results go to standard output."""

    def __init__(self, language: Language, quiet: bool = False) -> None:
        self.language = language
        self.quiet = quiet
        self._out = Console(soft_wrap=True, highlight=False, markup=False)
        self._err = Console(stderr=True, soft_wrap=True, highlight=False, markup=False)

    def result(self, text: str | Shown | Table) -> None:
        self._out.print(text)

    def report(self, report: Report) -> None:
        """Every problem, and how many."""
        self._out.print(in_colour(report, self.language))

    def note(self, words: Bilingual) -> None:
        if not self.quiet:
            self._err.print(words.in_(self.language))

    def error(self, words: Bilingual | str) -> None:
        said = words if isinstance(words, str) else words.in_(self.language)
        self._err.print(said, style="bold red")

    @contextmanager
    def progress(self, words: Bilingual) -> Iterator[None]:
        """A moving sign in a terminal, a line elsewhere, for as long as the work takes."""
        if self.quiet:
            yield
        elif sys.stderr.isatty():
            with self._err.status(words.in_(self.language)):
                yield
        else:
            self.note(words)
            yield


def sentence(fault: BaseException) -> str:
    """A fault of ours in one line."""
    text = " ".join(str(fault).split())
    return f"{type(fault).__name__}: {text}"[:300]
