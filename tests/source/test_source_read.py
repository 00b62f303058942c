"""What the reader does where the parser gives up or nothing is said, and how far spans go."""

import pytest
import yaml

from yaoan.diagnostics import Report, Source
from yaoan.source import plain, read
from yaoan.source.read import _bottomless


def places(text: str) -> list[tuple[str, int, int]]:
    report = Report()
    read(Source("entry.yml", text), report)
    return [(each.code, each.span.start, each.span.end) for each in report]


@pytest.mark.parametrize(
    ("text", "start"),
    [("[" * 20, 12), ("a: [}" + "{" * 13, 17), ("- " * 20, 0), ("[]" * 20, 0)],
)
def test_nesting_at_which_the_parser_itself_gave_up_is_told_where_it_becomes_too_deep(
    text: str, start: int
):
    error = yaml.MarkedYAMLError(problem="exceeded maximum nesting depth of 10000")
    found = _bottomless(Source("entry.yml", text), error)
    assert (found.code, found.span.start, found.span.end) == ("Y017", start, start + 1)
    assert "12" in found.message.en


def test_another_fault_of_the_parser_is_not_taken_for_nesting():
    text = Source("entry.yml", "[" * 20)
    assert _bottomless(text, yaml.MarkedYAMLError(problem="something else")) is None
    assert _bottomless(text, yaml.MarkedYAMLError()) is None


@pytest.mark.parametrize("text", ["", "\n", "# only a note\n"])
def test_a_file_that_says_nothing_is_refused_at_its_beginning(text: str):
    assert [each[1:] for each in places(text)] == [(0, 1)]


def test_a_sign_that_cuts_a_text_off_is_told_by_itself():
    [(code, start, end)] = places("a: 药  # 注\nb: 品\n")
    assert (code, start, end) == ("Y014", 6, 7)


def test_twelve_levels_are_read_and_thirteen_are_not():
    def groups(count: int) -> str:
        return "".join(" " * n + "a:\n" for n in range(count - 1)) + " " * (count - 1) + "a: b\n"

    assert places(groups(12)) == []
    assert [each[0] for each in places(groups(13))] == ["Y017"]
    assert places("a: " + "[" * 11 + "b" + "]" * 11) == []
    assert places("a: " + "[" * 12 + "b" + "]" * 12) == [("Y017", 15, 16)]


def test_five_thousand_values_and_keys_are_read_and_no_more():
    assert places("a: [" + "b,\n " * 4_997 + "]") == []
    [(code, start, _)] = places("a: [" + "b,\n " * 4_998 + "]")
    assert (code, start) == ("Y018", 4 + 4 * 4_997)


def test_of_a_key_given_twice_the_first_is_what_the_tree_keeps():
    report = Report()
    tree = read(Source("entry.yml", "a: 甲\nb: 乙\na: 丙\n"), report)
    assert plain(tree) == {"a": "甲", "b": "乙"}
    assert [(each.code, each.span.line) for each in report] == [("Y009", 3)]
