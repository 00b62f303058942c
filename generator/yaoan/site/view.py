"""An entry as the public may see it on a day: a changed copy, so that no page can show the rest."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, TypeVar, cast
from urllib.parse import unquote

from yaoan.forms import Form, Prose, Text, WebAddress, notes
from yaoan.kinds import Correction, Decision, Entry, Party, Picture, Reply

from .masks import Masks
from .prose import masked

F = TypeVar("F", bound=Form)


@dataclass(frozen=True, slots=True)
class View:
    """How an entry is seen: on which day, with which names masked, and whether *nameless*, that is
    without the codes and numbers by which its party could be looked up."""

    day: dt.date
    masks: Masks
    nameless: bool = False

    def of(self, entry: Entry) -> Entry:
        """The entry as it is seen; itself where nothing is to be changed."""
        turns = entry.credit.turns if entry.credit else ()
        if any(turn.on and turn.on > self.day for turn in turns):
            entry = entry.unturned()
        return self._form(entry)

    def _form(self, form: F) -> F:
        """The form with every value in it as it is seen."""
        seen: Form = form
        if isinstance(seen, Decision) and seen.status_on and seen.status_on > self.day:
            seen = seen.unturned()
        if self.nameless and isinstance(seen, Decision):
            seen = seen.unnumbered()
        if self.nameless and isinstance(seen, Party):
            seen = seen.unnamed()
        changed = dict(self._changed(seen))
        return cast(F, seen.model_copy(update=changed) if changed else seen)

    def _changed(self, form: Form) -> Iterator[tuple[str, Any]]:
        for note in notes(type(form)):
            value = getattr(form, note.key)
            seen = self._many(value) if note.shape.many else self._one(value)
            if seen is not value:
                yield note.key, seen

    def _many(self, values: tuple[Any, ...]) -> tuple[Any, ...]:
        known = [each for each in values if not self._later(each)]
        seen = [
            self._picture(each, number) if isinstance(each, Picture) else self._one(each)
            for number, each in enumerate(known, start=1)
        ]
        same = len(seen) == len(values) and all(a is b for a, b in zip(seen, values, strict=True))
        return values if same else tuple(seen)

    def _later(self, value: Any) -> bool:
        return isinstance(value, Correction | Reply) and value.on > self.day

    def _picture(self, picture: Picture, number: int) -> Picture:
        """The picture under a number, for its own file name may tell more than it should."""
        suffix = PurePosixPath(picture.file).suffix.lower()
        return self._form(picture).model_copy(update={"file": f"{number}{suffix}"})

    def _one(self, value: Any) -> Any:
        match value:
            case Form():
                return self._form(value)
            case _ if not self.masks:
                return value
            case Prose():
                return masked(value, self.masks, linked=not self.nameless)
            case Text(zh, en):
                seen = self.masks.apply(zh, "zh"), self.masks.apply(en, "en")
                return value if seen == (zh, en) else Text(*seen)
            case WebAddress() if self.nameless or self.masks.found(unquote(value)):
                return None
        return value
