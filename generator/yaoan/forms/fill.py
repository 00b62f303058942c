"""Fill in a form from what a file says; every error becomes a problem at its place."""

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from yaoan.bilingual import Bilingual
from yaoan.diagnostics import Fix, Problem, Report, Span, nearest
from yaoan.source import Branch, Leaf, Node, at, plain

from .english import english_form, merge, unmatched
from .faults import FAULTS
from .form import Form, Note, notes
from .straight import straight
from .swallowed import swallowed
from .value import MISREAD

F = TypeVar("F", bound=Form)
_EXTRA = "extra_forbidden"

_TYPES = {
    "tuple_type": "not_list",
    "list_type": "not_list",
    "model_type": "not_group",
    "model_attributes_type": "not_group",
    "dict_type": "not_group",
    "string_type": "not_text",
    "too_short": "too_few",
    "literal_error": "not_choice",
    "int_parsing": "not_number",
    "int_type": "not_number",
    "decimal_parsing": "not_number",
    "decimal_type": "not_number",
    "greater_than_equal": "not_number",
}


def fill(form: type[F], tree: Branch, report: Report, english: Branch | None = None) -> F | None:
    """*form* filled in from *tree* and its *english*; None, with the reasons in *report*."""
    filled = straight(form, tree, english)
    return _long_way(form, tree, report, english) if filled is None else filled


def _long_way(form: type[F], tree: Branch, report: Report, english: Branch | None) -> F | None:
    """The same with every question asked, so that what is wrong can be told."""
    filled, found = None, [*_english(form, english), *swallowed(form, tree)]
    try:
        filled = form.model_validate(merge(tree, english))
    except ValidationError as error:
        details = error.errors(include_url=False)
        meant = {_meant(form, tree, each["loc"]) for each in details if each["type"] == _EXTRA}
        found += [
            _problem(form, tree, english, each) for each in details if each["loc"] not in meant
        ]
    if filled is not None:
        found += _too_few(filled, tree)
    if not found and english is not None:
        found += unmatched(tree, english)
    report.extend(found)
    return filled if not found else None


def _too_few(form: Form, node: Node) -> Iterator[Problem]:
    """Required lists that hold nothing, here and in the forms inside."""
    for note in notes(type(form)):
        value = getattr(form, note.key)
        below = at(node, (note.key,))
        if note.shape.many and note.required and not value:
            yield FAULTS["too_few"].at(below.span.head, label=note.label)
        inner = (value or ()) if note.shape.many else (value,)
        for index, each in enumerate(inner):
            if isinstance(each, Form):
                yield from _too_few(each, at(below, (index,)) if note.shape.many else below)


def _english(form: type[Form], english: Branch | None) -> Iterator[Problem]:
    """What is wrong with the English file itself."""
    beside = english_form(form)
    if english is None or beside is None:
        return
    yield from swallowed(form, english)
    try:
        beside.model_validate(plain(english))
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            yield _problem(beside, english, None, detail)


def _problem(
    form: type[Form], tree: Branch, english: Branch | None, detail: ErrorDetails
) -> Problem:
    path, kind = detail["loc"], detail["type"]
    if kind == "missing":
        return _missing(form, tree, path)
    if kind == _EXTRA:
        return _unknown(form, tree, path)
    node, note = at(tree, path), _note(form, path)
    if kind == MISREAD:
        return _misread(node, at(english, path) if english else None, detail.get("ctx") or {})
    label = note.label if note else Bilingual(str(path[-1]), str(path[-1]))
    choices = (detail.get("ctx") or {}).get("expected", "")
    fault = FAULTS[_TYPES.get(kind, "not_text")]
    return fault.at(node.span.head, label=label, choices=choices)


def _misread(node: Node, english: Node | None, context: dict[str, Any]) -> Problem:
    fault, suggest = FAULTS[context["fault"]], context["suggest"]
    if context["english"] and english is not None:
        node = english
    if context["inside"]:
        node = at(node, (context["inside"],))
    span = node.span.head
    for where in context["where"].split("\0"):
        span = (node.span if span == node.span.head else span).find(where)
    fix = Fix(span, suggest) if suggest and isinstance(node, Leaf) else None
    advice = Bilingual(f"写成 {suggest}", f"write {suggest}") if suggest else None
    return fault.at(span, advice=advice, fix=fix, **context["values"])


def _missing(form: type[Form], tree: Branch, path: tuple[str | int, ...]) -> Problem:
    owner, note, key = at(tree, path[:-1]), _note(form, path), str(path[-1])
    label = note.label if note else Bilingual(key, key)
    hint = f"：{note.hint.zh}" if note and note.hint.zh else ""
    if isinstance(owner, Branch) and (typed := owner.key(key)):
        advice = Bilingual(f"在这里填上{label.zh}{hint}", f"fill in the {label.en.lower()} here")
        return FAULTS["missing"].at(typed.span, advice=advice, label=label, key=key)
    line = Bilingual(f"加一行“{key}: …”，填{label.zh}{hint}", f"add a line `{key}: …`")
    return FAULTS["missing"].at(_head(owner), advice=line, label=label, key=key)


def _head(node: Node) -> Span:
    """The first line of a group: where a missing field would be looked for."""
    return node.entries[0][0].span if isinstance(node, Branch) and node.entries else node.span.head


def _unknown(form: type[Form], tree: Branch, path: tuple[str | int, ...]) -> Problem:
    owner, key = at(tree, path[:-1]), str(path[-1])
    name = owner.key(key) if isinstance(owner, Branch) else None
    span = name.span if name else owner.span.head
    known = {note.key: note.label.zh for note in notes(_form_at(form, path[:-1]) or form)}
    meant = _meant(form, tree, path)
    if not meant:
        return FAULTS["unknown_key"].at(span, key=key)
    right = str(meant[-1])
    fix = Fix(span, right)
    if known[right] == key:
        return FAULTS["label_as_key"].at(span, fix=fix, key=key, right=right)
    advice = Bilingual(f"是不是想写“{right}”（{known[right]}）？", f"did you mean “{right}”?")
    return FAULTS["unknown_key"].at(span, advice=advice, fix=fix, key=key)


def _meant(form: type[Form], tree: Branch, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """The path that the writer of an unknown key probably meant; empty when it is not clear."""
    owner, key = at(tree, path[:-1]), str(path[-1])
    taken = {each.text for each, _ in owner.entries} if isinstance(owner, Branch) else set()
    fields = notes(_form_at(form, path[:-1]) or form)
    free = {note.key: note.label.zh for note in fields if note.key not in taken}
    close = nearest(key, free, 0.6)
    if close is None and (label := nearest(key, free.values(), 0.6)):
        close = next(each for each, zh in free.items() if zh == label)
    return (*path[:-1], close) if close else ()


def _note(form: type[Form], path: tuple[str | int, ...]) -> Note | None:
    """The field at *path*; list positions are passed over."""
    keys = [step for step in path if isinstance(step, str)]
    owner = _form_at(form, tuple(keys[:-1]))
    return (
        next((note for note in notes(owner) if note.key == keys[-1]), None)
        if owner and keys
        else None
    )


def _form_at(form: type[Form], path: tuple[str | int, ...]) -> type[Form] | None:
    owner: type[Form] | None = form
    for step in path:
        if isinstance(step, str) and owner:
            owner = next((n.shape.form for n in notes(owner) if n.key == step), None)
    return owner
