"""A form described: as JSON Schema for editors, and as a blank to fill in."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from .form import Form, Note, notes
from .prose import Prose
from .value import Value

Vocabularies = Mapping[str, Mapping[str, str]]
"""For each vocabulary its terms: the id and the Chinese name."""

_SHOWN = 12
"""How many terms of a vocabulary a blank form lists."""

_SIMPLE: dict[Any, dict[str, Any]] = {
    dt.date: {"type": "string", "format": "date"},
    bool: {"enum": ["是", "否", "true", "false", True, False]},
    int: {"type": "integer", "minimum": 1},
}


def schema(form: type[Form], vocabularies: Vocabularies) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of *form*, its hovers and messages in Chinese."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": form.__name__,
        "description": (form.__doc__ or "").strip().split("\n")[0],
        **_object(form, vocabularies),
    }


def _object(form: type[Form], vocabularies: Vocabularies) -> dict[str, Any]:
    fields = list(notes(form))
    return {
        "type": "object",
        "properties": {note.key: _property(note, vocabularies) for note in fields},
        "required": [note.key for note in fields if note.required],
        "additionalProperties": False,
    }


def _property(note: Note, vocabularies: Vocabularies) -> dict[str, Any]:
    about = {"title": note.label.zh, "description": note.hint.zh or note.label.zh}
    one = _one(note, vocabularies)
    return {**about, **({"type": "array", "items": one} if note.shape.many else one)}


def _one(note: Note, vocabularies: Vocabularies) -> dict[str, Any]:
    shape = note.shape
    if shape.form:
        return _object(shape.form, vocabularies)
    if shape.vocabulary is not None:
        terms = vocabularies.get(shape.vocabulary, {})
        return {"enum": list(terms), "enumDescriptions": list(terms.values())}
    if shape.base in _SIMPLE:
        return dict(_SIMPLE[shape.base])
    found = dict(shape.base.pattern()) if issubclass(shape.base, Value) else {"type": "string"}
    return _as_typed(found)


def _as_typed(found: dict[str, Any]) -> dict[str, Any]:
    """Text as an editor sees it, which takes an unquoted 2023 for a number."""
    return found | {"type": ["string", "number"]} if found.get("type") == "string" else found


def blank(form: type[Form], vocabularies: Vocabularies) -> str:
    """A form to fill in: required fields first and open, optional ones after, commented out."""
    lines: list[str] = []
    for heading, required in (("必填", True), ("可不填：要填的去掉行首的 #", False)):
        lines += [f"# ──────── {heading} ────────", ""]
        for note in notes(form):
            if note.required is required:
                lines += [*_field(note, vocabularies), ""]
    return "\n".join(lines)


def _field(note: Note, vocabularies: Vocabularies) -> Iterator[str]:
    need = "" if note.required else "（可不填）"
    hint = f"：{note.hint.zh}" if note.hint.zh else ""
    yield f"# {note.label.zh}{need}{hint}"
    if terms := vocabularies.get(note.shape.vocabulary or "", {}):
        shown = [f"{key} {zh}" for key, zh in list(terms.items())[:_SHOWN]]
        yield f"#   可选 {'；'.join(shown)}{'；…' if len(terms) > _SHOWN else ''}"
    for line in _value(note, vocabularies):
        yield line if note.required else f"# {line}".rstrip()


def _value(note: Note, vocabularies: Vocabularies) -> Iterator[str]:
    shape, example = note.shape, note.example
    if shape.form:
        inner = [line for each in notes(shape.form) for line in _field(each, vocabularies)]
        yield f"{note.key}:"
        yield from _listed(inner) if shape.many else (f"  {line}" for line in inner)
    elif shape.base is Prose:
        yield f"{note.key}: |"
        yield f"  {example}".rstrip()
    elif shape.many:
        yield f"{note.key}:"
        yield f"  - {example}".rstrip()
    else:
        yield f"{note.key}: {example}".rstrip()


def _listed(lines: list[str]) -> Iterator[str]:
    """The lines of one list item: the first key after a dash, all after it indented."""
    first = next((i for i, line in enumerate(lines) if not line.startswith("#")), 0)
    for index, line in enumerate(lines):
        yield f"  {line}" if index < first else f"  - {line}" if index == first else f"    {line}"
