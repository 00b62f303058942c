"""Entries grown from the forms themselves: every field of a form filled, its texts from a supply.

Nothing here names a kind: a new kind, part or field is attacked the day it is written.
"""

import json
import random
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, get_origin

from pydantic_core import PydanticCustomError

from conftest import DAY
from yaoan import source
from yaoan.corpus import Corpus, Office, Record, record_of
from yaoan.diagnostics import Report, Source
from yaoan.forms import Form, Note, Prose, Text, fill, notes
from yaoan.kinds import Entry
from yaoan.reference import Reference
from yaoan.site import Site

SAMPLES = {
    "date": DAY.isoformat(), "bool": "否", "int": "1", "Amount": "300", "When": DAY.isoformat(), "Quantity": "3盒",
    "Citation": "药品管理法 第九十八条", "DecisionNumber": "示〔2026〕1号", "CreditCode": "91350211M000100Y46",
    "MedicalLicence": "P" + "1" * 21, "WebAddress": "https://example.cn/", "IndexPattern": "{serial}",
}  # fmt: skip
"""What a value looks like whose type does not take just any text."""

DRESSED: dict[str, Callable[[str], str]] = {
    "WebAddress": lambda text: f"https://example.cn/{text}",
    "Quantity": lambda text: f"3{text}",
    "Citation": lambda text: f"{text} 第一条",
    "IndexPattern": lambda text: f"{text} {{serial}}",
}
"""Hostile texts dressed so that such a type might take them."""

WIDTHS = (10, 3, 1)
"""How many items a list has, at each depth of lists within lists."""
NARROW = (1,)
PARAGRAPHS = 10
"""How many texts a field of prose holds, each a paragraph."""


@dataclass(frozen=True)
class Slot:
    """A text put somewhere: the path of the field, the field's type, whether in the English."""

    path: str
    type: str
    text: str
    english: bool = False

    @property
    def field(self) -> tuple[str, bool]:
        return self.path, self.english


@dataclass
class Supply:
    """Gives every field all *texts*, each field in an order of its own."""

    texts: Sequence[str]
    running: dict[str, Iterator[str]] = field(default_factory=dict)

    def next(self, name: str) -> str:
        if name not in self.running:
            self.running[name] = self._endless(random.Random(name))
        return next(self.running[name])

    def _endless(self, order: random.Random) -> Iterator[str]:
        while True:
            yield from order.sample(self.texts, len(self.texts))


@dataclass
class Grower:
    """Fills forms from a *supply* and remembers in *slots* what was put where."""

    reference: Reference
    supply: Supply
    slots: list[Slot] = field(default_factory=list)
    refused: int = 0
    widths: Sequence[int] = WIDTHS

    def grow(self, form: type[Form], path: str = "", depth: int = 0) -> tuple[dict, dict]:
        """What the Chinese and the English file of *form* say."""
        zh: dict[str, Any] = {}
        en: dict[str, Any] = {}
        for note in notes(form):
            count = self.widths[min(depth, len(self.widths) - 1)] if note.shape.many else 1
            items = [self._value(note, f"{path}.{note.key}", depth) for _ in range(count)]
            ours = [zh for zh, _ in items if zh is not None]
            theirs = [en for _, en in items]
            if ours:
                zh[note.key] = ours if note.shape.many else ours[0]
            if any(theirs):
                en[note.key] = theirs if note.shape.many else theirs[0]
        return zh, en

    def _value(self, note: Note, path: str, depth: int) -> tuple[Any, Any]:
        base = note.shape.base
        if note.shape.form:
            zh, en = self.grow(note.shape.form, path, depth + note.shape.many)
            return zh, en or None
        if note.shape.vocabulary:
            return next(iter(self.reference.vocabularies[note.shape.vocabulary].terms)), None
        if get_origin(base) is Literal or base.__name__ == "EntryId":
            return None, None
        if base is Prose:
            return self._prose(path, False), self._prose(path, True)
        if base is Text:
            return self._text(note, path, base, False), self._text(note, path, base, True)
        if base is str:
            return ("p.jpg" if note.key == "file" else self._text(note, path, base, False)), None
        return self._dressed(note, path, base), None

    def _text(self, note: Note, path: str, base: type, english: bool) -> str:
        """The next text, on one line, as such a field takes it."""
        text = " ".join(self.supply.next(note.key).split())
        self.slots.append(Slot(path, base.__name__, text, english))
        return text

    def _prose(self, path: str, english: bool) -> str:
        """The next texts that prose takes, a paragraph each; what it does not take is refused."""
        taken: list[str] = []
        while len(taken) < PARAGRAPHS:
            text = self.supply.next("prose")
            if accepted(Prose, "\n\n".join([*taken, text])):
                taken.append(text)
            else:
                self.refused += 1
        self.slots += [Slot(path, "Prose", text, english) for text in taken]
        return "\n\n".join(taken)

    def _dressed(self, note: Note, path: str, base: Any) -> str:
        name = base.__name__
        if name in ("date", "bool", "int"):
            return SAMPLES[name]
        for _ in range(3):
            text = DRESSED.get(name, str)(" ".join(self.supply.next(note.key).split()))
            if accepted(base, text):
                self.slots.append(Slot(path, name, text))
                return text
            self.refused += 1
        return SAMPLES[name]


def accepted(base: Any, text: str) -> bool:
    try:
        base.read(text)
    except PydanticCustomError:
        return False
    return True


def _sources(name: str, zh: dict, en: dict) -> list[Source]:
    """Both files, as any file is read: as bytes."""
    found = []
    for ending, value in ((".yml", zh), (".en.yml", en)):
        text = json.dumps(value, ensure_ascii=False, indent=0) + "\n"
        read, problem = source.decode(name + ending, text.encode())
        assert problem is None, problem
        found.append(read)
    return found


def entry(grower: Grower, form: type[Entry], serial: int, without: Collection[str] = ()) -> Record:
    """An entry of *form* whose fields are all filled, but for those *without*."""
    ident, report = f"{form.kind.prefix}-2026-{serial:04d}", Report()
    grown = [{k: v for k, v in each.items() if k not in without} for each in grower.grow(form)]
    grower.slots = [each for each in grower.slots if each.path.split(".")[1] not in without]
    files = _sources(f"cases/{form.kind.folder}/2026/{ident}", *grown)
    record = record_of(form, ident, *files, report)
    assert not list(report), next(iter(report))
    assert record
    return record


def hiding(form: type[Entry], known: Reference, office: Office) -> frozenset[str]:
    """The fields that, filled in like this, keep an entry from being shown, such as its withdrawal."""
    hides = frozenset(note.key for note in notes(form) if not note.required)
    for key in sorted(hides):
        tried = entry(Grower(known, Supply(["甲"]), widths=NARROW), form, 1, hides - {key})
        site = Site.open(Corpus(office, (tried,)), known, DAY)
        if tried.id in site.items:
            hides -= {key}
    return hides


def office(grower: Grower) -> Office:
    """An office whose fields are all filled."""
    report = Report()
    zh, en = (source.read(each, report) for each in _sources("cases/office", *grower.grow(Office)))
    filled = fill(Office, zh, report, en) if zh else None
    assert filled, list(report)
    return filled
