"""What must not occur in anything that is published on the day."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from yaoan.forms import CreditCode, DecisionNumber, Form, MedicalLicence, Prose, Text
from yaoan.kinds import Entry, walk

from .showing import Showing
from .state import State

_SENTENCE = re.compile(r"(?<=[。！？；\n])|(?<=[.!?]) ")
_GRAM, _STEP = 4, 3
"""Values are looked for by so many signs of their beginning, at so many places of it."""


@dataclass(frozen=True, slots=True, order=True)
class Secret:
    """A text that may not be published: the state that hides it, the entry that it stands in."""

    value: str
    why: State
    id: str


def texts(form: Form) -> Iterator[str]:
    """Every text of a form in both languages, its markup left out; numbers and codes too."""
    for found in walk(form, Text, Prose, DecisionNumber, CreditCode, MedicalLicence):
        match found.value:
            case Prose():
                yield from (*found.value.paragraphs("zh"), *found.value.paragraphs("en"))
            case Text(zh, en):
                yield from (zh, en)
            case DecisionNumber(text, unknown) if unknown is None:
                yield text
            case CreditCode() | MedicalLicence():
                yield str(found.value)


def distinctive(entry: Entry) -> Iterator[str]:
    """The texts by which an entry could be recognised: each whole, and sentence by sentence."""
    for text in texts(entry):
        for part in (text, *_SENTENCE.split(text)):
            if _long(part.strip()):
                yield part.strip()


def private(showing: Showing) -> Iterator[Secret]:
    """Every text that the public may not see on the day: all of the entries that are not shown,
    and what is masked or not yet known of those that are."""
    for ident, entry in showing.entries.items():
        state, seen = showing.standings[ident].state, showing.views.get(ident)
        if seen is None:
            kept = chain(distinctive(entry), (name for name, _ in showing.names[ident].names))
            yield from (Secret(text, state, ident) for text in kept)
            continue
        if seen is not entry:
            gone = set(distinctive(entry)) - set(distinctive(seen))
            masked = (name for name, _ in showing.masks(ident).names)
            yield from (Secret(text, state, ident) for text in chain(gone, masked))


def unpublished(secrets: Iterable[Secret], public: str) -> tuple[Secret, ...]:
    """The *secrets* that nothing *public* says, in order and each value once."""
    kept: dict[str, Secret] = {}
    for secret in sorted(set(secrets)):
        kept.setdefault(secret.value, secret)
    for value in set(_said(kept, public)):
        del kept[value]
    return tuple(sorted(kept.values()))


def _said(values: Iterable[str], public: str) -> Iterator[str]:
    """Those of *values* that *public* says. It is read once, however many there are: at every
    third sign, since a longer value has one of its first three parts of four signs there."""
    wanted: dict[str, dict[tuple[int, int], set[str]]] = defaultdict(lambda: defaultdict(set))
    for value in values:
        if len(value) >= _GRAM + _STEP - 1:
            for skipped in range(_STEP):
                wanted[value[skipped : skipped + _GRAM]][skipped, len(value)].add(value)
        elif value in public:
            yield value
    for index in range(0, len(public) - _GRAM + 1, _STEP):
        if here := wanted.get(public[index : index + _GRAM]):
            for (skipped, length), held in here.items():
                start = index - skipped
                if start >= 0 and public[start : start + length] in held:
                    yield public[start : start + length]


def _long(text: str) -> bool:
    """Long enough to be recognised by: six Chinese characters, or about four English words."""
    return len(text) >= (6 if any("\u4e00" <= char <= "\u9fff" for char in text) else 20)
