"""What the parser stumbled over is told where the writer can mend it, and nowhere else."""

import pytest
import yaml

from yaoan.diagnostics import Source, Span
from yaoan.source.syntax import _levels, explain, folded


def told(text: str, error: yaml.MarkedYAMLError) -> tuple[str, int, int]:
    problem = explain(Source("entry.yml", text), error)
    return problem.code, problem.span.start, problem.span.end


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('a: "\\q\\q"\n', ("Y025", 4, 5)),
        ('a: "x\\\\\\q"\n', ("Y025", 7, 8)),
        ('a: "\\x4\\n"\n', ("Y025", 4, 5)),
        ("a: b: c", ("Y008", 3, 7)),
        ("a: @b\n", ("Y005", 3, 4)),
        ("%", ("Y005", 0, 1)),
        ("- a\nb", ("Y005", 4, 5)),
        ('a: "b"c\n', ("Y005", 6, 7)),
        ("a: [b\n", ("Y023", 3, 4)),
        ("a: {b: c]", ("Y023", 3, 4)),
        ("a: 'x' y\nb: c\n", ("Y005", 7, 8)),
    ],
)
def test_what_the_parser_refuses_is_told_in_its_place(text: str, place: tuple[str, int, int]):
    with pytest.raises(yaml.MarkedYAMLError) as stumbled:
        list(yaml.parse(text, Loader=yaml.CSafeLoader))
    assert told(text, stumbled.value) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", ("Y005", 0, 1)),
        ("x", ("Y005", 0, 1)),
        ("a：b\nc：d\n", ("Y006", 1, 2)),
        ("x\na：b", ("Y005", 0, 1)),
    ],
)
def test_a_parser_that_names_no_place_is_taken_to_mean_the_first_line(
    text: str, place: tuple[str, int, int]
):
    assert told(text, yaml.MarkedYAMLError(problem="something")) == place


def test_a_text_that_goes_on_is_searched_for_slips_as_far_as_it_goes_and_no_further():
    text = Source("entry.yml", "a: x\n  y\nb：c\n")
    assert folded(text, Span(text, 3, 8)).code == "Y015"
    assert folded(text, Span(text, 3, 10)).code == "Y006"


@pytest.mark.parametrize(
    ("text", "code", "fixed"),
    [
        ("a: |\n  b：c\n x: y\n", "Y020", None),
        ("- |\n  b：c\n x: y\n", "Y020", None),
        ("x: |\n- b：c\n", "Y006", ": "),
        ("a: b\n   c: d\n  e: f", "Y020", ""),
        ("a:\n  b: c\n   d: e\n", "Y020", "  "),
    ],
)
def test_a_slip_in_a_long_text_is_none_and_an_indent_is_held_against_the_lines_above(
    text: str, code: str, fixed: str | None
):
    with pytest.raises(yaml.MarkedYAMLError) as stumbled:
        list(yaml.parse(text, Loader=yaml.CSafeLoader))
    problem = explain(Source("entry.yml", text), stumbled.value)
    assert problem.code == code
    assert fixed is None or problem.fix.text == fixed


@pytest.mark.parametrize(
    ("line", "levels"), [("a", [0]), ("  - -   a", [2, 4, 8]), ("- - - - a", [0, 2, 4, 6, 8]), ("-a", [0])]
)
def test_a_line_begins_at_its_indent_and_after_each_dash(line: str, levels: list[int]):
    assert _levels(line) == levels
