"""What the rooms hand on are values: made once, never changed."""

import importlib
import pkgutil
from dataclasses import is_dataclass

import yaoan

FILLED_UP = {
    "Box",
    "Desk",
    "Glancing",
    "Known",
    "Lookout",
    "Postings",
    "Press",
    "Preview",
    "Report",
    "Search",
    "Shelf",
    "Shell",
    "Staged",
    "Store",
    "_Reader",
}
"""What gathers while something is done; every other value stays what it was made."""


def test_a_value_never_changes():
    names = (each.name for each in pkgutil.walk_packages(yaoan.__path__, "yaoan."))
    modules = [importlib.import_module(each) for each in names if "__main__" not in each]
    values = {each for module in modules for each in vars(module).values() if is_dataclass(each)}
    ours = {each for each in values if each.__module__.startswith("yaoan.")}
    assert len(ours) > 50
    assert {each.__name__ for each in ours if not each.__dataclass_params__.frozen} == FILLED_UP
