"""The English of an entry: the same form with only its words, in a file beside the Chinese."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import create_model

from yaoan.diagnostics import Problem
from yaoan.source import Branch, Leaf, Node, Row

from .faults import FAULTS
from .form import Form, field, notes
from .prose import Prose
from .text import Said, Text


@cache
def english_form(form: type[Form]) -> type[Form] | None:
    """The form that the English file of *form* fills in; None when *form* holds no words."""
    fields: dict[str, Any] = {}
    for note in notes(form):
        inner = note.shape.form
        base = english_form(inner) if inner else _words(note.shape.base)
        if base is not None:
            kind = tuple[base | None, ...] if note.shape.many else base  # type: ignore[valid-type]
            line = field(note.label.zh, note.label.en, note.hint.zh, note.hint.en, default=None)
            fields[note.key] = (kind | None, line)
    return create_model(f"English{form.__name__}", __base__=Form, **fields) if fields else None


def _words(base: Any) -> type[Text | Prose] | None:
    return base if base in (Text, Prose) else None


def merge(zh: Node, en: Node | None) -> Any:
    """The plain value of *zh*, each text that *en* translates carrying its English."""
    match zh, en:
        case Leaf(), Leaf() if en.text.strip():
            return Said(zh.text, en.text)
        case Row(), Row():
            pairs = [*en.items, *[None] * len(zh.items)]
            return [_item(item, pairs[index]) for index, item in enumerate(zh.items)]
        case Branch(), Branch():
            return {
                name.text: merge(value, en.get(name.text))
                for name, value in zh.entries
                if not (isinstance(value, Leaf) and not value.text.strip())
            }
        case _:
            from yaoan.source import plain

            return plain(zh)


def _item(zh: Node, en: Node | None) -> Any:
    return None if isinstance(zh, Leaf) and not zh.text.strip() else merge(zh, en)


def unmatched(zh: Node | None, en: Node) -> Iterator[Problem]:
    """English for which there is no Chinese: a field left out there, or a list item too many."""
    if isinstance(en, Leaf) and not en.text.strip():
        return
    if zh is None or (isinstance(zh, Leaf) and not zh.text.strip()):
        yield FAULTS["english_only"].at(en.span.head)
    elif isinstance(zh, Branch) and isinstance(en, Branch):
        for name, value in en.entries:
            yield from unmatched(zh.get(name.text), value)
    elif isinstance(zh, Row) and isinstance(en, Row):
        if len(zh.items) != len(en.items):
            span = en.span.head
            yield FAULTS["english_count"].at(span, zh=len(zh.items), en=len(en.items))
        for ours, theirs in zip(zh.items, en.items, strict=False):
            yield from unmatched(ours, theirs)
