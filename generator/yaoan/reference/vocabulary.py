"""Vocabularies: closed lists of terms, each with a stable id and a name in two languages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pydantic import ConfigDict

from yaoan.bilingual import Bilingual
from yaoan.forms import Form, YesNo
from yaoan.forms import field as line


class TermForm(Form):
    """A term as it stands in a data file; further keys are attributes that rules may ask for."""

    model_config = ConfigDict(extra="allow", frozen=True)

    zh: str = line("名称", "Name in Chinese")
    en: str = line("英文名", "Name in English")
    note: Bilingual | None = line("说明", "Note", default=None)
    laws: tuple[str, ...] = line("相关条文", "Articles", default=())
    source: str = line("出处", "Source", default="")
    verified: YesNo = line("已核实", "Verified", default=True)


class VocabularyForm(Form):
    """A vocabulary as it stands in a data file."""

    name: Bilingual = line("名称", "Name")
    asks: Bilingual | None = line("问的是", "Asks", default=None)
    pages: YesNo | None = line("有页面", "Has pages", default=None)
    full: YesNo | None = line("写全称", "Spelled out", default=None)
    order: int | None = line("次序", "Order among the filters", default=None)
    source: str = line("出处", "Source", default="")
    terms: dict[str, TermForm] = line("词条", "Terms")


@dataclass(frozen=True)
class Term:
    """One term: `drug.expired`, 销售、使用超过有效期的药品."""

    id: str
    vocabulary: str
    name: Bilingual
    note: Bilingual | None = None
    laws: tuple[str, ...] = ()
    verified: bool = True
    attributes: Mapping[str, object] = field(default_factory=dict, compare=False)

    @property
    def slug(self) -> str:
        """The id as part of an address."""
        return self.id.replace(".", "-").replace("_", "-")


@dataclass(frozen=True)
class Vocabulary:
    """A list of terms. A dotted id is narrower than its prefix: `drug.vaccine` than `drug`."""

    id: str
    name: Bilingual
    terms: Mapping[str, Term]
    pages: bool = False
    full: bool = False
    order: int = 99
    asks: Bilingual | None = None

    def broader(self, term: str) -> Iterator[Term]:
        """The terms that hold *term*, the nearest first."""
        while "." in term:
            term = term.rpartition(".")[0]
            if term in self.terms:
                yield self.terms[term]

    def title(self, term: Term) -> Bilingual:
        """The term's name; where the vocabulary is spelled out, with all that holds it."""
        if not self.full:
            return term.name
        held = [term, *self.broader(term.id)]
        zh = "".join(each.name.zh for each in reversed(held))
        return Bilingual(zh, ", ".join(each.name.en for each in held))

    def narrower(self, term: str) -> Iterator[Term]:
        """The terms directly inside *term*."""
        for each in self.terms.values():
            if next(self.broader(each.id), None) == self.terms[term]:
                yield each


def vocabulary(name: str, form: VocabularyForm, base: Vocabulary | None = None) -> Vocabulary:
    """The vocabulary that *form* describes, its terms laid over those of *base*."""
    terms = dict(base.terms) if base else {}
    for key, row in form.terms.items():
        terms[key] = Term(
            key,
            name,
            Bilingual(row.zh, row.en),
            row.note,
            row.laws,
            row.verified,
            dict(row.model_extra or {}),
        )
    return Vocabulary(
        name,
        form.name,
        terms,
        pages=base.pages if base and form.pages is None else bool(form.pages),
        full=base.full if base and form.full is None else bool(form.full),
        order=form.order or (base.order if base else 99),
        asks=form.asks or (base.asks if base else None),
    )
