"""The catalogue of a room's faults: its messages, kept in a TOML file beside its code."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from yaoan.bilingual import Bilingual

from .problem import Fix, Problem, Severity
from .span import Span


@dataclass(frozen=True)
class Fault:
    """One thing that can be wrong: its code, what is said of it, and how it is mended."""

    code: str
    name: str
    message: Bilingual
    help: Bilingual
    why: Bilingual
    severity: Severity = Severity.ERROR

    @property
    def said(self) -> Bilingual:
        """The message in general, dots in its places."""
        return _dotted(self.message)

    @property
    def mended(self) -> Bilingual:
        """The help in general, dots in its places."""
        return _dotted(self.help)

    def at(
        self,
        span: Span,
        *,
        advice: Bilingual | None = None,
        fix: Fix | None = None,
        **values: object,
    ) -> Problem:
        """The fault at a place, the `{places}` of its sentences filled with *values*.

        *advice* takes the place of the usual help where a better one is known.
        """
        message, usual = self.message.fill(**values), self.help.fill(**values)
        return Problem(self.code, self.severity, span, message, advice or usual, fix)


class _Dots(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def _dotted(words: Bilingual) -> Bilingual:
    return Bilingual(words.zh.format_map(_Dots()), words.en.format_map(_Dots()))


@dataclass(frozen=True)
class Catalogue:
    """All the faults that one room can find."""

    faults: tuple[Fault, ...]

    @classmethod
    def of(cls, package: str) -> "Catalogue":
        """The catalogue of *package*, read from its `faults.toml`."""
        table = tomllib.loads(files(package).joinpath("faults.toml").read_text("utf-8"))
        return cls(tuple(_fault(name, row) for name, row in table.items()))

    def __getitem__(self, name: str) -> Fault:
        return next(fault for fault in self.faults if fault.name == name)

    def __iter__(self) -> Iterator[Fault]:
        return iter(self.faults)


def _fault(name: str, row: dict[str, str]) -> Fault:
    def words(key: str) -> Bilingual:
        return Bilingual(row[key], row[f"{key}_en"])

    severity = Severity[row.get("severity", "error").upper()]
    return Fault(row["code"], name, words("message"), words("help"), words("why"), severity)
