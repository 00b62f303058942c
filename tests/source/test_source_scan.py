"""Characters that must not stand in an entry are called by their names, and none too many is refused."""

import unicodedata

import pytest

from yaoan.diagnostics import Report, Source
from yaoan.source import mend, read
from yaoan.source.scan import hidden

BLANK_LETTERS = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0\ufffd" + "".join(
    map(chr, [*range(0xFE00, 0xFE0E), *range(0xE0100, 0xE01F0)])
)
"""What Unicode counts among letters, marks and symbols although nobody sees it, or sees a lozenge."""


def problems(text: str):
    report = Report()
    assert read(Source("entry.yml", text), report) is None
    return list(report)


@pytest.mark.parametrize(
    ("char", "point", "zh", "en"),
    [
        ("\u200b", "U+200B", "ZERO WIDTH SPACE", "ZERO WIDTH SPACE"),
        ("\x07", "U+0007", "控制字符", "control character"),
        ("\ue000", "U+E000", "自造字，别的电脑上显示不出来", "private-use character"),
        ("\ufdd0", "U+FDD0", "没有定义的字符", "unassigned character"),
        ("\U0001ffff", "U+1FFFF", "没有定义的字符", "unassigned character"),
        ("\t", "U+0009", "CHARACTER TABULATION", "CHARACTER TABULATION"),
    ],
)
def test_a_character_is_called_by_its_number_and_its_name(char: str, point: str, zh: str, en: str):
    [problem] = problems(f"title: 药{char}品\n")
    assert problem.code == "Y002"
    assert problem.message.zh == f"这里有一个看不见或不允许的字符 {point}（{zh}）"
    assert problem.message.en == f"an invisible or forbidden character stands here: {point} ({en})"
    assert problem.span.text == char
    assert mend("title: 药" + char + "品\n", [problem.fix]) == f"title: 药{' ' if char == chr(9) else ''}品\n"


def test_every_character_that_nobody_sees_is_refused_and_none_that_is_seen():
    """What Unicode calls format, control or private, but the line end and the tab."""
    every = [(char, unicodedata.category(char)) for char in map(chr, range(0x110000))]
    refused = {char for char, _ in every if hidden(char)}
    odd = {char for char, kind in every if kind in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")}
    assert odd - refused == {"\t", "\n"}
    seen = {char for char, kind in every if kind[0] in "LMNPS" or kind == "Zs"}
    assert seen & refused == set(BLANK_LETTERS)
    assert hidden("\ufe0f") is hidden("\u00a0") is hidden("\u3000") is None


def test_what_is_no_character_in_any_plane_is_refused():
    assert all(hidden(chr(plane << 16 | last)) for plane in range(17) for last in (0xFFFE, 0xFFFF))


def test_the_first_hidden_character_is_told():
    assert hidden("药\u200b\u202e") == "\u200b"
    assert hidden("药品") is None


@pytest.mark.parametrize(
    ("text", "code", "place", "fixed"),
    [
        ("a: b \t c\n", "Y002", (1, 6), "a: b c\n"),
        ("a:\n\tb: c\n", "Y003", (2, 1), "a:\n  b: c\n"),
        ("a:\n\t b: c\n", "Y003", (2, 1), "a:\n  b: c\n"),
        ("a:\n \t\tb: c\n", "Y003", (2, 2), "a:\n     b: c\n"),
        ("a:\n\u3000b: c\n", "Y004", (2, 1), "a:\n  b: c\n"),
        ("a:\n\u3000 \u3000b: c\n", "Y004", (2, 1), "a:\n    b: c\n"),
        ("a:\n  \u00a0b: c\n", "Y004", (2, 3), "a:\n  b: c\n"),
        ("a:\n \u3000\tb: c\n", "Y003", (2, 2), "a:\n     b: c\n"),
    ],
)
def test_what_stands_for_an_indent_becomes_spaces(text: str, code: str, place: tuple, fixed: str):
    found = problems(text)
    assert [(each.code, each.span.line, each.span.column) for each in found] == [(code, *place)]
    assert mend(text, [found[0].fix]) == fixed


@pytest.mark.parametrize("length", [8_000, 8_001])
def test_a_line_may_have_eight_thousand_characters(length: int):
    report = Report()
    read(Source("entry.yml", "a: b\nc: " + "x" * (length - 3) + "\nd: e\n"), report)
    assert [(each.code, each.span.line, each.span.start, each.span.end) for each in report] == (
        [] if length == 8_000 else [("Y019", 2, 5, 6)]
    )
    assert all("8000" in each.message.en for each in report)
