"""The house's rules for words: no Chinese in templates, no law, label or place in Python."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT
from yaoan.reference import Reference

CHINESE = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
PACKAGE = ROOT / "generator" / "yaoan"
TEMPLATES = [*sorted(PACKAGE.rglob("*.j2")), *sorted((ROOT / "overrides").rglob("*.html"))]


SAFE = {"told.structured|safe"}
"""What is written as it stands: JSON of our own, in which `<`, `>` and `&` are told by number."""


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_a_template_holds_no_chinese_and_nothing_unescaped(path: Path) -> None:
    text = path.read_text("utf-8")
    assert CHINESE.findall(text) == []
    unescaped = re.findall(r"[\w.]*\s*\|\s*safe\b|autoescape\s+false|\bMarkup\b", text)
    assert [each for each in unescaped if each not in SAFE] == []


@pytest.mark.parametrize("path", [p for p in TEMPLATES if p.suffix == ".j2"], ids=named)
def test_a_template_of_a_page_joins_no_words(path: Path) -> None:
    """`~` glues before anything is escaped or translated; a phrase with places does not."""
    written = re.findall(r"\{\{.*?\}\}|\{%.*?%\}", path.read_text("utf-8"), re.DOTALL)
    assert [each for each in written if "~" in re.sub(r'"[^"]*"', "", each)] == []


def test_there_are_templates_to_look_at() -> None:
    assert len(TEMPLATES) > 25


def words_in(path: Path) -> Iterator[tuple[int, str]]:
    """Every text in a Python file that is not a docstring."""
    tree = ast.parse(path.read_text("utf-8"))
    docs = {
        id(node.value)
        for parent in ast.walk(tree)
        for node in ast.iter_child_nodes(parent)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.lineno, node.value


def field_words(path: Path) -> set[int]:
    """The lines on which the words of `field(…)` and of a kind's `Bilingual(…)` stand."""
    tree = ast.parse(path.read_text("utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    made = [
        c for c in calls if isinstance(c.func, ast.Name) and c.func.id in ("field", "Bilingual")
    ]
    return {line for call in made for line in range(call.lineno, (call.end_lineno or 0) + 1)}


FILES = [path for path in sorted(PACKAGE.rglob("*.py")) if "starter" not in path.parts]


def test_no_law_and_no_place_is_named_in_python(national: Reference) -> None:
    laws = {name for law in national.laws.values() for name in (law.zh, law.short, *law.aliases)}
    english = {law.en for law in national.laws.values()}
    places = {t.name.zh for t in national.vocabularies["place"].terms.values()}
    names = {name for name in laws | english | places if len(name) > 2}
    assert len(names) > 100
    found = []
    for path in FILES:
        apart = field_words(path) if path.is_relative_to(PACKAGE / "kinds") else set()
        for line, text in words_in(path):
            if line not in apart:
                found += [f"{named(path)}:{line} {name}" for name in names if name in text]
    assert found == []


def test_no_label_of_a_vocabulary_is_written_in_python(national: Reference) -> None:
    """Words of one or two characters (元, 说明, 警告) mean other things too and are left out."""
    terms = [t for each in national.vocabularies.values() for t in each.terms.values()]
    labels = {t.name.zh for t in terms if len(t.name.zh) > 2}
    assert len(labels) > 200
    found = []
    for path in FILES:
        apart = field_words(path) if path.is_relative_to(PACKAGE / "kinds") else set()
        found += [
            f"{named(path)}:{line} {text}"
            for line, text in words_in(path)
            if text.strip() in labels and line not in apart
        ]
    assert found == []


def test_no_id_of_a_law_or_place_is_written_in_python(national: Reference) -> None:
    ids = {*national.laws, *national.vocabularies["place"].terms} - {"demo"}
    found = [
        f"{named(path)}:{line} {text}"
        for path in FILES
        for line, text in words_in(path)
        if text in ids
    ]
    assert found == []
