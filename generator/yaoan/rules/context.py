"""What a rule may look things up in; and what of it the findings in one record rest on.

What a rule finds in a record follows from the record, the office and the reference data. Whatever
else it asks for is noted with the answer, so that the findings hold as long as the answers do.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from yaoan.corpus import Corpus, Office
from yaoan.diagnostics import nearest
from yaoan.reference import Reference
from yaoan.store import key_of

from .links import Links
from .names import Names

Answers = Mapping[str, Any]
"""What was asked, with the answers: plain values that can be written as JSON."""


@dataclass(frozen=True)
class Context:
    """Everything written, the reference data, the day."""

    _corpus: Corpus
    reference: Reference
    _day: dt.date
    asked: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What was asked since the last record, with the answers."""

    def _ask(self, about: str, what: str = "") -> Any:
        question = f"{about} {what}"
        if question not in self.asked:
            self.asked[question] = self._answer(question)
        return self.asked[question]

    def _answer(self, question: str) -> Any:
        about, _, what = question.partition(" ")
        match about:
            case "day":
                return self._day.isoformat()
            case "has":
                return what in self._corpus.ids
            case "ids":
                return self._ids
            case "pictures":
                return sorted(self._pictures.get(what, ()))
            case "names":
                return list(self._links.names_of(what))
        return None

    def holds(self, answers: Answers) -> bool:
        """Whether all that was asked would be answered so again; never after asking for all."""
        return "corpus " not in answers and all(
            self._answer(question) == answer for question, answer in answers.items()
        )

    @property
    def corpus(self) -> Corpus:
        """Everything written: for a rule that looks at all of it. Asked by another, its findings
        are never kept."""
        self._ask("corpus")
        return self._corpus

    @property
    def day(self) -> dt.date:
        """The day."""
        return dt.date.fromisoformat(self._ask("day"))

    def has(self, ident: str) -> bool:
        """Whether there is an entry of that id, readable or not."""
        return bool(self._ask("has", ident))

    def like(self, ident: str) -> str | None:
        """The id most like that one, if any is."""
        self._ask("ids")
        return nearest(ident, sorted(self._corpus.ids), 0.8)

    def pictures(self, folder: str) -> frozenset[str]:
        """The names of the pictures in a folder."""
        return frozenset(self._ask("pictures", folder))

    def names_of(self, ident: str) -> tuple[str, ...]:
        """The names in clear of the parties of every entry that tells of the same case."""
        return tuple(self._ask("names", ident))

    @property
    def office(self) -> Office | None:
        """The office that publishes."""
        return self._corpus.office

    @cached_property
    def _ids(self) -> str:
        return key_of(*sorted(self._corpus.ids))

    @cached_property
    def _pictures(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for name in self._corpus.pictures:
            folder, _, file = name.rpartition("/")
            found[folder].add(file)
        return found

    @cached_property
    def _links(self) -> Links:
        return Links({record.id: brief for record, brief in self._corpus.briefs})

    @cached_property
    def own_numbers(self) -> frozenset[str]:
        """The telephone numbers that the office gives as its own, digits only."""
        return frozenset(
            re.sub(r"\D", "", each) for each in re.findall(r"\d[\d() （）-]{5,}\d", self._own)
        )

    @cached_property
    def own_addresses(self) -> frozenset[str]:
        """The e-mail addresses that the office gives as its own, in small letters."""
        return frozenset(re.findall(r"[a-z0-9._%+-]+@[a-z0-9.-]+[a-z]", self._own.lower()))

    @cached_property
    def _own(self) -> str:
        if self.office is None:
            return ""
        contact = self.office.contact
        both = f"{contact.zh}\n{contact.en}" if contact else "\n"
        return f"{self.office.hotline}\n{both}"

    @cached_property
    def names(self) -> Names:
        """How Chinese personal names are made."""
        return Names.of(self.reference)
