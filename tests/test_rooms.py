"""The order of the rooms, as the package docstring gives it, is kept by every import."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import yaoan

PACKAGE = Path(yaoan.__file__).parent
ROOMS = re.findall(r"^    (\w+) {2,}\S", yaoan.__doc__ or "", re.MULTILINE)
OUTSIDE = {
    "mkdocs": {"doors"},
    "jinja2": {"pages"},
    "yaml": {"source", "doors"},
    "PIL": {"doors"},
    "click": {"cli"},
    "pydantic": {"forms", "reference", "kinds"},
}
"""Libraries that only some rooms may know."""


def rooms_on_disk() -> set[str]:
    folders = {p.name for p in PACKAGE.iterdir() if p.is_dir() and (p / "__init__.py").exists()}
    modules = {p.stem for p in PACKAGE.glob("*.py")} - {"__init__", "__main__"}
    return folders | modules


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """Every module that the file imports by its full name, with the line."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            if node.module == "yaoan":
                yield from ((f"yaoan.{alias.name}", node.lineno) for alias in node.names)
            else:
                yield node.module or "", node.lineno


FILES = sorted(p for p in PACKAGE.rglob("*.py") if p.parent != PACKAGE or p.stem in ROOMS)


def test_every_room_stands_in_the_docstring():
    assert set(ROOMS) == rooms_on_disk()


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_a_room_imports_only_rooms_above_it_through_their_door(path: Path):
    own = room_of(path)
    for module, line in imports(path):
        parts = module.split(".")
        if parts[0] != "yaoan" or len(parts) == 1 or parts[1] not in ROOMS:
            continue
        assert len(parts) == 2, f"{path}:{line} goes past the door of {parts[1]}: {module}"
        if parts[1] == own:
            continue  # a room looking into its own folder
        assert ROOMS.index(parts[1]) < ROOMS.index(own), (
            f"{path}:{line} imports {module} from below"
        )


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_a_library_is_known_only_where_it_belongs(path: Path):
    for module, line in imports(path):
        rooms = OUTSIDE.get(module.split(".")[0])
        assert rooms is None or room_of(path) in rooms, f"{path}:{line} imports {module}"


def test_only_the_doors_and_the_commands_ask_the_clock():
    asked = re.compile(r"\b(?:date\.today|datetime\.now|time\.time|utcnow)\(")
    for path in FILES:
        if room_of(path) not in ("doors", "cli"):
            assert not asked.search(path.read_text("utf-8")), path


def test_no_module_is_longer_than_a_room_should_be():
    long = [p for p in PACKAGE.rglob("*.py") if len(p.read_text("utf-8").splitlines()) > 250]
    assert long == []
