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
_CHINESE = re.compile("[\u4e00-\u9fff]")
_GRAM = 4
"""Values are looked for by so many first characters; shorter ones one by one."""


@dataclass(frozen=True, slots=True, order=True)
class Secret:
    """A text that may not be published: the state that hides it, the entry that it stands in."""

    value: str
    why: State
    id: str


def texts(form: Form) -> Iterator[str]:
    """Every text of a form in both languages, its markup left out; numbers and codes too."""
    for found in walk(form):
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
    wanted: dict[str, list[Secret]] = defaultdict(list)
    kept: dict[str, Secret] = {}
    for secret in sorted(set(secrets)):
        kept.setdefault(secret.value, secret)
    for secret in kept.values():
        wanted[secret.value[:_GRAM]].append(secret)
    for value in _said(wanted, public):
        kept.pop(value, None)
    return tuple(sorted(kept.values()))


def _said(wanted: dict[str, list[Secret]], public: str) -> Iterator[str]:
    """The values that *public* says. Read once from end to end, however many values there are."""
    for start, secrets in wanted.items():
        if len(start) < _GRAM:
            yield from (each.value for each in secrets if each.value in public)
    for index in range(len(public) - _GRAM + 1):
        for secret in wanted.get(public[index : index + _GRAM], ()):
            if public.startswith(secret.value, index):
                yield secret.value


def _long(text: str) -> bool:
    """Long enough to be recognised by: six Chinese characters, or about four English words."""
    return len(text) >= (6 if _CHINESE.search(text) else 20)
