"""Mutation testing: small wrongs are put into a module, and its tests must notice each of them.

    python tests/fuzz/mutate.py [--every] [--seed N] [--most N] [--lived FILE] [module …]

Each mutant lives in a process forked from one that has the libraries loaded; the module is compiled
from the changed source when it is imported, so no file is touched. mutmut and cosmic-ray were
looked at: the first leaves module level alone, where our patterns and limits stand, the second
starts Python anew for each mutant; both took hours here.
"""

import argparse
import ast
import copy
import importlib
import importlib.abc
import importlib.util
import os
import random
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from targets import EXCUSED, TARGETS

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "generator" / "yaoan"
SECONDS = 20
"""Of the processor, after which a mutant that never ends is taken for noticed."""

LIBRARIES = ("pytest", "hypothesis", "pydantic", "markdown_it", "markdown", "yaml", "lxml.html", "jinja2", "rich.console", "mkdocs.commands.build", "PIL.Image", "stdnum.cn.uscc", "click")
_SWAPS: dict[type, type] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult,
}  # fmt: skip


def changes(node: ast.AST) -> Iterator[ast.AST]:
    """What a slip could make of *node*."""
    if isinstance(node, ast.Compare):
        for index, operator in enumerate(node.ops):
            if type(operator) in _SWAPS:
                other = copy.deepcopy(node)
                other.ops[index] = _SWAPS[type(operator)]()
                yield other
    if isinstance(node, ast.BoolOp | ast.BinOp) and type(node.op) in _SWAPS:
        other = copy.deepcopy(node)
        other.op = _SWAPS[type(node.op)]()
        yield other
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand
    if isinstance(node, ast.If | ast.IfExp | ast.While):
        for test in (ast.UnaryOp(ast.Not(), node.test), ast.Constant(False)):
            other = copy.copy(node)
            other.test = test
            yield other
    if isinstance(node, ast.Return) and getattr(node.value, "value", node.value) is not None:
        yield ast.Return(ast.Constant(None))
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call | ast.Yield | ast.YieldFrom):
        yield ast.Pass()
    if isinstance(node, ast.Continue | ast.Break | ast.Raise | ast.AugAssign):
        yield ast.Pass()
    if isinstance(node, ast.Constant):
        yield from _constants(node.value)


def _constants(value: object) -> Iterator[ast.AST]:
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        yield from (ast.Constant(value + 1), ast.Constant(value - 1))
    elif isinstance(value, str) and value:
        yield ast.Constant("")
        if len(value) > 3:
            yield from (ast.Constant(value[1:]), ast.Constant(value[: len(value) // 2] + value[len(value) // 2 + 1 :]))


class _Change(ast.NodeTransformer):
    """Puts the change numbered *wanted* into a tree; counts all there are."""

    def __init__(self, wanted: int = -1) -> None:
        self.wanted, self.count, self.line = wanted, 0, 0

    def visit(self, node: ast.AST) -> ast.AST:
        if _quiet(node):
            return node
        for changed in changes(node):
            if self.count == self.wanted:
                self.count += 1
                self.line = getattr(node, "lineno", 0)
                return ast.copy_location(changed, node)
            self.count += 1
        if isinstance(node, ast.AnnAssign):
            node.value = node.value and self.visit(node.value)
            return node
        if isinstance(node, ast.FunctionDef):
            marked, node.returns = node.returns, None
            node = self.generic_visit(node)
            node.returns = marked
            return node
        return self.generic_visit(node)


def _quiet(node: ast.AST) -> bool:
    """Docstrings, type marks and imports say nothing that runs."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True
    return isinstance(node, ast.Import | ast.ImportFrom | ast.arg)


def mutant(source: str, number: int) -> tuple[ast.Module, str, int]:
    """The module with change *number*, the line it leaves, and where."""
    changer = _Change(number)
    tree = ast.fix_missing_locations(changer.visit(ast.parse(source)))
    before, after = ast.unparse(ast.parse(source)).split("\n"), ast.unparse(tree).split("\n")
    at = next((i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(after) - 1)
    return tree, after[at].strip(), changer.line


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives one module out of a changed tree."""

    def __init__(self, name: str, tree: ast.Module, path: Path) -> None:
        self.name, self.code, self.path = name, compile(tree, str(path), "exec"), path

    def find_spec(self, name, path=None, target=None):
        return importlib.util.spec_from_loader(name, self, origin=str(self.path)) if name == self.name else None

    def exec_module(self, module) -> None:
        module.__file__ = str(self.path)
        exec(self.code, module.__dict__)


def noticed(module: str, tree: ast.Module, tests: tuple[str, ...]) -> bool:
    """Whether the tests fail with the changed module."""
    child = os.fork()
    if child == 0:
        _run(module, tree, tests)
    _, status = os.waitpid(child, 0)
    return status != 0


def _run(module: str, tree: ast.Module, tests: tuple[str, ...]) -> None:
    import pytest

    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
    signal.alarm(10 * SECONDS)
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    sys.meta_path.insert(0, _Finder("yaoan." + module.removesuffix(".py").replace("/", "."), tree, PACKAGE / module))
    quiet = ["-x", "-q", "--tb=no", "-p", "no:cacheprovider", "-p", "no:xdist", "--hypothesis-seed=0"]
    try:
        code = int(pytest.main([*quiet, *tests]))
    except BaseException:
        code = 1
    os._exit(code)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("modules", nargs="*", default=list(TARGETS))
    parser.add_argument("--every", action="store_true", help="every mutant, not a sample")
    parser.add_argument("--most", type=int, default=40, help="how many of each module")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lived", type=Path, help="only those that lived, by what an earlier run printed")
    asked = parser.parse_args()
    again = asked.lived and set(asked.lived.read_text("utf-8").split("\n"))
    os.chdir(ROOT)
    sys.path[:0] = [str(ROOT / "generator"), str(ROOT / "tests")]
    os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = tempfile.mkdtemp()
    for name in LIBRARIES:
        importlib.import_module(name)
    table, survivors = [], []
    for module in asked.modules:
        tried, killed, lived, started = 0, 0, [], time.monotonic()
        source = (PACKAGE / module).read_text("utf-8")
        if noticed(module, ast.parse(source), TARGETS[module]):
            sys.exit(f"{module}: its tests fail before anything is changed")
        counter = _Change()
        counter.visit(ast.parse(source))
        numbers = list(range(counter.count))
        if not (asked.every or again) and len(numbers) > asked.most:
            numbers = sorted(random.Random(f"{asked.seed}{module}").sample(numbers, asked.most))
        for number in numbers:
            tree, line, at = mutant(source, number)
            if again and f"lived {module}:{at}: {line}" not in again:
                continue
            tried += 1
            if noticed(module, tree, TARGETS[module]):
                killed += 1
            elif f"{module}: {line}" not in EXCUSED:
                lived.append(f"{module}:{at}: {line}")
                print("lived", lived[-1], flush=True)
        table.append((module, counter.count, tried, killed, tried - killed - len(lived), time.monotonic() - started))
        print(f"{module}: {killed} of {tried} noticed", flush=True)
        survivors += lived
    print("\n| module | mutants | tried | noticed | excused | seconds |\n|---|---|---|---|---|---|")
    for module, there, tried, killed, excused, seconds in table:
        print(f"| {module} | {there} | {tried} | {killed} | {excused} | {seconds:.0f} |")
    tried, good = sum(row[2] for row in table), sum(row[3] + row[4] for row in table)
    print(f"\n{good} of {tried} noticed: {100 * good / max(tried, 1):.1f} %")
    sys.exit(good < 0.9 * tried)


if __name__ == "__main__":
    main()
