"""A form with mistakes, kept as far as it is right, so that the rest can still be checked."""

from functools import cache
from typing import Any, TypeVar

from pydantic import ValidationError, create_model

from yaoan.source import Branch, plain

from .form import Form, notes

F = TypeVar("F", bound=Form)


def draft(form: type[F], tree: Branch) -> F | None:
    """*form* with the fields of *tree* that are right; the others hold nothing."""
    typed = plain(tree)
    try:
        return form.model_validate(typed)
    except ValidationError as error:
        wrong = {str(detail["loc"][0]) for detail in error.errors(include_url=False)}
    loose: type[F] = _without(form, frozenset(wrong))
    return loose.model_validate({key: typed[key] for key in typed.keys() - wrong})


@cache
def _without(form: type[F], wrong: frozenset[str]) -> type[F]:
    """*form* in which the fields *wrong* may hold nothing."""
    empty: dict[str, Any] = {
        note.key: (Any, () if note.shape.many else None)
        for note in notes(form)
        if note.key in wrong
    }
    return create_model(f"Draft{form.__name__}", __base__=form, **empty)
