"""Files that are too large, too deep or made to hurt: refused, in place, and quickly."""

import pytest

from yaoan import source
from yaoan.diagnostics import Report, Source


def refused(data: str) -> list[str]:
    report = Report()
    text, problem = source.decode("entry.yml", data.encode())
    if problem:
        report.add(problem)
    else:
        assert source.read(text, report) is None or report.failed
    return [f"{each.code} {each.span.line}:{each.span.column}" for each in report]


@pytest.mark.parametrize(
    ("data", "problems"),
    [
        ("a: " + "药" * 90_000, ["Y016 1:1"]),
        ("[" * 100_000, ["Y019 1:1"]),
        ("[\n" * 100_000, ["Y017 14:1"]),
        ("a: " + "{" * 7_000, ["Y017 1:16"]),
        ("- " * 3_000, ["Y017 1:27"]),
        ("a: [" + "x,\n " * 6_000 + "]", ["Y018 4998:2"]),
        ("a: 甲\nb: " + "x" * 8_000, ["Y019 2:1"]),
        ("a: &a [x]\n" + "b: [*a, *a]\n" * 9_000, ["Y010 1:4"]),
        ("'" + "x\n" * 20_000, ["Y023 1:1"]),
        ("a: |\n" + "  药\n" * 10_001, ["Y024 1:4"]),
    ],
    ids=[
        "large file",
        "brackets in one line",
        "brackets in many lines",
        "braces",
        "dashes",
        "many values",
        "long line",
        "aliases",
        "unclosed",
        "long text",
    ],
)
def test_what_is_too_much_is_refused(data, problems):
    assert refused(data) == problems


def test_text_folded_over_thousands_of_lines_is_refused():
    assert refused("a: x\n" + " x\n" * 5_000) == ["Y015 1:4"]


def test_the_limit_is_said():
    _, problem = source.decode("entry.yml", b"x" * (300 * 1024))
    assert "256 KB" in problem.message.en


def test_a_file_of_exactly_the_largest_size_is_read():
    assert source.decode("entry.yml", b"#" * (256 * 1024))[1] is None


def test_a_line_of_exactly_the_longest_length_is_read():
    assert source.read(Source("entry.yml", "a: " + "x" * 7_997), Report()) is not None


def test_each_of_two_equal_long_lines_has_its_own_place():
    line = "- " + "x" * 9_000 + "\n"
    assert refused("a:\n" + line + line) == ["Y019 2:1", "Y019 3:1"]


def test_a_text_of_exactly_the_longest_length_is_read():
    text = Source("entry.yml", "a: |\n" + "  药\n" * 10_000)
    assert source.read(text, Report()) is not None


@pytest.mark.parametrize("odd", ["\u200b", "\n\t", "\n\u3000", "\n" + "x" * 8_001])
def test_of_very_many_odd_places_the_first_are_told(odd: str):
    assert len(refused(("a" + odd) * 600 if len(odd) < 9 else odd * 30)) in (500, 30)
