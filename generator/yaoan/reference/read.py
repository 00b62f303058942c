"""Read the reference data: the national files of this package, the office's own laid over them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

from yaoan import source
from yaoan.bilingual import Bilingual
from yaoan.diagnostics import Report
from yaoan.forms import Form, fill

from .display import DisplayTable
from .grounds import Grounds
from .laws import Law
from .vocabulary import Term, Vocabulary, VocabularyForm, vocabulary
from .working_days import WorkingDays, YearForm

F = TypeVar("F", bound=Form)


@dataclass(frozen=True)
class Reference:
    """All that an entry may refer to."""

    vocabularies: Mapping[str, Vocabulary]
    laws: Mapping[str, Law]
    working_days: WorkingDays
    display: Mapping[str, DisplayTable]
    grounds: Mapping[str, Grounds]
    """Why the law lets each kind of entry be published, by the folder of the kind."""

    @cached_property
    def _laws_by_name(self) -> dict[str, Law]:
        return {name: law for law in self.laws.values() for name in law.names}

    @property
    def law_names(self) -> Iterator[str]:
        return (law.short for law in self.laws.values())

    def law(self, name: str) -> Law | None:
        """The law of that full, short or other name."""
        return self._laws_by_name.get(name)

    def term(self, vocabulary: str, term: str) -> Term | None:
        return self.vocabularies[vocabulary].terms.get(term)

    def texts(self) -> Iterator[str]:
        """All that the laws and terms say, in both languages."""
        for law in self.laws.values():
            yield from (*law.names, law.en, law.short_en)
            for article in law.articles.values():
                yield from _both(article.about, article.range)
            for version in law.versions:
                yield from _both(version.name, version.note)
        for known in self.vocabularies.values():
            for term in known.terms.values():
                yield from _both(known.title(term), term.name, term.note)
        for grounds in self.grounds.values():
            yield from _both(grounds.words)

    @cached_property
    def place_names(self) -> frozenset[str]:
        """What places are called in Chinese, in full and in short: 广元市 and 广元."""
        names = {term.name.zh for term in self.vocabularies["place"].terms.values()}
        return frozenset(names | {name[:-1] for name in names if len(name) > 2})

    @cached_property
    def words(self) -> str:
        """All that the laws and terms say, each text on a line."""
        return "\n".join(self.texts())

    @property
    def choices(self) -> dict[str, dict[str, str]]:
        """For each vocabulary its ids with their Chinese names, as forms describe them."""
        return {
            name: {term.id: term.name.zh for term in each.terms.values()}
            for name, each in self.vocabularies.items()
        }


def _both(*said: Bilingual | None) -> Iterator[str]:
    return (text for each in said if each for text in (each.zh, each.en))


def read(own: Path | None, report: Report) -> Reference:
    """The reference data, with the files under *own* added; their problems are in *report*."""
    package = files(__package__).joinpath("data")
    vocabularies: dict[str, Vocabulary] = {}
    laws: dict[str, Law] = {}
    years: dict[int, YearForm] = {}
    display: dict[str, DisplayTable] = {}
    grounds: dict[str, Grounds] = {}
    for place in (package, *([own] if own and own.is_dir() else [])):
        for name, terms in _forms(place, "terms", VocabularyForm, report):
            vocabularies[name] = vocabulary(name, terms, vocabularies.get(name))
        for _, law in _forms(place, "laws", Law, report):
            laws[law.id] = law
        for _, year in _forms(place, "working_days", YearForm, report):
            years[year.year] = year
        for _, table in _forms(place, "display_periods", DisplayTable, report):
            display[table.id] = table
        grounds |= _forms(place, "grounds", Grounds, report)
    worked = WorkingDays.of(tuple(years.values()))
    return Reference(vocabularies, laws, worked, display, grounds)


def _is_link(file: Traversable | Path) -> bool:
    """Whether an office's own file only points elsewhere, which the corpus tells."""
    return isinstance(file, Path) and file.is_symlink()


def _forms(
    place: Traversable | Path, folder: str, form: type[F], report: Report
) -> Iterator[tuple[str, F]]:
    inside = place.joinpath(folder)
    if not inside.is_dir():
        return
    for file in sorted(inside.iterdir(), key=lambda each: each.name):
        if not file.name.endswith(".yml") or not file.is_file() or _is_link(file):
            continue
        text, problem = source.decode(f"cases/reference/{folder}/{file.name}", source.take(file))
        if problem:
            report.add(problem)
            continue
        tree = source.read(text, report)
        filled = fill(form, tree, report) if tree else None
        if filled is not None:
            yield file.name.removesuffix(".yml"), filled
