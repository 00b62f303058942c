"""The rules there are, found by looking into this room's folder."""

from importlib import import_module
from pkgutil import iter_modules

from .rule import Rule


def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code. A file whose name begins with `y` and a digit holds one rule."""
    import yaoan.rules as room

    names = [module.name for module in iter_modules(room.__path__) if module.name[:1] == "y"]
    found = [import_module(f"{room.__name__}.{name}").RULE for name in names]
    return tuple(sorted(found, key=lambda rule: rule.code))
