"""An entry with a canary in every field that can hold one, found by walking its form."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from stdnum.cn import uscc

from yaoan.forms import (
    Amount,
    Citation,
    CreditCode,
    DecisionNumber,
    EntryId,
    Form,
    MedicalLicence,
    Note,
    Prose,
    Quantity,
    Text,
    WebAddress,
    When,
    notes,
)
from yaoan.reference import Reference

Path = tuple[str, ...]

_LATER = {"repaired_on", "name_until", "status_on", "removal", "ends", "penalty"}
"""What would end the entry: typed only where a test wants it to."""
_PLAIN: dict[Any, Any] = {
    bool: "否",
    int: 1,
    Amount: "1000",
    Quantity: "5盒",
    Citation: "药品管理法 第九十八条",
    EntryId: "notice-2026-0900",
    When: "2026-01-05",
    dt.date: "2026-01-05",
}


@dataclass
class Canaries:
    """Types an entry. `found` holds each canary with the path of keys to its field."""

    reference: Reference
    extra: str = ""
    """What every text holds besides its canary."""
    found: list[tuple[Path, str]] = field(default_factory=list)

    def typed(self, form: type[Form], path: Path = ()) -> tuple[dict[str, Any], dict[str, Any]]:
        """The Chinese and the English of *form*, every field filled."""
        zh: dict[str, Any] = {}
        en: dict[str, Any] = {}
        for note in notes(form):
            if note.key in _LATER:
                continue
            here = (*path, note.key)
            pairs = [self._one(note, here) for _ in range(2 if note.shape.many else 1)]
            chinese, english = [each[0] for each in pairs], [each[1] for each in pairs]
            zh[note.key] = chinese if note.shape.many else chinese[0]
            if any(each for each in english):
                en[note.key] = english if note.shape.many else english[0]
        return zh, en

    def _one(self, note: Note, path: Path) -> tuple[Any, Any]:
        shape, number = note.shape, len(self.found)
        if shape.form:
            return self.typed(shape.form, path)
        if shape.vocabulary:
            return self._term(shape.vocabulary), None
        if shape.base in _PLAIN:
            return _PLAIN[shape.base], None
        makers: dict[Any, Callable[[int], str]] = {
            CreditCode: code, MedicalLicence: lambda n: f"PDY{n:018d}A", str: lambda n: f"kanarie{n}.jpg",
            DecisionNumber: lambda n: f"示监罚〔2026〕{70000 + n}号",
            WebAddress: lambda n: f"https://kanarie{n}.example.cn/a",
        }  # fmt: skip
        if shape.base in makers:
            made = makers[shape.base](number)
            self.found.append((path, made.removesuffix(".jpg").removesuffix("/a")[-12:].lstrip("/")))
            return made, None
        assert shape.base in (Text, Prose), shape.base
        zh, en = f"金丝雀{number}甲", f"Canary{number}x"
        self.found += [(path, zh), (path, en)]
        return zh + self.extra, f"{en} {self.extra}".strip()

    def _term(self, vocabulary: str) -> str:
        terms = self.reference.vocabularies[vocabulary].terms.values()
        wanted = {"decision_status": "decided", "list_status": "listed", "naming": "named", "penalty_kind": "fine"}
        staying = [term.id for term in terms if "leaves" not in term.attributes]
        return wanted.get(vocabulary, staying[0])


def code(number: int) -> str:
    """A valid credit code, another for each number."""
    base = f"91{number:015d}"
    return base + uscc.calc_check_digit(base)
