"""The page shell uses only what every engine's templates can read; `make engines` tries it."""

from pathlib import Path

import pytest
from jinja2 import Environment, nodes
from locked import ROOT

SHELL = sorted((ROOT / "overrides").rglob("*.html"))
FILTERS = {"escape", "first", "join", "last", "length", "list", "lower", "replace", "safe", "sort", "trim", "upper", "url"}
"""Filters that Jinja and MiniJinja, on which Zensical stands, both have; `url` is the engines' own."""
TESTS = {"defined", "none", "string", "number", "in", "eq", "ne", "gt", "lt", "true", "false"}


@pytest.mark.parametrize("path", SHELL, ids=lambda path: path.name)
def test_no_template_of_the_shell_calls_python(path: Path):
    tree = Environment(extensions=["jinja2.ext.do"]).parse(path.read_text("utf-8"))
    calls = [f"line {node.lineno}" for node in tree.find_all((nodes.Call, nodes.ExprStmt))]
    assert calls == [], f"{path}: Zensical's templates know no methods of Python"


@pytest.mark.parametrize("path", SHELL, ids=lambda path: path.name)
def test_every_filter_and_test_of_the_shell_is_known_to_every_engine(path: Path):
    tree = Environment().parse(path.read_text("utf-8"))
    assert {node.name for node in tree.find_all(nodes.Filter)} <= FILTERS
    assert {node.name for node in tree.find_all(nodes.Test)} <= TESTS
