"""A form read straight from the tree, where everything is in order.

Most entries are. What is anything but that is not judged here: `fill` reads it again the long way,
which finds out what is wrong and where.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Annotated, Any, NamedTuple, TypeVar, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from yaoan.source import Branch, Leaf, Node, Row, plain

from .english import english_form
from .form import Form, Note, made, notes
from .prose import Prose
from .swallowed import swallows
from .text import Said, Text
from .value import Value
from .values import Term, Vocabulary

F = TypeVar("F", bound=Form)
Read = Callable[[Node, Node | None], Any]
_PLAIN = ("field_validators", "validators", "root_validators", "model_validators")


class _NotInOrderError(Exception):
    """Something is wrong, or merely not as simple as it may be."""


def straight(form: type[F], tree: Branch, english: Branch | None) -> F | None:
    """*form* filled in from *tree* and its *english*; None when that takes a closer look."""
    reader = _reader(form)
    if reader is None:
        return None
    try:
        return reader.read(tree, english)  # type: ignore[no-any-return]
    except (_NotInOrderError, PydanticCustomError, ValidationError):
        return None


class _Line(NamedTuple):
    """A field: how one of its values is read, whether it holds many and has an English side."""

    read: Read
    many: bool
    words: bool


@dataclass(frozen=True, slots=True)
class _Reader:
    """How a form is read: its lines by key, and which of them there must be."""

    form: type[Form]
    lines: Mapping[str, _Line]
    defaults: Mapping[str, Any]
    """What each field holds that is left out, in the order of the fields."""
    required: frozenset[str]

    def read(self, tree: Node, english: Node | None) -> Any:
        if type(tree) is not Branch:
            raise _NotInOrderError
        beside = _beside(english)
        given: dict[str, Any] = {}
        for (key, *_), node in tree.entries:
            line = self.lines.get(key)
            if line is None:
                raise _NotInOrderError
            also = beside.pop(key, None) if beside else None
            if also is not None and not line.words:
                raise _NotInOrderError
            if type(node) is not Leaf or (node.text and not node.text.isspace()):
                given[key] = _many(line.read, node, also) if line.many else line.read(node, also)
            elif also is not None:
                raise _NotInOrderError
        if beside or not self.required <= given.keys():
            raise _NotInOrderError
        return made(self.form, {**self.defaults, **given}, set(given))


def _beside(english: Node | None) -> dict[str, Node]:
    """What the English says, by key; blank lines say nothing."""
    if english is None:
        return {}
    if type(english) is not Branch:
        raise _NotInOrderError
    return {name.text: node for name, node in english.entries if not _blank(node)}


def _many(read: Read, node: Node, english: Node | None) -> tuple[Any, ...]:
    if type(node) is not Row or not node.items or any(map(_blank, node.items)):
        raise _NotInOrderError
    if english is None:
        return tuple([read(each, None) for each in node.items])
    if type(english) is not Row or len(english.items) != len(node.items):
        raise _NotInOrderError
    pairs = zip(node.items, english.items, strict=True)
    return tuple([read(each, None if _blank(also) else also) for each, also in pairs])


def _blank(node: Node) -> bool:
    return type(node) is Leaf and not node.text.strip()


@cache
def _reader(form: type[Form]) -> _Reader | None:
    """The reader of *form*; None for one with rules of its own, which only pydantic knows."""
    rules = form.__pydantic_decorators__
    if form.model_config.get("extra") != "forbid" or any(getattr(rules, key) for key in _PLAIN):
        return None
    if not all(_usual(form, note) for note in notes(form)):
        return None
    lines = {note.key: _line(form, note) for note in notes(form)}
    fields = form.model_fields.items()
    defaults = {key: each.get_default(call_default_factory=True) for key, each in fields}
    required = frozenset(note.key for note in notes(form) if note.required)
    return _Reader(form, lines, defaults, required)


def _usual(form: type[Form], note: Note) -> bool:
    """Whether a field asks no more of its values than their types do, which pydantic would see."""
    if note.shape.form is None and not _is_value(note.shape.base):
        return True  # read by pydantic
    info = form.model_fields[note.key]
    asked = [*info.metadata, *_marks(info.annotation)]
    known = note.shape.form is None or _reader(note.shape.form) is not None
    return known and all(isinstance(each, Vocabulary) for each in asked)


def _marks(annotation: Any) -> Iterator[Any]:
    """What is noted on a type and on those in it."""
    if get_origin(annotation) is Annotated:
        yield from annotation.__metadata__
    for each in get_args(annotation):
        yield from _marks(each)


def _is_value(base: Any) -> bool:
    return base is Term or (isinstance(base, type) and issubclass(base, Value))


def _line(form: type[Form], note: Note) -> _Line:
    base, inner, many = note.shape.base, note.shape.form, note.shape.many
    if inner is not None and (reader := _reader(inner)):
        return _Line(reader.read, many, english_form(inner) is not None)
    if base in (Text, Prose):
        return _Line(_said(base), many, True)
    if _is_value(base):
        return _Line(_single(base), many, False)
    return _Line(_whole(form, note), False, False)


def _said(base: type[Text | Prose]) -> Read:
    def read(node: Node, english: Node | None) -> Text | Prose:
        if type(node) is not Leaf or swallows(node):
            raise _NotInOrderError
        if english is None:
            return base.read(node.text)
        if type(english) is not Leaf or swallows(english):
            raise _NotInOrderError
        return base.read(Said(node.text, english.text))

    return read


def _single(base: Any) -> Read:
    accept = Term.of if base is Term else base.accept
    known = lru_cache(4096)(accept)

    def read(node: Node, _: Node | None) -> Any:
        if type(node) is not Leaf:
            return accept(plain(node))
        if swallows(node):
            raise _NotInOrderError
        return known(node.text)

    return read


def _whole(form: type[Form], note: Note) -> Read:
    """A field of a simple type, read by pydantic."""
    info = form.model_fields[note.key]
    kind: Any = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
    validate = TypeAdapter(kind).validate_python

    def read(node: Node, _: Node | None) -> Any:
        if type(node) is Leaf and swallows(node):
            raise _NotInOrderError
        return validate(plain(node))

    return read
