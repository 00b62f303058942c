"""The rules there are, found by looking into this room's folder."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from .rule import Rule


def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code. A file whose name begins with `y` and a digit holds one rule."""
    import yaoan.rules as room

    return _rules(room.__name__, tuple(room.__path__))


@cache
def _rules(room: str, path: tuple[str, ...]) -> tuple[Rule, ...]:
    names = [module.name for module in iter_modules(path) if module.name[:1] == "y"]
    found = [import_module(f"{room}.{name}").RULE for name in names]
    return tuple(sorted(found, key=lambda rule: rule.code))
